import { expect, test } from 'vitest';
import { AppError } from '../../shared/errors';
import { OPENAI_ADDRESS } from '../../shared/links';
import type { Account } from '../../shared/model';
import { Accounts } from './accounts.svelte';
import { fakeApi } from './fake-api';

const openAi: Account = {
  id: '0f6b8f0e-3c0e-4a52-9c36-5b1f5a1f0001',
  name: 'OpenAI',
  address: OPENAI_ADDRESS,
  needsKey: true,
  organization: null,
  project: null,
  api: 'responses',
  defaultModel: 'gpt-6.2-sol',
  isDefault: true,
};
const local: Account = {
  ...openAi,
  id: '0f6b8f0e-3c0e-4a52-9c36-5b1f5a1f0002',
  name: 'localhost:11434',
  address: 'http://localhost:11434/v1',
  needsKey: false,
  isDefault: false,
};
const wish = {
  name: '',
  address: OPENAI_ADDRESS,
  key: 'sk-secret-4fQx',
  organization: null,
  project: null,
};
const offer = { keyHint: 'abcd', address: OPENAI_ADDRESS };

function setUp(answer: Parameters<typeof fakeApi>[0], list: readonly Account[] = []) {
  const main = fakeApi(answer);
  const accounts = new Accounts(main.api);
  accounts.begin(list, offer);
  return { ...main, accounts };
}

test('a key that is accepted connects, and only its last characters are known', async () => {
  const { accounts } = setUp((name) =>
    name === 'accounts.key' ? { hint: '4fQx', keptIn: 'keychain' } : [openAi],
  );
  expect(await accounts.connect('key', wish, 'keychain', openAi.id)).toBe(true);
  expect(accounts.default).toEqual(openAi);
  expect(accounts.key(null)?.status).toEqual({ hint: '4fQx', keptIn: 'keychain' });
  expect(JSON.stringify([accounts.list, accounts.key(null), accounts.error])).not.toContain('sk-secret');
});

test('each new account has an id of its own', async () => {
  const { accounts, named } = setUp(() => []);
  await accounts.connect('key', wish, 'keychain');
  await accounts.connect('server', wish, 'keychain');
  const ids = named('accounts.connect').map(({ input }) => (input as { id: string }).id);
  expect(new Set(ids).size).toBe(2);
});

test('a key that is refused leaves no account, and the reason stands beside what was tried', async () => {
  const { accounts } = setUp(() => {
    throw new AppError('BAD_API_KEY', 'Refused.');
  });
  expect(await accounts.connect('key', wish, 'keychain')).toBe(false);
  expect(accounts.default).toBeNull();
  expect(accounts.errorOf('key')?.code).toBe('BAD_API_KEY');
  expect(accounts.errorOf('import')).toBeNull();
  expect(accounts.busy).toBe(false);
});

test('where no keychain answers, the same key can be kept for this run only', async () => {
  const { accounts, named } = setUp((name, input) => {
    if (name === 'accounts.key') return { hint: '4fQx', keptIn: 'run' };
    if ((input as { keepIn: string }).keepIn === 'run') return [openAi];
    throw new AppError('KEYCHAIN_UNAVAILABLE', 'No keychain.');
  });
  await accounts.connect('key', wish, 'keychain', openAi.id);
  expect(accounts.errorOf('key')?.code).toBe('KEYCHAIN_UNAVAILABLE');
  await accounts.connect('key', wish, 'run', openAi.id);
  expect(accounts.error).toBeNull();
  expect(accounts.key(openAi.id)?.status?.keptIn).toBe('run');
  expect(named('accounts.connect').map(({ input }) => (input as { keepIn: string }).keepIn)).toEqual([
    'keychain',
    'run',
  ]);
});

test('a key from the environment is imported only when asked', async () => {
  const { accounts, calls, named } = setUp((name) =>
    name === 'accounts.key' ? { hint: 'abcd', keptIn: 'keychain' } : [openAi],
  );
  expect(calls).toEqual([]);
  await accounts.import('keychain');
  expect(named('accounts.import')).toHaveLength(1);
  expect(accounts.default).toEqual(openAi);
});

test('a missing key is noticed once it was looked for, not before', async () => {
  const { accounts } = setUp(() => ({ hint: null, keptIn: 'keychain' }), [openAi]);
  expect(accounts.keyMissing(null)).toBe(false);
  await accounts.readKeys();
  expect(accounts.keyMissing(null)).toBe(true);
});

