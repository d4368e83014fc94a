import { expect, test } from 'vitest';
import { openLibrary } from '../storage/open-library';
import { ModelService } from './model-service';
import { PriceList } from './money/price-list';
import type { ListedModel } from './server';

const listed = [
  'gpt-6.2-sol',
  'text-embedding-3-large',
  'gpt-image-2.6-sunburst',
  'whisper-1',
  'o3',
  'gpt-6-luna',
].map((id): ListedModel => ({ id, shutdownAt: null }));

const priceList = new PriceList({
  priceRows: openLibrary(':memory:').priceRows,
  files: { save: () => Promise.resolve(false) },
  fetch,
  now: Date.now,
});

function modelsAt(address: string, models = listed) {
  const asked: (string | null)[] = [];
  const service = new ModelService({
    server: { models: async () => models, api: async () => 'responses' },
    prices: priceList,
    connection: async (accountId) => {
      asked.push(accountId);
      return {
        ...{ accountId: 'a', address, key: null, organization: null, project: null },
        api: 'responses',
      };
    },
  });
  return { asked, service, list: service.list('a') };
}

test('of OpenAI’s models those that chat are offered', async () => {
  const models = await modelsAt('https://api.openai.com/v1').list;
  expect(models.map(({ id }) => id)).toEqual(['gpt-6.2-sol', 'o3', 'gpt-6-luna']);
});

test('another server’s models are offered as they are', async () => {
  expect(await modelsAt('http://localhost:11434/v1').list).toHaveLength(listed.length);
});

test('the account that was meant is the one that is asked', async () => {
  const { asked, list, service } = modelsAt('http://localhost:11434/v1');
  await list;
  await service.list(null);
  expect(asked).toEqual(['a', null]);
});

test('a listed model comes with what is known of it', async () => {
  const [model] = await modelsAt('https://api.openai.com/v1').list;
  expect(model).toMatchObject({ name: 'GPT-6.2 Sol', images: true, price: { input: 2, output: 10 } });
});

test('a price is OpenAI’s at OpenAI’s servers, and elsewhere the user’s own', async () => {
  const prices = async (address: string) => (await modelsAt(address).list).map(({ price }) => price);
  const local = 'http://localhost:11434/v1';
  expect(await prices(local)).not.toContainEqual({ input: 2, output: 10 });
  priceList.set('gpt-6.2-sol', {
    input: 3,
    cachedInput: null,
    cacheWrite: null,
    output: 4,
    longContext: null,
  });
  expect((await prices(local))[0]).toEqual({ input: 3, output: 4 });
  expect((await prices('https://api.openai.com/v1'))[0]).toEqual({ input: 3, output: 4 });
  priceList.set('gpt-6.2-sol', null);
});

test('the server’s word on a model’s end counts more than the file’s', async () => {
  const later = Date.UTC(2027, 5, 1);
  const models = await modelsAt('https://api.openai.com/v1', [
    { id: 'o3', shutdownAt: later },
    { id: 'gpt-5', shutdownAt: null },
  ]).list;
  expect(models.map(({ shutdownAt }) => shutdownAt)).toEqual([later, Date.UTC(2026, 11, 11)]);
});

test('what Parley knows is told without asking a server', () => {
  const { asked, service } = modelsAt('http://localhost:11434/v1', []);
  asked.length = 0;
  expect(service.known().map(({ id }) => id)).toContain('gpt-6.2-sol');
  expect(asked).toEqual([]);
});
