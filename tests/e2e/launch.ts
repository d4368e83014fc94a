/** Starts the built app: in Electron where its program is installed, in the stand-in elsewhere. Specs cannot tell. */
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';

const root = resolve(import.meta.dirname, '../..');

/** The app that was built; or one that was packed and taken out of its archive (`npm run dist:check`). */
const ours = process.env['PARLEY_APP_FOLDER'] ?? root;

/** The npm package `electron` brings its program by a download, which may not have happened. */
export const electronInstalled = ((): boolean => {
  const electron = dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  const pointer = join(electron, 'path.txt');
  return existsSync(pointer) && existsSync(join(electron, 'dist', readFileSync(pointer, 'utf8').trim()));
})();

// The electron package answers with this folder's `electron`, and so does Playwright, which asks it.
if (!electronInstalled) process.env['ELECTRON_OVERRIDE_DIST_PATH'] ??= join(root, 'tests/standin');

export interface LaunchOptions {
  /** Everything the app keeps lies here; a spec gives each app a folder of its own. */
  readonly userData: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Another app than ours, for the stand-in's own spec. */
  readonly folder?: string;
}

/** The developer's own key must never be what makes a spec pass, nor be spent by one. */
function environment(extra: Readonly<Record<string, string>> = {}): Record<string, string> {
  const kept = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && !/^(AZURE_)?OPENAI_/i.test(entry[0]),
  );
  return { ...Object.fromEntries(kept), ...extra };
}

/** Resolves when the app's own page, not the empty one a window starts with, has loaded. */
export async function launchApp({
  userData,
  args = [],
  env,
  folder = ours,
}: LaunchOptions): Promise<{ app: ElectronApplication; page: Page }> {
  const app = await _electron.launch({
    args: [folder, `--user-data-dir=${userData}`, ...args],
    cwd: folder,
    env: environment(env),
    // Playwright would show every page as light, whatever theme the app asks for.
    colorScheme: null,
    // Playwright would switch the sandbox off on every Linux; only root has to go without.
    chromiumSandbox: process.getuid?.() !== 0,
  });
  const page = await app.firstWindow();
  await page.waitForURL((url) => !['about:', 'data:'].includes(url.protocol));
  await page.waitForLoadState();
  return { app, page };
}

/** Ends a process as a power cut would: nothing of it gets to run again. Resolves when it is gone. */
export async function killProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}
