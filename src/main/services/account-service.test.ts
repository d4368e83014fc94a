import { expect, test } from 'vitest';
import type { AppEvent } from '../../shared/contract';
import { AppError } from '../../shared/errors';
import { openLibrary } from '../storage/open-library';
import { AccountService } from './account-service';
import type { Vault } from './keys';
import type { Address } from './server';

const KEY = 'sk-proj-0123456789abcd';
const OPENAI = 'https://api.openai.com/v1';
const [FIRST, SECOND] = ['018f0000-0000-7000-8000-000000000001', '018f0000-0000-7000-8000-000000000002'];
const typed = {
  ...{ id: FIRST, name: '', address: OPENAI, key: KEY, organization: null, project: null },
  keepIn: 'keychain' as const,
};

interface World {
  /** Throws for what the server refuses. */
  accepts?: (at: Address) => unknown;
  broken?: boolean;
}

function setUp({ accepts = () => {}, broken = false }: World = {}) {
  const secrets = new Map<string, string>();
  const told: AppEvent[] = [];
  const library = openLibrary(':memory:');
  const guard = () => {
    if (broken) throw new AppError('KEYCHAIN_UNAVAILABLE', 'No keychain answers.');
  };
  const vault: Vault = {
    read: async (account) => (guard(), secrets.get(account) ?? null),
    write: async (account, secret) => (guard(), void secrets.set(account, secret)),
    forget: async (account) => (guard(), void secrets.delete(account)),
  };
  const listed = ['llama3', 'gpt-6.2-sol'].map((id) => ({ id, shutdownAt: null }));
  const server = {
    models: async (at: Address) => (accepts(at), at.address === OPENAI ? listed : listed.slice(0, 1)),
    api: async () => 'responses' as const,
  };
  const start = () =>
    new AccountService({
      ...{ ...library, vault, server, found: { key: KEY, address: OPENAI } },
      openCertificate: () => Promise.resolve(null),
      emit: (event) => told.push(event),
      now: () => 1,
    });
  return { accounts: start(), told, secrets, vault, restart: start };
}

const refuse = (code: 'BAD_API_KEY' | 'NOT_A_SERVER') => () => {
  throw new AppError(code, code);
};

test('a key that the server accepts is kept in the keychain and found after a restart', async () => {
  const { accounts, secrets, restart } = setUp();
  await accounts.connect(typed);
  expect([...secrets.values()]).toEqual([KEY]);
  expect(await restart().connection(null)).toMatchObject({ address: OPENAI, key: KEY });
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
  expect((await accounts.connection(null)).key).toBe(KEY);
});

test('the window learns the last four characters and nothing more', async () => {
  const { accounts } = setUp();
  const answers = [
    accounts.offer(),
    await accounts.connect(typed),
    accounts.all(),
    await accounts.status(FIRST),
  ];
  expect(answers.at(-1)).toEqual({ hint: 'abcd', keptIn: 'keychain' });
  expect(JSON.stringify(answers)).not.toContain(KEY.slice(0, -4));
});

test('without a keychain the key can be kept for this run, and is gone after it', async () => {
  const { accounts, secrets, restart } = setUp({ broken: true });
  await expect(accounts.connect(typed)).rejects.toMatchObject({ code: 'KEYCHAIN_UNAVAILABLE' });
  expect(accounts.all()).toEqual([]);
  await accounts.connect({ ...typed, keepIn: 'run' });
  expect((await accounts.connection(null)).key).toBe(KEY);
  expect(secrets.size).toBe(0);
  await expect(restart().connection(null)).rejects.toMatchObject({ code: 'KEYCHAIN_UNAVAILABLE' });
});

test('the key from the environment is taken only with consent, and then no longer offered', async () => {
  const { accounts, secrets } = setUp();
  expect(accounts.offer()).toEqual({ keyHint: 'abcd', address: OPENAI });
  expect(secrets.size).toBe(0);
  await accounts.import({ id: FIRST, keepIn: 'keychain' });
  expect([...secrets.values()]).toEqual([KEY]);
  expect(accounts.offer().keyHint).toBeNull();
});

test('a removed key is gone from the keychain and from memory', async () => {
  const { accounts, secrets } = setUp();
  await accounts.connect(typed);
  await accounts.removeKey(FIRST);
  expect(secrets.size).toBe(0);
  await expect(accounts.connection(null)).rejects.toMatchObject({ code: 'NO_API_KEY' });
});

test('a server that is written without /v1 is found', async () => {
  const { accounts } = setUp({
    accepts: ({ address }) => !address.endsWith('/v1') && refuse('NOT_A_SERVER')(),
  });
  expect(await accounts.connect({ ...typed, address: 'localhost:11434', key: null })).toMatchObject([
    {
      name: 'localhost:11434',
      address: 'http://localhost:11434/v1',
      needsKey: false,
      defaultModel: 'llama3',
    },
  ]);
  expect(await accounts.connection(null)).toMatchObject({ address: 'http://localhost:11434/v1', key: null });
});

