/** The built app on this machine: in Electron, or, where its program cannot be had, in the stand-in. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { npmRun, projectEnv, root, run } from './child.mjs';
import { stop } from './node-version.mjs';
import { requireSystemPackages } from './system-packages.mjs';

const DOWNLOAD_LIMIT_MS = 5 * 60_000;

/**
 * Where the app runs, once everything that it needs is there.
 *
 * @typedef {object} Host
 * @property {string} program
 * @property {readonly string[]} switches
 * @property {Record<string, string>} env
 */

/**
 * Gets everything ready, or ends the process with a sentence that says what is missing.
 *
 * @returns {Promise<Host>}
 */
export async function prepareApp() {
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) {
    stop('There is no display to show a window on: neither DISPLAY nor WAYLAND_DISPLAY is set.');
  }
  await requireSystemPackages('app');
  await buildIfOlder();
  return (await electronHost()) ?? (await standinHost());
}

/**
 * Resolves with the app's exit code.
 *
 * @param {Host} host
 * @param {readonly string[]} args
 * @param {Record<string, string>} [env]
 */
export async function runApp(host, args, env = {}) {
  // Switches stand before the app's folder, everything else behind it.
  const switches = args.filter((arg) => arg.startsWith('--'));
  const rest = args.filter((arg) => !arg.startsWith('--'));
  const { code, interrupted } = await run(host.program, [...host.switches, ...switches, root, ...rest], {
    env: { ...projectEnv, ...host.env, ...env },
  });
  return interrupted ? 0 : code;
}

async function buildIfOlder() {
  const built = changedAt(join(root, 'out', 'main', 'index.js'));
  const sources = ['src', 'package.json', 'electron.vite.config.ts', 'svelte.config.js'];
  if (built > Math.max(...sources.map((path) => newestIn(join(root, path))))) return;
  console.log('Building Parley …');
  const { code } = await npmRun('build', ['--logLevel', 'warn']);
  if (code !== 0) stop('Parley could not be built; the reason is above.');
}

/** @param {string} path */
const changedAt = (path) => (existsSync(path) ? statSync(path).mtimeMs : 0);

/** @param {string} path */
function newestIn(path) {
  const inside = statSync(path).isDirectory() ? readdirSync(path, { recursive: true, encoding: 'utf8' }) : [];
  return Math.max(changedAt(path), ...inside.map((name) => changedAt(join(path, name))));
}

/** @returns {Promise<Host | null>} null where Electron's program is not and cannot be downloaded */
async function electronHost() {
  const program = electronProgram();
  if (!existsSync(program)) {
    if (process.env['ELECTRON_OVERRIDE_DIST_PATH']) {
      stop(`ELECTRON_OVERRIDE_DIST_PATH is set, but there is no ${program}.`);
    }
    await downloadElectron();
    if (!existsSync(program)) return null;
  }
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0;
  return { program, switches: asRoot ? ['--no-sandbox'] : [], env: {} };
}

const electronPackage = () => dirname(createRequire(import.meta.url).resolve('electron/package.json'));

function electronProgram() {
  /** @type {Partial<Record<NodeJS.Platform, string>>} */
  const names = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' };
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(electronPackage(), 'dist');
  return join(folder, names[process.platform] ?? 'electron');
}

/** Quiet: whether it worked is seen by what is there afterwards. */
async function downloadElectron() {
  const slow = setTimeout(() => console.log('Downloading Electron, about 120 MB, once …'), 2000);
  const { interrupted } = await run(process.execPath, [join(electronPackage(), 'install.js')], {
    stdio: 'ignore',
    timeout: DOWNLOAD_LIMIT_MS,
  });
  clearTimeout(slow);
  if (interrupted) process.exit(130);
}

/** @returns {Promise<Host>} */
async function standinHost() {
  await requireSystemPackages('standin');
  if (process.platform === 'win32') {
    stop(
      'Electron could not be downloaded. Set ELECTRON_MIRROR or ELECTRON_OVERRIDE_DIST_PATH, then run this again.',
    );
  }
  const { findChromium } = await import('../tests/standin/chromium.ts');
  const chromium = findChromium();
  console.log(`Electron's program cannot be downloaded here, so the same built app opens in ${chromium}.`);
  console.log(
    'For Electron itself, set ELECTRON_MIRROR (an address) or ELECTRON_OVERRIDE_DIST_PATH (a folder with it).',
  );
  return {
    program: join(root, 'tests', 'standin', 'electron'),
    switches: [],
    env: { STANDIN_WINDOW: '1', STANDIN_CHROMIUM: chromium, STANDIN_NODE: process.execPath },
  };
}
