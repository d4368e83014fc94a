/** A library that cannot be opened says why, stays as it is, and can be helped. */
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3-multiple-ciphers';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { buildCore } from '../core/core';
import { fakeVault, fill, libraryIn, startCore } from './library';

const TITLES = ['Sea', 'Sky'];
/** The newest first. */
const SHOWN = ['Sky', 'Sea'];

let folder: string;
const closing: (() => unknown)[] = [];
beforeAll(async () => {
  await buildCore();
});
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'parley-care-'))));
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
  rmSync(folder, { recursive: true, force: true });
});

async function start(wishes: Partial<Parameters<typeof startCore>[0]> = {}) {
  const parley = await startCore({ userData: folder, ...wishes });
  closing.push(() => parley.core.close());
  return parley;
}

/** A library that was opened once, so that it is known. */
async function makeKnown(vault = fakeVault()) {
  fill(libraryIn(folder), TITLES);
  await (await startCore({ userData: folder, vault })).core.close();
}

const overwrite = (from: number, to: number) => {
  const bytes = readFileSync(libraryIn(folder));
  writeFileSync(libraryIn(folder), bytes.fill(0xaa, from, to));
};

const closedBy = (trouble: string) =>
  expect.objectContaining({ code: 'LIBRARY_CLOSED', details: expect.objectContaining({ trouble }) });

test('an empty folder gets a new library, and from then on it is known', async () => {
  const { call } = await start({ userData: join(folder, 'new') });
  expect(await call('library.state')).toMatchObject({ trouble: null, encrypted: false, readOnly: null });
  expect(existsSync(join(folder, 'new/library.json'))).toBe(true);
});

test.each([
  ['its first page overwritten', () => overwrite(0, 4096), 'CORRUPT'],
  ['its end cut off', () => truncateSync(libraryIn(folder), 9000), 'CORRUPT'],
  ['no byte left', () => truncateSync(libraryIn(folder), 0), 'GONE'],
  ['its file gone', () => rmSync(libraryIn(folder)), 'GONE'],
  ['a folder in its place', () => (rmSync(libraryIn(folder)), mkdirSync(libraryIn(folder))), 'UNREADABLE'],
  ['a newer version', () => setVersion(99), 'NEWER'],
])('a library with %s is told as it is, and nothing is begun or changed', async (_, harm, trouble) => {
  await makeKnown();
  harm();
  const before = existsSync(libraryIn(folder)) && trouble !== 'UNREADABLE' && readFileSync(libraryIn(folder));
  const { call, core } = await start();
  await expect(call('app.start')).rejects.toEqual(closedBy(trouble));
  await expect(
    call('conversations.list', { before: { id: crypto.randomUUID(), updatedAt: 1 } }),
  ).rejects.toEqual(closedBy(trouble));
  expect(await call('library.state')).toMatchObject({ trouble, work: null });
  expect(core.app).toBeNull();
  if (before) expect(readFileSync(libraryIn(folder)).equals(before)).toBe(true);
  else if (trouble === 'GONE') expect(existsSync(libraryIn(folder))).toBe(false);
});

function setVersion(version: number): void {
  const db = new Database(libraryIn(folder));
  db.pragma(`user_version = ${version}`);
  db.close();
}

test('a library that another program holds is told at once, and opens when it is free', async () => {
  await makeKnown();
  const other = new Database(libraryIn(folder));
  other.pragma('locking_mode = EXCLUSIVE');
  other.exec('BEGIN EXCLUSIVE; UPDATE conversation SET updated_at = updated_at + 1; COMMIT');
  const began = performance.now();
  const parley = await start();
  expect(performance.now() - began).toBeLessThan(1500);
  await expect(parley.call('app.start')).rejects.toEqual(closedBy('LOCKED'));
  expect(await parley.call('library.retry')).toBe(false);
  other.close();
  expect(await parley.call('library.retry')).toBe(true);
  expect([parley.titles(), parley.reloads]).toEqual([SHOWN, 1]);
});

test('a folder that is not there is told, and another one can be chosen', async () => {
  await makeKnown();
  const away = join(folder, 'disk');
  mkdirSync(away);
  const moving = await start({ chooseFolder: () => away });
  expect(await moving.call('library.move')).toBe(true);
  await moving.core.close();
  renameSync(away, `${away}-gone`);
  const { call, titles } = await start({ chooseFolder: () => `${away}-gone` });
  await expect(call('app.start')).rejects.toEqual(closedBy('MISSING_FOLDER'));
  expect(existsSync(away)).toBe(false);
  expect(await call('library.choose')).toBe(true);
  expect(titles()).toEqual(SHOWN);
});

test('what is missing is begun anew only when a person says so', async () => {
  await makeKnown();
  rmSync(libraryIn(folder));
  const { call, titles } = await start();
  await expect(call('app.start')).rejects.toEqual(closedBy('GONE'));
  await call('library.begin');
  expect(titles()).toEqual([]);
});

test('a damaged library is restored from a backup, and the damaged file stays', async () => {
  await makeKnown();
  const first = await start();
  const [backup] = await first.call('library.backUp');
  expect(backup).toMatchObject({ conversations: 2, messages: 2, rescued: false });
  await first.core.close();
  overwrite(0, 4096);
  const damaged = readFileSync(libraryIn(folder));

  const { call, titles } = await start();
  await expect(call('app.start')).rejects.toEqual(closedBy('CORRUPT'));
  expect(await call('library.snapshots')).toHaveLength(1);
  await call('library.restore', { name: backup?.name ?? '' });
  expect(titles()).toEqual(SHOWN);
  expect(await call('library.state')).toMatchObject({ trouble: null, done: 'restore', failed: null });
  const [aside = ''] = readdirSync(folder).filter((name) => name.startsWith('library-set-aside'));
  expect(readFileSync(join(folder, aside)).equals(damaged)).toBe(true);
});