test('an earlier server’s key never goes to a new server, and its entry is removed', async () => {
  const { accounts, secrets, restart } = setUp();
  await accounts.connect(typed);
  await accounts.connect({
    ...typed,
    ...{ address: 'https://other.example/v1', key: 'sk-other-1234', keepIn: 'run' },
  });
  expect(await accounts.connection(null)).toMatchObject({
    address: 'https://other.example/v1',
    key: 'sk-other-1234',
  });
  expect(secrets.size).toBe(0);
  await accounts.removeKey(FIRST);
  await expect(accounts.connection(null)).rejects.toMatchObject({ code: 'NO_API_KEY' });
  await expect(restart().connection(null)).rejects.toMatchObject({ code: 'NO_API_KEY' });
});

test('a keychain that answers late does not replace the key that was connected meanwhile', async () => {
  const { accounts, vault } = setUp();
  await accounts.connect(typed);
  await accounts.removeKey(FIRST);
  const late = Promise.withResolvers<string | null>();
  vault.read = () => late.promise;
  const status = accounts.status(FIRST);
  await accounts.connect({ ...typed, keepIn: 'run' });
  late.resolve(null);
  await status;
  expect((await accounts.connection(null)).key).toBe(KEY);
});

test('several accounts keep a key each, and a chat asks with its own', async () => {
  const { accounts, restart } = setUp();
  await accounts.connect(typed);
  await accounts.connect({
    ...typed,
    id: SECOND,
    name: 'Home',
    address: 'http://home.local',
    key: 'sk-home',
  });
  const again = restart();
  expect(again.all().map(({ name, isDefault }) => [name, isDefault])).toEqual([
    ['OpenAI', true],
    ['Home', false],
  ]);
  expect(await again.connection(SECOND)).toMatchObject({ address: 'http://home.local', key: 'sk-home' });
  expect(await again.connection(null)).toMatchObject({ address: OPENAI, key: KEY });
});

test('a removed account takes its key along, and its chats ask the default one', async () => {
  const { accounts, secrets } = setUp();
  await accounts.connect(typed);
  await accounts.connect({ ...typed, id: SECOND, address: 'http://home.local', key: 'sk-home' });
  await accounts.remove(FIRST);
  expect([...secrets.values()]).toEqual(['sk-home']);
  expect(await accounts.connection(FIRST)).toMatchObject({ accountId: SECOND });
});

test('organization, project, name and model are changed without the key', async () => {
  const { accounts } = setUp();
  await accounts.connect(typed);
  const changes = { name: 'Work', organization: 'org-1', project: 'proj_1', defaultModel: 'gpt-6-luna' };
  expect(accounts.change({ id: FIRST, changes })).toMatchObject([changes]);
  expect(await accounts.connection(FIRST)).toMatchObject({
    organization: 'org-1',
    project: 'proj_1',
    key: KEY,
  });
});

test('another address in place of an account’s has a default model of its own', async () => {
  const { accounts } = setUp();
  expect(await accounts.connect(typed)).toMatchObject([{ defaultModel: 'gpt-6.2-sol' }]);
  const moved = { ...typed, address: 'http://home.local', key: null };
  expect(await accounts.connect(moved)).toMatchObject([{ defaultModel: 'llama3', needsKey: false }]);
});

test('a test says how many models the server lists, or why not', async () => {
  let refused = false;
  const { accounts } = setUp({ accepts: () => refused && refuse('BAD_API_KEY')() });
  await accounts.connect(typed);
  expect(await accounts.test(FIRST)).toBe(2);
  refused = true;
  await expect(accounts.test(FIRST)).rejects.toMatchObject({ code: 'BAD_API_KEY' });
});

test('every window hears of each change, and of a new key or a removed one what may be known of it', async () => {
  const { accounts, told } = setUp();
  await accounts.import({ id: FIRST, keepIn: 'keychain' });
  const connected = accounts.all();
  expect(told).toEqual([
    {
      ...{ name: 'accounts.changed', accounts: connected, offer: { keyHint: null, address: OPENAI } },
      renewed: { id: FIRST, key: { hint: 'abcd', keptIn: 'keychain' } },
    },
  ]);
  expect(JSON.stringify(told)).not.toContain(KEY);

  await accounts.connect({ ...typed, id: SECOND, address: 'http://localhost:1234/v1', key: null });
  accounts.setDefault(SECOND);
  accounts.change({ id: SECOND, changes: { name: 'Local' } });
  await accounts.removeKey(FIRST);
  await accounts.remove(FIRST);
  const heard = told.flatMap((event) => (event.name === 'accounts.changed' ? [event] : []));
  expect(heard.map(({ renewed }) => renewed && [renewed.id, renewed.key.hint])).toEqual([
    ...[[FIRST, 'abcd'], [SECOND, null], null, null],
    ...[[FIRST, null], null],
  ]);
  expect(heard.at(-1)?.accounts).toEqual(accounts.all());
});
