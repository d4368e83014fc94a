import { expect, test } from 'vitest';
import { safeFileName } from './file-name';

test.each([
  ['code.ts', 'code.ts'],
  ['Dockerfile', 'Dockerfile'],
  ['Größe 漢字.csv', 'Größe 漢字.csv'],
  ['../../etc/passwd', 'etc-passwd'],
  ['C:\\Windows\\system.ini', 'C-Windows-system.ini'],
  ['/', 'untitled.txt'],
  ['', 'untitled.txt'],
  ['..', 'untitled.txt'],
  ['.env', 'env'],
  ['a\u0000b\n.txt', 'a-b-.txt'],
  ['report\u202Efdp.exe', 'report-fdp.exe'],
  ['what? <is> "this"|*.md', 'what- -is- -this-.md'],
  ['name. . ', 'name'],
  ['-rf.sh', 'rf.sh'],
])('%j is suggested as %s', (name, safe) => {
  expect(safeFileName(name)).toBe(safe);
});

test.each(['con', 'CON.txt', 'nul.tar.gz', 'com1', 'LPT9.csv'])(
  '%s, a device to Windows, becomes a file',
  (name) => {
    expect(safeFileName(name)).toBe(`_${name}`);
  },
);

test.each(['console.log', 'command.txt', 'com10.txt'])('%s is no device', (name) => {
  expect(safeFileName(name)).toBe(name);
});

test.each(['a', '漢', '🌤', '👩‍👩‍👧'])(
  'a long name of %s is shortened, keeps its ending, and no letter is cut in two',
  (letter) => {
    const name = safeFileName(`${letter.repeat(200)}.csv`);
    expect(name.length).toBeLessThanOrEqual(100);
    expect(name.length).toBeGreaterThan(80);
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
    expect(name.replaceAll(letter, '')).toBe('.csv');
  },
);
