/**
 * What the app, the stand-in and the tests need of a Linux system.
 *
 * As root on Debian and Ubuntu, what is missing is installed; elsewhere the line to run is printed.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { stop } from './node-version.mjs';

/**
 * @typedef {object} Need
 * @property {() => boolean | Promise<boolean>} found
 * @property {string} apt
 * @property {string} dnf
 * @property {string} pacman
 */

/** @satisfies {Record<string, Need>} */
const needs = {
  libsecret: {
    found: () => hasLibrary('libsecret-1.so.0'),
    apt: 'libsecret-1-0',
    dnf: 'libsecret',
    pacman: 'libsecret',
  },
  chromium: { found: hasChromium, apt: 'chromium', dnf: 'chromium', pacman: 'chromium' },
  anyFont: {
    found: () => hasFont(/\.(ttf|otf|ttc)$/i),
    apt: 'fonts-noto-core',
    dnf: 'google-noto-sans-fonts',
    pacman: 'noto-fonts',
  },
  textFont: {
    found: () => hasFont(/^NotoSans(-Regular|\[).*\.(ttf|otf|ttc)$/),
    apt: 'fonts-noto-core',
    dnf: 'google-noto-sans-fonts',
    pacman: 'noto-fonts',
  },
  emojiFont: {
    found: () => hasFont(/^(Noto-?COLRv1|NotoColorEmoji).*\.ttf$/),
    apt: 'fonts-noto-color-emoji',
    dnf: 'google-noto-color-emoji-fonts',
    pacman: 'noto-fonts-emoji',
  },
  keyring: {
    found: () => hasProgram('gnome-keyring-daemon'),
    apt: 'gnome-keyring',
    dnf: 'gnome-keyring',
    pacman: 'gnome-keyring',
  },
  bus: { found: () => hasProgram('dbus-daemon'), apt: 'dbus', dnf: 'dbus-daemon', pacman: 'dbus' },
  desktopFiles: {
    found: () => hasProgram('desktop-file-validate'),
    apt: 'desktop-file-utils',
    dnf: 'desktop-file-utils',
    pacman: 'desktop-file-utils',
  },
  busClient: { found: () => hasProgram('gdbus'), apt: 'libglib2.0-bin', dnf: 'glib2', pacman: 'glib2' },
};

/** @type {Record<'app' | 'standin' | 'tests', readonly Need[]>} */
const tasks = {
  app: [needs.libsecret],
  standin: [needs.libsecret, needs.chromium, needs.anyFont],
  tests: [
    needs.libsecret,
    needs.chromium,
    needs.textFont,
    needs.emojiFont,
    needs.keyring,
    needs.bus,
    needs.busClient,
    needs.desktopFiles,
  ],
};

/**
 * Returns when everything is there, and ends the process when it is not.
 *
 * @param {keyof typeof tasks} task
 */
export async function requireSystemPackages(task) {
  if (process.platform !== 'linux') return;
  const missing = await missingFor(task);
  if (missing.length === 0) return;
  if (hasProgram('apt-get') && process.getuid?.() === 0) {
    installWithApt(missing.map(({ apt }) => apt));
    if ((await missingFor(task)).length === 0) return;
  }
  const hint = missing.includes(needs.chromium)
    ? '\n(Another Chromium or Chrome does as well: name it in STANDIN_CHROMIUM.)'
    : '';
  stop(
    `Some system packages are missing. Install them, then run this again:\n\n  ${lineFor(missing)}\n${hint}`,
  );
}

/** @param {keyof typeof tasks} task */
async function missingFor(task) {
  const found = await Promise.all(tasks[task].map((need) => need.found()));
  return tasks[task].filter((_, index) => !found[index]);
}

/** @param {readonly string[]} packages */
function installWithApt(packages) {
  console.log(`Installing system packages: ${packages.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const patience = ['-o', 'DPkg::Lock::Timeout=120', '-o', 'Acquire::Retries=3'];
  const install = ['install', '--yes', '--no-install-recommends', ...packages];
  for (const args of [['update'], install]) {
    const { status, stdout, stderr } = spawnSync('apt-get', ['-qq', ...patience, ...args], {
      env,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
    if (status !== 0) console.error(`apt-get ${args[0]} failed:\n${stdout}${stderr}`);
  }
}

/** @param {readonly Need[]} missing */
function lineFor(missing) {
  /** @param {'apt' | 'dnf' | 'pacman'} manager */
  const packages = (manager) => [...new Set(missing.map((need) => need[manager]))].join(' ');
  if (hasProgram('dnf')) return `sudo dnf install ${packages('dnf')}`;
  if (hasProgram('pacman')) return `sudo pacman -S --needed ${packages('pacman')}`;
  return `sudo apt-get update && sudo apt-get install --no-install-recommends ${packages('apt')}`;
}

/** @param {string} name */
function hasProgram(name) {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return [...folders, '/usr/sbin', '/sbin'].some((folder) => folder !== '' && existsSync(join(folder, name)));
}

/** @param {string} name */
function hasLibrary(name) {
  const multiarch = namesIn('/usr/lib').filter((folder) => folder.includes('-linux-'));
  const folders = ['/usr/lib', '/usr/lib64', '/lib', '/lib64', '/usr/local/lib'];
  const told = (process.env['LD_LIBRARY_PATH'] ?? '').split(delimiter).filter(Boolean);
  return [...told, ...folders, ...multiarch.map((folder) => join('/usr/lib', folder))].some((folder) =>
    existsSync(join(folder, name)),
  );
}

/** @param {RegExp} name */
function hasFont(name) {
  const home = homedir();
  const folders = [
    '/usr/share/fonts',
    '/usr/local/share/fonts',
    `${home}/.fonts`,
    `${home}/.local/share/fonts`,
  ];
  return folders.some((folder) =>
    namesIn(folder, { recursive: true }).some((path) => name.test(path.split('/').at(-1) ?? '')),
  );
}

async function hasChromium() {
  const { findChromium } = await import('../tests/standin/chromium.ts');
  try {
    findChromium();
    return true;
  } catch (error) {
    // One that was named and is not there cannot be mended by installing another.
    if (process.env['STANDIN_CHROMIUM'] && error instanceof Error) stop(error.message);
    return false;
  }
}

/**
 * @param {string} folder
 * @param {{ recursive?: boolean }} [options]
 */
function namesIn(folder, options = {}) {
  return existsSync(folder) ? readdirSync(folder, { encoding: 'utf8', ...options }) : [];
}
