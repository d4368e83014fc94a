import { execFileSync } from 'node:child_process';
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';

const { deb } = inject('packed');

/** A system of its own, with nothing in it; `here` names a place in it. */
function emptySystem() {
  const root = mkdtempSync(join(tmpdir(), 'parley-root-'));
  const admin = join(root, 'var/lib/dpkg');
  mkdirSync(join(admin, 'info'), { recursive: true });
  mkdirSync(join(admin, 'updates'));
  writeFileSync(join(admin, 'status'), '');
  return {
    here: (path: string) => join(root, path),
    /** Everything that is not dpkg's own bookkeeping. */
    files: () =>
      readdirSync(root, { recursive: true, encoding: 'utf8' })
        .filter((path) => !lstatSync(join(root, path)).isDirectory() && !path.startsWith('var/'))
        .sort(),
    dpkg: (...args: readonly string[]) =>
      execFileSync(
        'dpkg',
        [
          ...[`--root=${root}`, '--force-not-root', '--force-script-chrootless', '--force-depends'],
          ...['--log=/dev/null', ...args],
        ],
        { stdio: 'pipe' }, // it tells at length that the system is empty
      ),
    [Symbol.dispose]: () => rmSync(root, { recursive: true, force: true }),
  };
}

test('the package installs a program in the path, a menu entry and its pictures', () => {
  using system = emptySystem();
  system.dpkg('--install', deb);
  const files = system.files();
  expect(readlinkSync(system.here('usr/bin/parley'))).toBe('/opt/Parley/parley');
  expect(files).toContain('opt/Parley/resources/app.asar');
  expect(files).toContain('usr/share/applications/parley.desktop');
  for (const size of [16, 24, 32, 48, 64, 128, 256, 512]) {
    expect(files).toContain(`usr/share/icons/hicolor/${size}x${size}/apps/parley.png`);
  }
  expect(lstatSync(system.here('opt/Parley/chrome-sandbox')).mode & 0o777).toBe(0o755);
});

test('removing it leaves nothing behind', () => {
  using system = emptySystem();
  system.dpkg('--install', deb);
  system.dpkg('--purge', 'parley');
  expect(system.files()).toEqual([]);
});

test('a newer version over it keeps the program in the path', () => {
  using system = emptySystem();
  system.dpkg('--install', deb);
  system.dpkg('--install', deb);
  expect(readlinkSync(system.here('usr/bin/parley'))).toBe('/opt/Parley/parley');
});

test('it says what it is and what it needs', () => {
  const says = (field: string) => execFileSync('dpkg-deb', ['--field', deb, field]).toString().trim();
  expect(says('Package')).toBe('parley');
  expect(says('Architecture')).toBe('amd64');
  expect(says('Depends')).toContain('libsecret-1-0');
  expect(says('Description')).toMatch(/^Chat with OpenAI/);
});

test('the menu entry is valid, and is that of the windows', () => {
  using system = emptySystem();
  system.dpkg('--install', deb);
  const path = system.here('usr/share/applications/parley.desktop');
  expect(execFileSync('desktop-file-validate', [path]).toString()).toBe('');
  const entry = readFileSync(path, 'utf8');
  expect(entry).toMatch(/^Name=Parley$/m);
  expect(entry).toMatch(/^Exec=\/opt\/Parley\/parley %U$/m);
  expect(entry).toMatch(/^Icon=parley$/m);
  expect(entry).toMatch(/^StartupWMClass=parley$/m);
  expect(entry).toMatch(/^Categories=Network;Chat;$/m);
  expect(entry).toMatch(/^Comment\[de\]=/m);
});
