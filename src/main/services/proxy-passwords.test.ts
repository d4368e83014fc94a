import { expect, test } from 'vitest';
import { AppError } from '../../shared/errors';
import type { Vault } from './keys';
import { ProxyPasswords } from './proxy-passwords';

const ann = { server: 'http://proxy.corp:3128', user: 'ann' };

function setUp() {
  const entries = new Map<string, string>();
  const vault: Vault = {
    read: (entry) => Promise.resolve(entries.get(entry) ?? null),
    write: (entry, secret) => Promise.resolve(void entries.set(entry, secret)),
    forget: (entry) => Promise.resolve(void entries.delete(entry)),
  };
  return { entries, vault, passwords: new ProxyPasswords(vault) };
}

test('a password is kept in the keychain, for its proxy and user, and read there by the next run', async () => {
  const { entries, vault, passwords } = setUp();
  await passwords.keep({ ...ann, password: 'pass phrase', keepIn: 'keychain' });
  expect([...entries]).toEqual([['proxy ann@http://proxy.corp:3128', 'pass phrase']]);
  const later = new ProxyPasswords(vault);
  expect(await later.read(ann)).toBe('pass phrase');
  expect(await later.read({ ...ann, user: 'bob' })).toBeNull();
  expect(await later.read({ ...ann, server: 'http://other.corp:3128' })).toBeNull();
});

test('one for this run is in memory only, also when it goes', async () => {
  const { entries, passwords } = setUp();
  await passwords.keep({ ...ann, password: 'secret', keepIn: 'run' });
  expect(await passwords.read(ann)).toBe('secret');
  expect(entries.size).toBe(0);
  await passwords.forget(ann);
  expect(await passwords.read(ann)).toBeNull();
});

test('one that is forgotten is gone from the keychain', async () => {
  const { entries, passwords } = setUp();
  await passwords.keep({ ...ann, password: 'secret', keepIn: 'keychain' });
  await passwords.forget(ann);
  expect(entries.size).toBe(0);
  expect(await passwords.read(ann)).toBeNull();
});

test('what the keychain did not take is not held either', async () => {
  const { vault } = setUp();
  const refusing: Vault = {
    ...vault,
    write: () => Promise.reject(new AppError('KEYCHAIN_UNAVAILABLE', 'None answers.')),
  };
  const passwords = new ProxyPasswords(refusing);
  const kept = passwords.keep({ ...ann, password: 'secret', keepIn: 'keychain' });
  await expect(kept).rejects.toMatchObject({ code: 'KEYCHAIN_UNAVAILABLE' });
  expect(await passwords.read(ann)).toBeNull();
});
