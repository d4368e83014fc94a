import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { FileService } from './file-service';

const folder = mkdtempSync(join(tmpdir(), 'parley-files-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function setUp(path: string | null) {
  mkdirSync(folder, { recursive: true });
  const suggested: string[] = [];
  const chooseFile = (name: string) => {
    suggested.push(name);
    return Promise.resolve(path);
  };
  return { files: new FileService({ chooseFile }), suggested };
}

test('a text is kept where the user says, under a name that is safe to suggest', async () => {
  const path = join(folder, 'mine.csv');
  const { files, suggested } = setUp(path);
  expect(await files.save({ name: '../table.csv', text: '\uFEFFGröße,漢字 🌤\r\n' })).toBe(true);
  expect(suggested).toEqual(['table.csv']);
  expect(readFileSync(path)).toEqual(Buffer.from('\uFEFFGröße,漢字 🌤\r\n', 'utf8'));
  expect(readdirSync(folder)).toEqual(['mine.csv']);
});

test('a file that was there is replaced as a whole', async () => {
  const path = join(folder, 'code.ts');
  const { files } = setUp(path);
  writeFileSync(path, 'a much longer text than before');
  await files.save({ name: 'code.ts', text: 'b' });
  expect(readFileSync(path, 'utf8')).toBe('b');
});

test('nothing is written when the user would rather not', async () => {
  const { files } = setUp(null);
  expect(await files.save({ name: 'code.ts', text: 'a' })).toBe(false);
  expect(readdirSync(folder)).toEqual([]);
});

test('what cannot be written is told, and leaves nothing behind', async () => {
  const gone = setUp(join(folder, 'no-such-folder', 'code.ts'));
  await expect(gone.files.save({ name: 'code.ts', text: 'a' })).rejects.toMatchObject({
    code: 'FILE_NOT_SAVED',
    message: 'The file was not written: ENOENT.',
  });
  mkdirSync(join(folder, 'taken', 'inside'), { recursive: true });
  const taken = setUp(join(folder, 'taken'));
  await expect(taken.files.save({ name: 'taken', text: 'a' })).rejects.toMatchObject({
    code: 'FILE_NOT_SAVED',
  });
  expect(readdirSync(folder)).toEqual(['taken']);
});
