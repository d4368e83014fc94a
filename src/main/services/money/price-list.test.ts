import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import type { Price } from '../../../shared/money';
import { openLibrary } from '../../storage/open-library';
import { PriceList } from './price-list';

const NOW = Date.parse('2026-11-25T12:00:00Z');
const price: Price = { input: 7, cachedInput: 1, cacheWrite: null, output: 9, longContext: null };

function setUp({ library = openLibrary(':memory:'), willing = true, patienceMs = 5000 } = {}) {
  const saved: { name: string; text: string }[] = [];
  const save = (file: { name: string; text: string }) => {
    if (willing) saved.push(file);
    return Promise.resolve(willing);
  };
  const prices = new PriceList({
    ...{ priceRows: library.priceRows, files: { save }, fetch, patienceMs, now: () => NOW },
  });
  const row = (model: string) => prices.table().models.find((one) => one.model === model);
  return { prices, library, saved, row };
}

/** A list with one model of its own and one that is known. */
function list(changes: object = {}, priceChanges: object = {}) {
  const dated = { since: null, ...price, source: 'a friend', asOf: '2026-11', ...priceChanges };
  return JSON.stringify({
    ...{ schema: 1, updated: '2026-11-24', currency: 'USD' },
    models: [
      { model: 'gpt-6-luna', name: 'Luna', snapshots: null, prices: [dated] },
      { model: 'gpt-9', name: 'GPT-9', snapshots: null, prices: [dated] },
    ],
    ...changes,
  });
}

