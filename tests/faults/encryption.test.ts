/** A library that is encrypted: with the key, without it, with another one, and with the recovery key. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { buildCore } from '../core/core';
import { fakeVault, fill, libraryIn, startCore } from './library';

const CANARY = 'canary-of-the-sky';

let folder: string;
let vault: ReturnType<typeof fakeVault>;
let running: Awaited<ReturnType<typeof startCore>> | null = null;
beforeAll(async () => {
  await buildCore();
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parley-sealed-'));
  vault = fakeVault();
  fill(libraryIn(folder), [CANARY]);
});
afterEach(async () => {
  await running?.core.close();
  rmSync(folder, { recursive: true, force: true });
});

async function start(keychain = vault) {
  await running?.core.close();
  return (running = await startCore({ userData: folder, vault: keychain }));
}

async function encrypted(): Promise<{ recoveryKey: string }> {
  const { call } = await start();
  await call('library.backUp');
  const made = await call('library.newKey');
  await call('library.encrypt');
  return made;
}

/** Every file of the folder in which a word of the chats can be read. */
const legible = () =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && readFileSync(join(entry.parentPath, entry.name)).includes(CANARY))
    .map(({ name }) => name);

const closedBy = (trouble: string) =>
  expect.objectContaining({ code: 'LIBRARY_CLOSED', details: expect.objectContaining({ trouble }) });

test('turned on, the chats are there, also after a restart, and no file has a word of them', async () => {
  await encrypted();
  expect(running?.titles()).toEqual([CANARY]);
  expect(await running?.call('library.state')).toMatchObject({ encrypted: true, done: 'encrypt' });
  expect(await running?.call('library.snapshots')).toMatchObject([{ conversations: 1, messages: 1 }]);
  expect(legible()).toEqual([]);
  expect((await start()).titles()).toEqual([CANARY]);
  expect(legible()).toEqual([]);
});

test('what was set aside or left behind by a move before goes when it is turned on', async () => {
  const { call } = await start();
  const [backup] = await call('library.backUp');
  await running?.core.close();
  writeFileSync(libraryIn(folder), readFileSync(libraryIn(folder)).fill(0xaa, 0, 4096));
  const damaged = await start();
  await damaged.call('library.restore', { name: backup?.name ?? '' });
  expect(legible().some((name) => name.startsWith('library-set-aside'))).toBe(true);
  await damaged.call('library.newKey');
  await damaged.call('library.encrypt');
  expect(legible()).toEqual([]);
});

test('turned off, the chats are there without any key', async () => {
  await encrypted();
  await running?.call('library.decrypt');
  expect(vault.entries.size).toBe(0);
  expect((await start(fakeVault())).titles()).toEqual([CANARY]);
  expect(await running?.call('library.snapshots')).toHaveLength(1);
});

test('a new key takes the place of the old one, which opens nothing any more', async () => {
  const old = await encrypted();
  const { recoveryKey } = (await running?.call('library.newKey')) ?? { recoveryKey: '' };
  await running?.call('library.encrypt');
  expect([running?.titles(), vault.entries.size]).toEqual([[CANARY], 1]);
  const { call, titles } = await start(fakeVault());
  await expect(call('library.unlock', old)).rejects.toMatchObject({ code: 'RECOVERY_KEY_REFUSED' });
  await call('library.unlock', { recoveryKey });
  expect(titles()).toEqual([CANARY]);
});

test('a keychain that is locked is told, and opens the library once it is unlocked', async () => {
  await encrypted();
  vault.locked = true;
  const { call, titles } = await start();
  await expect(call('app.start')).rejects.toEqual(closedBy('NO_KEY'));
  vault.locked = false;
  expect(await call('library.retry')).toBe(true);
  expect(titles()).toEqual([CANARY]);
});

test('a lost entry asks for the recovery key, which goes into the keychain again', async () => {
  const { recoveryKey } = await encrypted();
  vault.entries.clear();
  const { call, titles } = await start();
  await expect(call('app.start')).rejects.toEqual(closedBy('NO_KEY'));
  await expect(call('library.unlock', { recoveryKey: 'wrong' })).rejects.toMatchObject({
    code: 'RECOVERY_KEY_REFUSED',
  });
  await call('library.unlock', { recoveryKey: recoveryKey.toLowerCase() });
  expect(titles()).toEqual([CANARY]);
  expect((await start()).titles()).toEqual([CANARY]);
});

test('another key in the keychain is told, and nothing is overwritten', async () => {
  await encrypted();
  const before = readFileSync(libraryIn(folder));
  for (const entry of vault.entries.keys()) vault.entries.set(entry, '00'.repeat(32));
  await expect((await start()).call('app.start')).rejects.toEqual(closedBy('WRONG_KEY'));
  expect(readFileSync(libraryIn(folder)).equals(before)).toBe(true);
});

test('an encrypted library of which nothing is known asks for the recovery key', async () => {
  const { recoveryKey } = await encrypted();
  await running?.core.close();
  rmSync(join(folder, 'library.json'));
  vault.entries.clear();
  const { call, titles } = await start();
  await expect(call('app.start')).rejects.toEqual(closedBy('NO_KEY'));
  await call('library.unlock', { recoveryKey });
  expect(titles()).toEqual([CANARY]);
  expect((await start()).titles()).toEqual([CANARY]);
});

test('with the right key a damaged library is a damaged one', async () => {
  await encrypted();
  await running?.core.close();
  const bytes = readFileSync(libraryIn(folder));
  writeFileSync(libraryIn(folder), bytes.fill(0xaa, 0, 4096));
  const { call, titles } = await start();
  await expect(call('app.start')).rejects.toEqual(closedBy('CORRUPT'));
  const [backup] = await call('library.snapshots');
  await call('library.restore', { name: backup?.name ?? '' });
  expect([titles(), legible()]).toEqual([[CANARY], []]);
});

test('a keychain that takes no key leaves the library as it is', async () => {
  vault.locked = true;
  const { call, titles } = await start();
  await call('library.newKey');
  await expect(call('library.encrypt')).rejects.toMatchObject({ code: 'KEYCHAIN_UNAVAILABLE' });
  expect([titles(), (await call('library.state')).encrypted]).toEqual([[CANARY], false]);
});