test('damage that shows only when a page is read closes the library then, and it can be rescued', async () => {
  fill(
    libraryIn(folder),
    Array.from({ length: 300 }, (_, n) => `Chat ${n}`),
  );
  await (await startCore({ userData: folder })).core.close();
  const at = readFileSync(libraryIn(folder)).indexOf('Chat 150? ');
  overwrite(at - (at % 4096), at - (at % 4096) + 4096);
  const { call, events, titles } = await start();
  await expect(call('library.backUp')).rejects.toThrow();
  expect(events.at(-1)).toMatchObject({ name: 'library.closed', state: { trouble: 'CORRUPT' } });
  const [rescued] = await call('library.rescue');
  expect(rescued).toMatchObject({ rescued: true, conversations: 300 });
  expect(rescued?.messages).toBeGreaterThan(285);
  await call('library.restore', { name: rescued?.name ?? '' });
  expect(titles()).toContain('Chat 299');
});

test('restoring in good times makes what was there a backup first', async () => {
  await makeKnown();
  const { call, core, titles } = await start();
  const [backup] = await call('library.backUp');
  core.app?.library.rename({ id: core.app.library.list()[0]?.id ?? '', title: 'Renamed' });
  await call('library.restore', { name: backup?.name ?? '' });
  expect(titles()).toEqual(SHOWN);
  const [newest] = await call('library.snapshots');
  await call('library.restore', { name: newest?.name ?? '' });
  expect(titles()).toEqual(['Renamed', 'Sea']);
});

test('seven backups are kept', async () => {
  await makeKnown();
  const { call } = await start();
  for (let n = 0; n < 9; n++) await call('library.backUp');
  expect(await call('library.snapshots')).toHaveLength(7);
});

test('an older library is backed up before it is brought up to date, and stays where that fails', async () => {
  await makeKnown();
  const db = new Database(libraryIn(folder));
  db.pragma('user_version = 3'); // the next step builds tables that are there already, so it fails
  db.close();
  const { call, reported } = await start();
  await expect(call('app.start')).rejects.toEqual(closedBy('MIGRATION_FAILED'));
  expect(await call('library.snapshots')).toMatchObject([{ conversations: 2, messages: 2 }]);
  expect(reported.join()).toContain('up to date');
  const kept = new Database(libraryIn(folder), { readonly: true });
  expect(kept.pragma('user_version', { simple: true })).toBe(3);
  expect(kept.prepare('SELECT count(*) FROM message').pluck().get()).toBe(2);
  kept.close();
});

/** Only root can have a disk of its own. */
const canMount = process.platform === 'linux' && process.getuid?.() === 0;
function mount(...args: readonly string[]): void {
  execFileSync('mount', [...args, folder]);
  closing.push(() => execFileSync('umount', ['-l', folder]));
}

test.runIf(canMount)('a read-only disk is told, and its chats can be read', async () => {
  await makeKnown();
  mount('--bind', folder);
  execFileSync('mount', ['-o', 'remount,ro,bind', folder]);
  const { call, titles, core } = await start();
  await expect(call('app.start')).rejects.toEqual(closedBy('READ_ONLY'));
  await call('library.openReadOnly');
  expect(await call('app.start')).toMatchObject({ readOnly: 'READ_ONLY' });
  expect(titles()).toEqual(SHOWN);
  const [chat] = core.app?.library.list() ?? [];
  await expect(call('conversations.rename', { id: chat?.id ?? '', title: 'No' })).rejects.toMatchObject({
    code: 'LIBRARY_READ_ONLY',
  });
  expect(await call('library.retry')).toBe(false);
});

test.runIf(canMount)('a full disk is told, and the library opens once there is room', async () => {
  mount('-t', 'tmpfs', '-o', 'size=1m', 'tmpfs');
  await makeKnown();
  writeFull(join(folder, 'filler'));
  const { call, titles } = await start();
  await expect(call('app.start')).rejects.toEqual(closedBy('DISK_FULL'));
  rmSync(join(folder, 'filler'));
  expect(await call('library.retry')).toBe(true);
  expect(titles()).toEqual(SHOWN);
});

function writeFull(path: string): void {
  for (let size = 0; ; size += 4096) {
    try {
      writeFileSync(path, Buffer.alloc(4096), { flag: 'a' });
    } catch {
      return;
    }
  }
}

test('a library that is moved is in the new folder, with its backups, and nowhere half', async () => {
  await makeKnown();
  const target = join(folder, 'elsewhere');
  mkdirSync(target);
  const parley = await start({ chooseFolder: () => target });
  await parley.call('library.backUp');
  expect(await parley.call('library.move')).toBe(true);
  expect(parley.titles()).toEqual(SHOWN);
  expect(await parley.call('library.state')).toMatchObject({ folder: target, done: 'move' });
  expect(await parley.call('library.snapshots')).toHaveLength(1);
  expect(existsSync(libraryIn(folder))).toBe(false);
  expect(readdirSync(folder).some((name) => name.startsWith('library-moved'))).toBe(true);
  await parley.core.close();
  expect((await start()).titles()).toEqual(SHOWN);
});

test('a folder that has a library is not moved into, and nothing has happened', async () => {
  await makeKnown();
  const target = join(folder, 'elsewhere');
  mkdirSync(target);
  fill(libraryIn(target), ['Other']);
  const { call, titles } = await start({ chooseFolder: () => target });
  await expect(call('library.move')).rejects.toMatchObject({ code: 'FOLDER_REFUSED' });
  expect(titles()).toEqual(SHOWN);
});