test('a key that could not be read is missing, and the reason is told of that account only', async () => {
  const { accounts } = setUp(
    (_, input) => {
      if ((input as { id: string }).id === openAi.id) throw new AppError('KEYCHAIN_UNAVAILABLE', 'None.');
      return { hint: null, keptIn: 'keychain' };
    },
    [openAi, local],
  );
  await accounts.readKeys();
  expect(accounts.keyMissing(openAi.id)).toBe(true);
  expect(accounts.key(openAi.id)?.error?.code).toBe('KEYCHAIN_UNAVAILABLE');
  expect(accounts.key(local.id)?.error).toBeNull();
});

test('a server that asks for no key misses none', async () => {
  const { accounts } = setUp(() => ({ hint: null, keptIn: 'keychain' }), [openAi, local]);
  await accounts.readKeys();
  expect(accounts.keyMissing(local.id)).toBe(false);
});

test('a removed key is gone from what is known', async () => {
  const { accounts } = setUp(() => ({ hint: null, keptIn: 'keychain' }), [openAi]);
  await accounts.removeKey(openAi.id);
  expect(accounts.key(openAi.id)?.status?.hint).toBeNull();
  expect(accounts.keyMissing(openAi.id)).toBe(true);
});

test('a chat whose account is gone speaks to the default one', async () => {
  const { accounts } = setUp(() => [openAi], [openAi, local]);
  expect(accounts.of(local.id)).toEqual(local);
  await accounts.remove(local.id);
  expect(accounts.of(local.id)).toEqual(openAi);
  expect(accounts.of(null)).toEqual(openAi);
});

test('another default is the default at once', async () => {
  const { accounts } = setUp(
    () => [
      { ...local, isDefault: true },
      { ...openAi, isDefault: false },
    ],
    [openAi, local],
  );
  await accounts.setDefault(local.id);
  expect(accounts.default?.id).toBe(local.id);
});

test('a test tells how many models there are, or why nobody knows', async () => {
  let down = false;
  const { accounts } = setUp(() => {
    if (down) throw new AppError('OFFLINE', 'Down.');
    return 14;
  }, [openAi]);
  expect(await accounts.test(openAi.id)).toBe(14);
  down = true;
  expect(await accounts.test(openAi.id)).toBeNull();
  expect(accounts.errorOf('test')?.code).toBe('OFFLINE');
});

test('a change that is refused changes nothing', async () => {
  const { accounts } = setUp(() => {
    throw new AppError('DISK_FAILED', 'Full.');
  }, [openAi]);
  expect(await accounts.change(openAi.id, { name: 'Work' })).toBe(false);
  expect(accounts.list).toEqual([openAi]);
  expect(accounts.errorOf('change')?.code).toBe('DISK_FAILED');
});

test('a name is kept also while a server is being asked', async () => {
  let answer: (models: number) => void = () => undefined;
  const { accounts } = setUp(
    (name) =>
      name === 'accounts.test' ? new Promise((resolve) => (answer = resolve)) : [{ ...openAi, name: 'Work' }],
    [openAi],
  );
  const testing = accounts.test(openAi.id);
  expect(await accounts.change(openAi.id, { name: 'Work' })).toBe(true);
  expect(accounts.default?.name).toBe('Work');
  expect(accounts.busy).toBe(true);
  answer(3);
  expect(await testing).toBe(3);
});

test('what another window changed is known here, with the key of one that has a new one', () => {
  const { accounts, calls } = setUp(() => undefined, [openAi, local]);
  const renamed = { ...local, name: 'Home' };
  const key = { hint: 'wxyz', keptIn: 'run' } as const;
  const renewed = { id: openAi.id, key };
  accounts.receive({ name: 'accounts.changed', accounts: [{ ...openAi }, renamed], offer, renewed });
  expect(accounts.list[0]).toBe(openAi); // what is typed beside it stays
  expect(accounts.list[1]).toEqual(renamed);
  expect(accounts.key(openAi.id)?.status).toEqual(key);

  const none = { keyHint: null, address: OPENAI_ADDRESS };
  accounts.receive({ name: 'accounts.changed', accounts: [], offer: none, renewed: null });
  expect(accounts.default).toBeNull();
  expect(accounts.offer).toEqual(none);
  expect(calls).toEqual([]);
});
