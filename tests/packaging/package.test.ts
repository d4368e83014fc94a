import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { extractFile, getRawHeader, listPackage } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { expect, inject, test } from 'vitest';
import { FEED } from './pack.ts';

const { folder, asar, program } = inject('packed');
const files = listPackage(asar, { isPack: false }).map((path) => path.replaceAll('\\', '/'));

test('the nine fuses are set as decided, and there is no tenth', async () => {
  const { version, ...wire } = await getCurrentFuseWire(program);
  const read = Object.entries(wire).filter(([name]) => /^\d+$/.test(name));
  const set = read.map(([fuse, state]) => [FuseV1Options[Number(fuse)], state === FuseState.ENABLE]);
  expect(version).toBe('1');
  expect(Object.fromEntries(set)).toEqual({
    RunAsNode: false,
    EnableCookieEncryption: true,
    EnableNodeOptionsEnvironmentVariable: false,
    EnableNodeCliInspectArguments: false,
    EnableEmbeddedAsarIntegrityValidation: true,
    OnlyLoadAppFromAsar: true,
    LoadBrowserProcessSpecificV8Snapshot: false,
    GrantFileProtocolExtraPrivileges: false,
    WasmTrapHandlers: true,
  });
});

test('the archive has the app and nothing else', () => {
  for (const needed of ['out/main/index.js', 'out/main/library-worker.js', 'out/main/token-worker.js']) {
    expect(files).toContain(`/${needed}`);
  }
  expect(files).toContain('/out/preload/index.cjs');
  expect(files).toContain('/out/renderer/index.html');
  const tops = new Set(files.map((file) => file.split('/')[1]));
  expect([...tops].sort()).toEqual(['LICENSE', 'node_modules', 'out', 'package.json']);
  expect(files.filter((file) => /\.(map|ts|svelte)$|\.test\.|\/(src|tests|deps)\//.test(file))).toEqual([]);
});

test('of all packages only the two native modules are packed, each for this system alone', () => {
  const packages = files.filter((file) => /^\/node_modules\/[^/]+$/.test(file)).sort();
  expect(packages).toEqual(['/node_modules/better-sqlite3-multiple-ciphers', '/node_modules/keytar']);
  expect(files.filter((file) => file.endsWith('.node')).sort()).toEqual([
    '/node_modules/better-sqlite3-multiple-ciphers/prebuilds/linux-x64.node',
    '/node_modules/keytar/prebuilds/linux-x64/keytar.node',
  ]);
});

test('every file in the archive carries its hash, which Electron compares', () => {
  const missing: string[] = [];
  const look = (entries: Readonly<Record<string, unknown>>, at: string) => {
    for (const [name, entry] of Object.entries(entries)) {
      const { files: inner, integrity } = entry as { files?: Record<string, unknown>; integrity?: unknown };
      if (inner) look(inner, `${at}/${name}`);
      else if (!integrity) missing.push(`${at}/${name}`);
    }
  };
  look(getRawHeader(asar).header.files, '');
  expect(missing).toEqual([]);
});

test('what is packed says its name and version, and none of what it was built with', () => {
  const packed = JSON.parse(extractFile(asar, 'package.json').toString()) as Record<string, unknown>;
  expect(packed).toMatchObject({ name: 'parley', productName: 'Parley', main: './out/main/index.js' });
  expect(packed['desktopName']).toBe('parley.desktop');
  expect(Object.keys(packed)).not.toEqual(expect.arrayContaining(['devDependencies']));
  expect(Object.keys(packed)).not.toEqual(expect.arrayContaining(['scripts']));
});

test('the native modules lie beside the archive and can be loaded from there', () => {
  const load = createRequire(join(`${asar}.unpacked`, 'index.js'));
  const Database = load('better-sqlite3-multiple-ciphers') as new (path: string) => {
    prepare: (sql: string) => { pluck: () => { get: () => unknown } };
    close: () => void;
  };
  const db = new Database(':memory:');
  expect(db.prepare('SELECT 6 * 7').pluck().get()).toBe(42);
  db.close();
  expect(load('keytar')).toHaveProperty('getPassword');
});

test('the licences of all that is bundled are packed, with their words', () => {
  const [file] = files.filter((name) => /_virtual_licences-[\w-]+\.js$/.test(name));
  const text = extractFile(asar, String(file).slice(1)).toString();
  for (const name of ['electron', 'svelte', 'openai', '@github/keytar', 'mermaid', 'markdown-it', 'yauzl']) {
    expect(text).toContain(`"name":"${name}"`);
  }
  expect(text).toContain('Permission is hereby granted');
  expect(existsSync(join(folder, 'LICENSE.electron.txt'))).toBe(true);
  expect(existsSync(join(folder, 'LICENSES.chromium.html'))).toBe(true);
});

test('new versions are looked for where the build was told', () => {
  const feed = readFileSync(join(folder, 'resources/app-update.yml'), 'utf8');
  expect(feed).toContain(`url: ${FEED}`);
  expect(feed).toContain('provider: generic');
});

test('of Chromium’s languages those of the app are packed', () => {
  expect(readdirSync(join(folder, 'locales')).sort()).toEqual(['de.pak', 'en-US.pak']);
});

test('the sizes are known', () => {
  const mega = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
  const sum = (root: string): number => {
    const entries = readdirSync(root, { recursive: true, encoding: 'utf8' });
    return entries.map((entry) => statSync(join(root, entry))).reduce((all, { size }) => all + size, 0);
  };
  const sizes = {
    'app.asar': statSync(asar).size,
    'out/main': sum(resolve('out/main')),
    'out/renderer': sum(resolve('out/renderer')),
    'native modules': sum(`${asar}.unpacked`),
    '.deb without Electron': statSync(inject('packed').deb).size,
  };
  console.table(Object.fromEntries(Object.entries(sizes).map(([what, size]) => [what, mega(size)])));
  expect(sizes['app.asar'] + sizes['native modules']).toBeLessThan(40e6);
});
