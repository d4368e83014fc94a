/** What a scanner for Electron apps finds in the built app: nothing high, and each medium is known by name. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { transformWithOxc } from 'vite';

interface Found {
  readonly issues: readonly {
    readonly id: string;
    readonly file: string;
    readonly severity: string;
    readonly sample: string;
  }[];
  readonly unread: readonly string[];
}

/** Findings that are no weakness, each with the reason. */
const waived: Readonly<Record<string, string>> = {
  'AUXCLICK_JS_CHECK main/index.js':
    'It asks for `disableBlinkFeatures: Auxclick`. A middle click can only open a window, and all are denied (item 14).',
  'CERTIFICATE_VERIFY_PROC_JS_CHECK main/index.js':
    'Certificates are proven against an account’s own authority; that nothing else is let through is a test of its own.',
  'DANGEROUS_FUNCTIONS_JS_CHECK main/library-worker.js':
    'A `setTimeout` that is given a function by its name; no text is ever run.',
  'OPEN_EXTERNAL_JS_CHECK main/index.js': 'The one place that opens links; what it lets through is item 15.',
  'PRELOAD_JS_CHECK main/index.js': 'There is a preload, to be looked at by hand; what it shows is item 20.',
};

const root = resolve(import.meta.dirname, '../..');
let lowered: string;
let found: Found;

/** Its parser knows no private fields, so it reads the same code as it was written in 2021. */
async function lower(folder: string): Promise<void> {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !['.js', '.cjs'].includes(extname(entry.name))) continue;
    const path = join(entry.parentPath, entry.name);
    const { code } = await transformWithOxc(readFileSync(path, 'utf8'), path, {
      target: 'es2021',
      lang: 'js',
    });
    writeFileSync(path, code);
  }
}

function scan(folder: string): Found {
  const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    devDependencies: { electron: string };
  };
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, 'scan.mjs'), folder, devDependencies.electron],
    { encoding: 'utf8', timeout: 120_000 },
  );
  const line = stdout.trim().split('\n').at(-1) ?? '';
  if (!line.startsWith('{')) throw new Error(`The scanner ended too soon.\n${stdout}\n${stderr}`);
  return JSON.parse(line) as Found;
}

beforeAll(async () => {
  lowered = mkdtempSync(join(tmpdir(), 'parley-scan-'));
  const leaveOut = (path: string) => !path.endsWith('.map');
  for (const part of ['main', 'preload', 'renderer'])
    cpSync(join(root, 'out', part), join(lowered, part), { recursive: true, filter: leaveOut });
  await lower(lowered);
  found = scan(lowered);
}, 180_000);

afterAll(() => rmSync(lowered, { recursive: true, force: true }));

test('every file could be read', () => {
  expect(found.unread).toEqual([]);
});

test('nothing is of high severity', () => {
  expect(found.issues.filter(({ severity }) => severity === 'HIGH')).toEqual([]);
});

test('each finding of medium severity is known, and each that is known is still found', () => {
  const medium = found.issues
    .filter(({ severity }) => severity === 'MEDIUM')
    .map(({ id, file }) => `${id} ${file}`);
  expect([...new Set(medium)].sort()).toEqual(Object.keys(waived).sort());
});

test('the scanner sees what it should: a window that goes anywhere', { timeout: 60_000 }, () => {
  const worse = mkdtempSync(join(tmpdir(), 'parley-scan-'));
  try {
    writeFileSync(
      join(worse, 'main.js'),
      `const { BrowserWindow } = require('electron');\nnew BrowserWindow({ webPreferences: { nodeIntegration: true } });\n`,
    );
    expect(scan(worse).issues.map(({ id, severity }) => `${severity} ${id}`)).toContain(
      'HIGH LIMIT_NAVIGATION_GLOBAL_CHECK',
    );
  } finally {
    rmSync(worse, { recursive: true, force: true });
  }
});
