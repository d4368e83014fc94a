import { expect, test } from 'vitest';
import { KeychainVault } from './keychain-vault';

/** A keychain in memory that can be told to fail or to hang, as real ones do. */
function keychain() {
  const secrets = new Map<string, string>();
  const state = { behaviour: 'works' as 'works' | 'hangs' | 'locked', underWay: 0, most: 0 };
  const answer = async <T>(value: () => T): Promise<T> => {
    state.most = Math.max(state.most, ++state.underWay);
    await new Promise((resolve) => setImmediate(resolve));
    if (state.behaviour === 'hangs') await new Promise(() => {});
    state.underWay--;
    if (state.behaviour === 'locked') throw new Error('Cannot create an item in a locked collection');
    return value();
  };
  const keytar = {
    getPassword: (service: string, account: string) =>
      answer(() => secrets.get(`${service}/${account}`) ?? null),
    setPassword: (service: string, account: string, secret: string) =>
      answer(() => void secrets.set(`${service}/${account}`, secret)),
    deletePassword: (service: string, account: string) =>
      answer(() => secrets.delete(`${service}/${account}`)),
  };
  return { secrets, state, load: async () => keytar };
}

test('a secret is kept under Parley and the name of its account', async () => {
  const { secrets, load } = keychain();
  const vault = new KeychainVault(load);
  await vault.write('a', 'sk-1');
  expect([...secrets]).toEqual([['Parley/a', 'sk-1']]);
  expect(await vault.read('a')).toBe('sk-1');
  await vault.forget('a');
  expect(await vault.read('a')).toBeNull();
});

test('the keychain is asked one thing at a time', async () => {
  const { state, load } = keychain();
  const vault = new KeychainVault(load);
  await Promise.all([vault.read('a'), vault.write('b', 'x'), vault.read('c')]);
  expect(state.most).toBe(1);
});

test('a keychain that refuses, or takes a secret without keeping it, is unavailable', async () => {
  const { state, secrets, load } = keychain();
  const vault = new KeychainVault(load);
  state.behaviour = 'locked';
  await expect(vault.write('a', 'sk-1')).rejects.toMatchObject({ code: 'KEYCHAIN_UNAVAILABLE' });
  state.behaviour = 'works';
  secrets.set = () => secrets;
  await expect(vault.write('a', 'sk-1')).rejects.toMatchObject({ code: 'KEYCHAIN_UNAVAILABLE' });
});

test('a keychain that never answers is unavailable, and what nobody waits for is not done later', async () => {
  const { state, secrets, load } = keychain();
  const vault = new KeychainVault(load, 20);
  state.behaviour = 'hangs';
  const results = await Promise.allSettled([vault.read('a'), vault.write('b', 'sk-1')]);
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(secrets.size).toBe(0);
});

test('where the native module cannot be loaded, the keychain is unavailable', async () => {
  const vault = new KeychainVault(() => Promise.reject(new Error('libsecret-1.so.0: cannot open')));
  await expect(vault.read('a')).rejects.toMatchObject({ code: 'KEYCHAIN_UNAVAILABLE' });
});
