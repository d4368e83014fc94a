import { expect, test } from 'vitest';
import { AppError } from '../../shared/errors';
import type { Account, Model } from '../../shared/model';
import { Accounts } from './accounts.svelte';
import { fakeApi } from './fake-api';
import { Models } from './models.svelte';

const model = (id: string, name = id): Model => ({
  ...{ id, name, shutdownAt: null, replacement: null, contextWindow: null, maxInput: null, maxOutput: null },
  ...{ images: false, reasons: false, efforts: [], defaultEffort: null, verbosity: false, price: null },
});
const sol = model('gpt-6.2-sol', 'GPT-6.2 Sol');
const llama = model('llama3');

const account = (id: string, isDefault: boolean, defaultModel: string): Account => ({
  ...{ id, isDefault, defaultModel, name: id, address: `https://${id}/v1`, needsKey: false },
  ...{ organization: null, project: null, api: 'chat' },
});
const home = account('home', true, 'llama3');
const work = account('work', false, 'gpt-6.2-sol');

function setUp(answer: Parameters<typeof fakeApi>[0]) {
  const main = fakeApi(answer);
  const accounts = new Accounts(main.api);
  accounts.begin([home, work], { keyHint: null, address: '' });
  return { ...main, accounts, models: new Models(main.api, accounts) };
}

test('each account has its own models, and its own model to begin with', async () => {
  const { models } = setUp((_, input) =>
    (input as { accountId: string }).accountId === 'work' ? [sol] : [llama],
  );
  await models.need(null);
  await models.need('work');
  expect(models.of('home').models).toEqual([llama]);
  expect(models.of('work').models).toEqual([sol]);
  expect([models.defaultFor(null), models.defaultFor('work')]).toEqual(['llama3', 'gpt-6.2-sol']);
});

test('a list that was read is not read again until one asks', async () => {
  const { models, named } = setUp(() => [llama]);
  await models.need(null);
  await models.need('home');
  expect(named('models.list')).toHaveLength(1);
  await models.load('home');
  expect(named('models.list')).toHaveLength(2);
});

test('a model that is in use and not offered says so, once the list was read', async () => {
  const { models } = setUp(() => [llama]);
  expect(models.choices(null, sol.id)).toEqual([
    { id: sol.id, name: 'GPT-6.2 Sol', offered: true, facts: undefined },
  ]);
  await models.load(null);
  expect(models.choices(null, sol.id, sol.id).map(({ id, offered }) => [id, offered])).toEqual([
    [sol.id, false],
    [llama.id, true],
  ]);
});

test('a list that could not be read says why, and keeps what was read before', async () => {
  let down = false;
  const { models } = setUp(() => {
    if (down) throw new AppError('OFFLINE', 'Down.');
    return [llama];
  });
  await models.load(null);
  down = true;
  await models.load(null);
  expect(models.of(null)).toMatchObject({ models: [llama], busy: false, error: { code: 'OFFLINE' } });
});

test('what Parley knows names a model that no server lists', async () => {
  const { models } = setUp(() => [model('gpt-5.4-mini', 'GPT-5.4 mini')]);
  expect(models.name('gpt-5.4-mini')).toBe('GPT-5.4 Mini');
  await models.readKnown();
  expect(models.name('gpt-5.4-mini')).toBe('GPT-5.4 mini');
  expect(models.fact('nobody’s')).toBeUndefined();
});

test('a list that is late does not speak for the server that was connected since', async () => {
  const answers: ((list: readonly unknown[]) => void)[] = [];
  const { models } = setUp(() => new Promise((resolve) => answers.push(resolve)));
  const before = models.load(null);
  const after = models.change('home');
  answers[1]?.([llama]);
  await after;
  answers[0]?.([sol]);
  await before;
  expect(models.of(null)).toMatchObject({ models: [llama], busy: false });
});

test('after a change of prices the known models are read at once, and a server when it is next needed', async () => {
  let price = { input: 1, output: 2 };
  const { models, named } = setUp(() => [{ ...sol, price }]);
  await models.need(null);
  price = { input: 3, output: 4 };
  await models.pricesChanged();
  expect(named('models.list')).toHaveLength(1);
  expect(models.known[0]?.price).toEqual(price);
  expect(models.of(null).models).toHaveLength(1);
  await models.need(null);
  await models.need(null);
  expect(named('models.list')).toHaveLength(2);
  expect(models.fact('gpt-6.2-sol')?.price).toEqual(price);
});
