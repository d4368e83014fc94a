import { expect, test } from 'vitest';
import { AppError } from '../../shared/errors';
import { openLibrary } from '../storage/open-library';
import { AccountService, type Vault } from './account-service';
import type { Address } from './server';

const KEY = 'sk-proj-0123456789abcd';
const OPENAI = 'https://api.openai.com/v1';
const typed = { address: OPENAI, key: KEY, keepIn: 'keychain' as const };

interface World {
  /** Throws for what the server refuses. */
  accepts?: (at: Address) => unknown;
  broken?: boolean;
}

function setUp({ accepts = () => {}, broken = false }: World = {}) {
  const secrets = new Map<string, string>();
  const library = openLibrary(':memory:');
  const guard = () => {
    if (broken) throw new AppError('KEYCHAIN_UNAVAILABLE', 'No keychain answers.');
  };
  const vault: Vault = {
    read: async (account) => (guard(), secrets.get(account) ?? null),
    write: async (account, secret) => (guard(), void secrets.set(account, secret)),
    forget: async (account) => (guard(), void secrets.delete(account)),
  };
  const server = { models: async (at: Address) => (accepts(at), []), api: async () => 'responses' as const };
  const start = () =>
    new AccountService({ ...library, vault, server, found: { key: KEY, address: OPENAI }, now: () => 1 });
  return { accounts: start(), secrets, vault, restart: start };
}

const refuse = (code: 'BAD_API_KEY' | 'NOT_A_SERVER') => () => {
  throw new AppError(code, code);
};

test('a key that the server accepts is kept in the keychain and found after a restart', async () => {
  const { accounts, secrets, restart } = setUp();
  await accounts.connect(typed);
  expect([...secrets.values()]).toEqual([KEY]);
  expect(await restart().connection()).toMatchObject({ address: OPENAI, key: KEY });
});

test('a key that the server refuses is not stored, and the old one stays', async () => {
  let refused = false;
  const { accounts, secrets } = setUp({ accepts: () => refused && refuse('BAD_API_KEY')() });
  await accounts.connect(typed);
  refused = true;
  await expect(accounts.connect({ ...typed, key: 'sk-wrong' })).rejects.toMatchObject({
    code: 'BAD_API_KEY',
  });
  expect([...secrets.values()]).toEqual([KEY]);
  expect((await accounts.connection()).key).toBe(KEY);
});

test('the window learns the last four characters and nothing more', async () => {
  const { accounts } = setUp();
  const answers = [
    accounts.offer(),
    await accounts.connect(typed),
    accounts.account(),
    await accounts.status(),
  ];
  expect(answers.at(-1)).toEqual({ hint: 'abcd', keptIn: 'keychain' });
  expect(JSON.stringify(answers)).not.toContain(KEY.slice(0, -4));
});

test('without a keychain the key can be kept for this run, and is gone after it', async () => {
  const { accounts, secrets, restart } = setUp({ broken: true });
  await expect(accounts.connect(typed)).rejects.toMatchObject({ code: 'KEYCHAIN_UNAVAILABLE' });
  expect(accounts.account()).toBeNull();
  await accounts.connect({ ...typed, keepIn: 'run' });
  expect((await accounts.connection()).key).toBe(KEY);
  expect(secrets.size).toBe(0);
  await expect(restart().connection()).rejects.toMatchObject({ code: 'KEYCHAIN_UNAVAILABLE' });
});

test('the key from the environment is taken only with consent, and then no longer offered', async () => {
  const { accounts, secrets } = setUp();
  expect(accounts.offer()).toEqual({ keyHint: 'abcd', address: OPENAI });
  expect(secrets.size).toBe(0);
  await accounts.import({ keepIn: 'keychain' });
  expect([...secrets.values()]).toEqual([KEY]);
  expect(accounts.offer().keyHint).toBeNull();
});

test('a removed key is gone from the keychain and from memory', async () => {
  const { accounts, secrets } = setUp();
  await accounts.connect(typed);
  await accounts.removeKey();
  expect(secrets.size).toBe(0);
  await expect(accounts.connection()).rejects.toMatchObject({ code: 'NO_API_KEY' });
});

test('a server that is written without /v1 is found', async () => {
  const { accounts } = setUp({
    accepts: ({ address }) => !address.endsWith('/v1') && refuse('NOT_A_SERVER')(),
  });
  const account = await accounts.connect({ address: 'localhost:11434', key: null, keepIn: 'keychain' });
  expect(account).toEqual({ address: 'http://localhost:11434/v1', needsKey: false });
  expect(await accounts.connection()).toMatchObject({ address: 'http://localhost:11434/v1', key: null });
});

test('an earlier server’s key never goes to a new server, and its entry is removed', async () => {
  const { accounts, secrets, restart } = setUp();
  await accounts.connect(typed);
  await accounts.connect({ address: 'https://other.example/v1', key: 'sk-other-1234', keepIn: 'run' });
  expect(await accounts.connection()).toMatchObject({
    address: 'https://other.example/v1',
    key: 'sk-other-1234',
  });
  expect(secrets.size).toBe(0);
  await accounts.removeKey();
  await expect(accounts.connection()).rejects.toMatchObject({ code: 'NO_API_KEY' });
  await expect(restart().connection()).rejects.toMatchObject({ code: 'NO_API_KEY' });
});

test('a keychain that answers late does not replace the key that was connected meanwhile', async () => {
  const { accounts, vault } = setUp();
  await accounts.connect(typed);
  await accounts.removeKey();
  const late = Promise.withResolvers<string | null>();
  vault.read = () => late.promise;
  const status = accounts.status();
  await accounts.connect({ ...typed, keepIn: 'run' });
  late.resolve(null);
  await status;
  expect((await accounts.connection()).key).toBe(KEY);
});