async function serve(answer: RequestListener) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(
      JSON.stringify([request.method, request.url, request.headers.cookie, request.headers.authorization]),
    );
    answer(request, response);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/prices.json`, asked };
}

const usage = { input: 1000, cached: 0, cacheWritten: 0, output: 0, reasoning: 0 };
const used = { usage, address: 'https://api.openai.com/v1', tier: null, tools: {}, at: NOW };

test('Parley comes with the prices of its day, every one with its source', () => {
  const { asOf, imported, models } = setUp().prices.table();
  expect([asOf, imported, models.length]).toEqual(['2026-11-22', false, 31]);
  expect(models[0]).toEqual({
    ...{ model: 'gpt-6.2-sol', name: 'GPT-6.2 Sol', own: false, asOf: '2026-11' },
    source: 'developers.openai.com/api/docs/models/gpt-6.2-sol',
    price: models[0]?.listed,
    listed: {
      ...{ input: 2, cachedInput: 0.1, cacheWrite: 2.5, output: 10 },
      longContext: { over: 272_000, inputTimes: 2, outputTimes: 1.5 },
    },
  });
  expect(models.every(({ price, source }) => price !== null && source !== null)).toBe(true);
});

test('an own price counts more than a list’s, an imported list’s more than those that Parley came with', () => {
  const { prices } = setUp();
  const cost = (model: string) => {
    const { micros, version } = prices.cost({ ...used, model });
    return [micros, version];
  };
  expect([cost('gpt-6-luna'), cost('gpt-9')]).toEqual([
    [100, '2026-11-22'],
    [null, 'none'],
  ]);
  prices.import(list());
  expect([cost('gpt-6-luna'), cost('gpt-9'), cost('gpt-6.2-sol')]).toEqual([
    [7000, '2026-11-24'],
    [7000, '2026-11-24'],
    [2000, '2026-11-22'],
  ]);
  prices.set('gpt-6-luna', { ...price, input: 8 });
  expect(cost('gpt-6-luna')).toEqual([8000, '2026-11-24 own']);
  prices.forget();
  expect([cost('gpt-6-luna'), cost('gpt-9')]).toEqual([
    [8000, '2026-11-22 own'],
    [null, 'none'],
  ]);
  prices.set('gpt-6-luna', null);
  expect(cost('gpt-6-luna')).toEqual([100, '2026-11-22']);
});

test('the table shows what is reckoned with, and what the list has in its place', () => {
  const { prices, row } = setUp();
  prices.import(list());
  prices.set('gpt-9', { ...price, output: 10 });
  prices.set('llama3', price);
  const { asOf, imported, models } = prices.table();
  expect([asOf, imported, models.length]).toEqual(['2026-11-24', true, 33]);
  expect(row('gpt-9')).toMatchObject({ own: true, price: { output: 10 }, listed: { output: 9 } });
  expect(row('llama3')).toMatchObject({ name: 'llama3', own: true, price, listed: null, asOf: null });
  expect(row('gpt-6-luna')).toMatchObject({ name: 'Luna', own: false, price, source: 'a friend' });
});

test('a price that is set, and a list that is taken, are there after a restart', () => {
  const { prices, library } = setUp();
  prices.set('llama3', price);
  prices.import(list());
  expect(setUp({ library }).prices.table()).toEqual(prices.table());
});

test('what makes no sense on disk is as if it were not there', () => {
  const { library } = setUp();
  library.priceRows.setOwn('llama3', { input: 'much' });
  library.priceRows.setList(list({ updated: '2027-11-24' }));
  expect(setUp({ library }).prices.table()).toMatchObject({ asOf: '2026-11-22', imported: false });
});

test('what is exported can be imported, and says the same', async () => {
  const { prices, saved } = setUp();
  prices.import(list());
  prices.set('gpt-9', { ...price, output: 10 });
  expect(await prices.exportJson()).toBe(true);
  expect(saved[0]?.name).toBe('Parley prices 2026-11-24.json');
  const other = setUp().prices.import(saved[0]?.text ?? '');
  const words = ({ models }: typeof other) =>
    models.map(({ model, name, price }) => ({ model, name, price }));
  expect(words(other)).toEqual(words(prices.table()));
  expect(await setUp({ willing: false }).prices.exportJson()).toBe(false);
});

test('an export keeps what models cost before', async () => {
  const { prices, saved } = setUp();
  await prices.exportJson();
  const other = setUp().prices;
  other.import(saved[0]?.text ?? '');
  const at = Date.parse('2026-07-15');
  expect(other.cost({ ...used, model: 'gpt-5.6-terra', at }).micros).toBe(2500);
});

const [entry] = (JSON.parse(list()) as { models: { prices: object[] }[] }).models;

test.each([
  ['no JSON', 'prices', undefined],
  ['a web page', '<!doctype html><title>Prices</title>', undefined],
  ['another schema', list({ schema: 2 }), 'schema'],
  ['another currency', list({ currency: 'EUR' }), 'currency'],
  ['a key that nobody knows', list({ onload: 'x' }), undefined],
  ['a key that nobody knows in a price', list({}, { free: true }), 'models.0.prices.0'],
  ['no such day', list({ updated: '2026-02-30' }), 'updated'],
  ['a day to come', list({ updated: '2026-12-24' }), 'updated'],
  ['a price below nothing', list({}, { input: -1 }), 'models.0.prices.0.input'],
  ['a price beyond measure', list({}, { output: 10_001 }), 'models.0.prices.0.output'],
  ['a price in words', list({}, { output: '9' }), 'models.0.prices.0.output'],
  ['a price that no sum can hold', list({}, { input: 0.000_000_1 }), 'models.0.prices.0.input'],
  ['a cache that is dearer', list({}, { cachedInput: 7.5 }), 'models.0.prices.0.cachedInput'],
  [
    'half a long context',
    list({}, { longContext: { over: 1000 } }),
    'models.0.prices.0.longContext.inputTimes',
  ],
  ['no models', list({ models: [] }), 'models'],
  ['one model twice', list({ models: [entry, entry] }), 'models'],
  ['no price', list({ models: [{ ...entry, prices: [] }] }), 'models.0.prices'],
  [
    'prices out of order',
    list({ models: [{ ...entry, prices: [...(entry?.prices ?? []), ...(entry?.prices ?? [])] }] }),
    'models.0.prices',
  ],
  ['more than a megabyte', list({ models: [], note: 'x'.repeat(1_000_000) }), undefined],
])('a list with %s is refused, and nothing changes', (_, text, parameter) => {
  const { prices } = setUp();
  const before = prices.table();
  let refusal: unknown;
  try {
    prices.import(text);
  } catch (thrown) {
    refusal = thrown;
  }
  expect(refusal).toMatchObject({ code: 'PRICES_REFUSED' });
  expect((refusal as { details: object }).details).toEqual(parameter === undefined ? {} : { parameter });
  expect(prices.table()).toEqual(before);
});

test('an older list is refused from an address, and taken by hand', async () => {
  const older = list({ updated: '2026-11-21' });
  const { address } = await serve((_, response) => response.end(older));
  const { prices } = setUp();
  await expect(prices.update(address)).rejects.toMatchObject({ code: 'PRICES_OLDER' });
  expect(prices.table().imported).toBe(false);
  expect(prices.import(older)).toMatchObject({ asOf: '2026-11-21', imported: true });
});

test('an update asks once, as nobody in particular, and shows the new prices', async () => {
  const { address, asked } = await serve((_, response) => {
    response.setHeader('set-cookie', 'who=you');
    response.end(list());
  });
  const { prices, row } = setUp();
  expect(await prices.update(address)).toMatchObject({ asOf: '2026-11-24', imported: true });
  expect(row('gpt-6-luna')?.price).toEqual(price);
  await prices.update(address);
  const plain = JSON.stringify(['GET', '/prices.json', undefined, undefined]);
  expect(asked).toEqual([plain, plain]);
});

test.each<[string, RequestListener, object]>([
  [
    'points elsewhere',
    (_, response) => response.writeHead(302, { location: '/elsewhere' }).end(),
    { code: 'PRICES_NOT_FETCHED' },
  ],
  [
    'has nothing there',
    (_, response) => response.writeHead(404).end('No'),
    {
      ...{ code: 'PRICES_NOT_FETCHED', details: { status: 404 } },
    },
  ],
  ['sends a web page', (_, response) => response.end('<html>Log in</html>'), { code: 'PRICES_REFUSED' }],
  ['sends another thing', (_, response) => response.end('{"models":{}}'), { code: 'PRICES_REFUSED' }],
  [
    'breaks off',
    (_, response) => {
      response.write('{"schema":');
      response.socket?.destroy();
    },
    { code: 'PRICES_NOT_FETCHED' },
  ],
])('a server that %s changes nothing', async (_, answer, error) => {
  const { address, asked } = await serve(answer);
  const { prices } = setUp();
  await expect(prices.update(address)).rejects.toMatchObject(error);
  expect(prices.table()).toMatchObject({ asOf: '2026-11-22', imported: false });
  expect(asked).toHaveLength(1);
});

test('a server that does not stop is left soon', async () => {
  let closed = false;
  let sent = 0;
  const { address } = await serve((_, response) => {
    const piece = Buffer.alloc(64 * 1024, ' ');
    const more = () => {
      do sent += piece.length;
      while (sent < 1e9 && response.write(piece));
    };
    response.on('drain', more).on('close', () => (closed = true));
    more();
  });
  await expect(setUp().prices.update(address)).rejects.toMatchObject({ code: 'PRICES_REFUSED' });
  await expect.poll(() => closed).toBe(true);
  expect(sent).toBeLessThan(20_000_000); // what the system's buffers hold, and no more
});

test.each<[string, RequestListener]>([
  ['says nothing', () => undefined],
  ['stops in the middle', (_, response) => void response.write('{"schema":')],
])('a server that %s is waited for only so long', async (_, answer) => {
  const { address } = await serve(answer);
  const { prices } = setUp({ patienceMs: 100 });
  await expect(prices.update(address)).rejects.toMatchObject({ code: 'TIMED_OUT' });
});

test.each([
  'http://example.com/prices.json',
  'ftp://example.com/prices.json',
  'file:///etc/passwd',
  'https://me:secret@example.com/prices.json',
  'prices.json',
])('nothing is fetched from “%s”', async (address) => {
  const asked: unknown[] = [];
  const prices = new PriceList({
    priceRows: openLibrary(':memory:').priceRows,
    files: { save: () => Promise.resolve(false) },
    fetch: (input) => {
      asked.push(input);
      return Promise.reject(new Error('fetched'));
    },
    now: () => NOW,
  });
  await expect(prices.update(address)).rejects.toMatchObject({ code: 'BAD_ADDRESS' });
  expect(asked).toEqual([]);
});
