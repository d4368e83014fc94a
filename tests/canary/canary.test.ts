/** A guard that reports nothing is worse than none: here each one meets a fault that it must report. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
let copy: string;

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'parley-canary-'));
  for (const name of [
    'src',
    'package.json',
    'tsconfig.json',
    'eslint.config.js',
    'svelte.config.js',
    'scripts',
  ]) {
    cpSync(join(root, name), join(copy, name), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** A checker's words, in the copy. */
function run(tool: string, ...args: string[]): { failed: boolean; said: string } {
  const bin = join(root, 'node_modules/.bin');
  const env = { ...process.env, PATH: `${bin}:${dirname(process.execPath)}:${process.env['PATH'] ?? ''}` };
  const { status, stdout, stderr } = spawnSync(join(bin, tool), args, { cwd: copy, encoding: 'utf8', env });
  return { failed: status !== 0, said: stdout + stderr };
}

function seed(file: string, text: string): void {
  writeFileSync(join(copy, file), text);
}

test('svelte-check reports a wrong type in a script and in the markup', { timeout: 180_000 }, () => {
  seed(
    'src/renderer/components/ui/Seeded.svelte',
    `<script lang="ts">\n  const seeded: number = 'text';\n</script>\n\n<p title={seeded.nowhere}>{seeded}</p>\n`,
  );
  const { failed, said } = run(
    'svelte-check',
    '--tsconfig',
    'src/renderer/tsconfig.json',
    '--output',
    'machine',
  );
  rmSync(join(copy, 'src/renderer/components/ui/Seeded.svelte'));
  expect(failed).toBe(true);
  expect(said).toMatch(/Seeded\.svelte.*not assignable to type 'number'/);
  expect(said).toMatch(/Seeded\.svelte.*'nowhere' does not exist/);
});

const breaches: readonly (readonly [file: string, line: string])[] = [
  ['src/shared/seeded.ts', `import 'node:fs';`],
  ['src/shared/seeded2.ts', `import '../main/app';`],
  ['src/preload/seeded.ts', `import 'zod';`],
  [
    'src/main/shell/seeded.ts',
    `import { TurnService } from '../services/turn-service';\nexport const x = TurnService;`,
  ],
  ['src/main/shell/seeded2.ts', `import { Router } from '../ipc/router';\nexport const x = Router;`],
  ['src/main/ipc/seeded.ts', `import 'electron';`],
  ['src/main/ipc/seeded2.ts', `import { createApp } from '../app';\nexport const x = createApp;`],
  ['src/main/services/seeded.ts', `import 'openai';`],
  ['src/main/services/seeded2.ts', `import 'keytar';`],
  ['src/main/storage/seeded.ts', `import 'better-sqlite3-multiple-ciphers';`],
  ['src/main/storage/seeded2.ts', `import '../services/title';`],
  ['src/main/openai/seeded.ts', `import '../storage/database';`],
  [
    'src/main/openai/seeded2.ts',
    `import { TurnService } from '../services/turn-service';\nexport const x = TurnService;`,
  ],
  ['src/main/keychain/seeded.ts', `import 'electron';`],
  ['src/renderer/lib/seeded.ts', `import '../state/context';`],
  ['src/renderer/components/ui/seeded.ts', `import '../../state/context';`],
  [
    'src/renderer/components/ui/seeded2.ts',
    `import { createApi } from '../../api';\nexport const x = createApi;`,
  ],
  ['src/renderer/state/seeded.ts', `import '../views/Sidebar.svelte';`],
  [
    'src/renderer/state/seeded2.ts',
    `import { calls } from '../../shared/contract';\nexport const x = calls;`,
  ],
  ['src/renderer/views/seeded.ts', `import 'electron';`],
];

test('the room rules report every door that a room must not open', { timeout: 180_000 }, () => {
  for (const [file, line] of breaches) seed(file, `${line}\n`);
  const { failed, said } = run('eslint', '--format', 'json', ...breaches.map(([file]) => file));
  for (const [file] of breaches) rmSync(join(copy, file));
  expect(failed).toBe(true);
  const results = JSON.parse(said) as { filePath: string; messages: { ruleId: string | null }[] }[];
  const silent = breaches.filter(
    ([file]) =>
      !results
        .find(({ filePath }) => filePath.endsWith(file))
        ?.messages.some(({ ruleId }) => ruleId === '@typescript-eslint/no-restricted-imports'),
  );
  expect(silent).toEqual([]);
});

test('a call without a handler does not compile', { timeout: 180_000 }, () => {
  seed(
    'src/main/ipc/seeded.ts',
    `import type { Handlers } from '../../shared/contract';\n` +
      `const { 'turn.stop': _, ...rest } = {} as Handlers;\nexport const missing: Handlers = rest;\n`,
  );
  const { failed, said } = run('tsc', '-p', 'src/main');
  rmSync(join(copy, 'src/main/ipc/seeded.ts'));
  expect(failed).toBe(true);
  expect(said).toMatch(/seeded\.ts.*'"turn\.stop"' is missing/);
});
