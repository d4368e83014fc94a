import { expect, test } from 'vitest';
import { AppError } from '../../shared/errors';
import { OPENAI_ADDRESS } from '../../shared/links';
import { AccountState } from './account.svelte';
import { fakeApi } from './fake-api';

const openAi = { address: OPENAI_ADDRESS, needsKey: true };
const offer = { keyHint: 'abcd', address: OPENAI_ADDRESS };

function setUp(answer: Parameters<typeof fakeApi>[0]) {
  const main = fakeApi(answer);
  const account = new AccountState(main.api);
  account.begin(null, offer);
  return { ...main, account };
}

test('a key that is accepted connects, and only its last characters are known', async () => {
  const { account } = setUp((name) =>
    name === 'account.key' ? { hint: '4fQx', keptIn: 'keychain' } : openAi,
  );
  expect(await account.connect('key', OPENAI_ADDRESS, 'sk-secret-4fQx', 'keychain')).toBe(true);
  expect(account.account).toEqual(openAi);
  expect(account.key).toEqual({ hint: '4fQx', keptIn: 'keychain' });
  expect(JSON.stringify(account)).not.toContain('sk-secret');
});

test('a key that is refused leaves no account, and the reason stands beside what was tried', async () => {
  const { account } = setUp(() => {
    throw new AppError('BAD_API_KEY', 'Refused.');
  });
  expect(await account.connect('key', OPENAI_ADDRESS, 'sk-wrong', 'keychain')).toBe(false);
  expect(account.account).toBeNull();
  expect(account.errorOf('key')?.code).toBe('BAD_API_KEY');
  expect(account.errorOf('import')).toBeNull();
  expect(account.busy).toBe(false);
});

test('where no keychain answers, the same key can be kept for this run only', async () => {
  const { account, named } = setUp((name, input) => {
    if (name === 'account.key') return { hint: '4fQx', keptIn: 'run' };
    if ((input as { keepIn: string }).keepIn === 'run') return openAi;
    throw new AppError('KEYCHAIN_UNAVAILABLE', 'No keychain.');
  });
  await account.connect('key', OPENAI_ADDRESS, 'sk-4fQx', 'keychain');
  expect(account.errorOf('key')?.code).toBe('KEYCHAIN_UNAVAILABLE');
  await account.connect('key', OPENAI_ADDRESS, 'sk-4fQx', 'run');
  expect(account.error).toBeNull();
  expect(account.key?.keptIn).toBe('run');
  expect(named('account.connect').map(({ input }) => (input as { keepIn: string }).keepIn)).toEqual([
    'keychain',
    'run',
  ]);
});

test('a key from the environment is imported only when asked', async () => {
  const { account, calls, named } = setUp((name) =>
    name === 'account.key' ? { hint: 'abcd', keptIn: 'keychain' } : openAi,
  );
  expect(calls).toEqual([]);
  await account.import('keychain');
  expect(named('account.import')).toHaveLength(1);
  expect(account.account).toEqual(openAi);
});

test('a missing key is noticed once it was looked for, not before', async () => {
  const { account } = setUp(() => ({ hint: null, keptIn: 'keychain' }));
  account.begin(openAi, offer);
  expect(account.keyMissing).toBe(false);
  await account.readKey();
  expect(account.keyMissing).toBe(true);
});

test('a server that asks for no key misses none', async () => {
  const { account } = setUp(() => ({ hint: null, keptIn: 'keychain' }));
  account.begin({ address: 'http://localhost:11434/v1', needsKey: false }, offer);
  await account.readKey();
  expect(account.keyMissing).toBe(false);
});

test('a removed key is gone from what is known', async () => {
  const { account } = setUp(() => ({ hint: null, keptIn: 'keychain' }));
  account.begin(openAi, offer);
  await account.removeKey();
  expect(account.key?.hint).toBeNull();
  expect(account.keyMissing).toBe(true);
});
