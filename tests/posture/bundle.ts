import { spawn } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Seen } from './seen.ts';

const root = resolve(import.meta.dirname, '../..');

/** The texts of a built app that decide how safe it is, and what it did when it was run. */
export interface Bundle {
  readonly seen: Seen;
  readonly main: string;
  readonly html: string;
  /** What stands in package.json. */
  readonly electron: string;
  /** What Electron's program is packed with. */
  readonly fuses: Readonly<Record<string, boolean>>;
}

export type Part = 'main' | 'preload' | 'html' | 'package' | 'fuses';

const FILES: Record<Part, string> = {
  main: 'out/main/index.js',
  preload: 'out/preload/index.cjs',
  html: 'out/renderer/index.html',
  package: 'package.json',
  fuses: 'build/fuses.mjs',
};

export function textOf(part: Part): string {
  return readFileSync(join(root, FILES[part]), 'utf8');
}

/** The built app, or one that differs from it in the text of one part. */
export async function lookAt(change?: { readonly part: Part; readonly text: string }): Promise<Bundle> {
  if (!change) return read(root);
  const copy = mkdtempSync(join(tmpdir(), 'parley-weaker-'));
  try {
    const whole = (path: string) => symlinkSync(join(root, path), join(copy, path));
    for (const path of ['node_modules', 'package.json']) whole(path);
    mkdirSync(join(copy, 'build'));
    whole(FILES.fuses);
    for (const part of ['main', 'preload', 'renderer']) {
      mkdirSync(join(copy, 'out', part), { recursive: true });
      for (const name of readdirSync(join(root, 'out', part))) whole(join('out', part, name));
    }
    rmSync(join(copy, FILES[change.part]));
    writeFileSync(join(copy, FILES[change.part]), change.text);
    return await read(copy);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

async function read(folder: string): Promise<Bundle> {
  const at = (part: Part) => readFileSync(join(folder, FILES[part]), 'utf8');
  const { devDependencies } = JSON.parse(at('package')) as { devDependencies: { electron: string } };
  const { fuses } = (await import(pathToFileURL(join(folder, FILES.fuses)).href)) as Pick<Bundle, 'fuses'>;
  const { electron } = devDependencies;
  return { seen: await run(folder), main: at('main'), html: at('html'), electron, fuses };
}

const LIMIT_MS = 30_000;

function run(folder: string): Promise<Seen> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'look.ts'), folder], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const limit = setTimeout(() => child.kill('SIGKILL'), LIMIT_MS);
  let said = '';
  let complained = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (complained += chunk.toString()));
  return new Promise((done, fail) => {
    child.on('close', () => {
      clearTimeout(limit);
      const line = said.trim().split('\n').at(-1) ?? '';
      if (line.startsWith('{')) done(JSON.parse(line) as Seen);
      else fail(new Error(`The bundle could not be looked at.\n${complained}`));
    });
  });
}
