import { expect, test, vi } from 'vitest';
import { AppError } from '../../shared/errors';
import type { PriceTable } from '../../shared/money';
import { fakeApi } from './fake-api';
import { Prices } from './prices.svelte';

const table = (asOf: string): PriceTable => ({ asOf, imported: false, models: [] });
const price = { input: 1, cachedInput: null, cacheWrite: null, output: 2, longContext: null };

function setUp(answer: Parameters<typeof fakeApi>[0] = () => table('2026-11-24')) {
  const main = fakeApi(answer);
  const pricesChanged = vi.fn(() => Promise.resolve());
  return { ...main, pricesChanged, prices: new Prices(main.api, { pricesChanged }) };
}

test('what was read is shown, and nothing has changed', async () => {
  const { prices, pricesChanged } = setUp();
  expect(await prices.read()).toBe(true);
  expect(prices.table?.asOf).toBe('2026-11-24');
  expect(pricesChanged).not.toHaveBeenCalled();
});

test('a change shows the new prices, and the models hear of it', async () => {
  const { prices, pricesChanged, calls } = setUp();
  expect(await prices.set('llama3', price)).toBe(true);
  expect(await prices.update('https://example.com/prices.json')).toBe(true);
  expect(await prices.forget()).toBe(true);
  expect(calls).toEqual([
    { name: 'prices.set', input: { model: 'llama3', price } },
    { name: 'prices.update', input: { address: 'https://example.com/prices.json' } },
    { name: 'prices.forget', input: undefined },
  ]);
  expect(prices.table?.asOf).toBe('2026-11-24');
  expect(pricesChanged).toHaveBeenCalledTimes(3);
});

test('what is refused says why, beside what was tried, and leaves the prices as they are', async () => {
  const { prices, pricesChanged } = setUp((name) => {
    if (name === 'prices.list') return table('2026-11-22');
    throw new AppError('PRICES_OLDER', 'Older.');
  });
  await prices.read();
  expect(await prices.update('https://example.com')).toBe(false);
  expect(prices.errorOf('update')?.code).toBe('PRICES_OLDER');
  expect(prices.errorOf('set', 'import')).toBeNull();
  expect(prices.table?.asOf).toBe('2026-11-22');
  expect([prices.busy, pricesChanged.mock.calls.length]).toEqual([false, 0]);
  prices.clearError();
  expect(prices.errorOf('update')).toBeNull();
});

test('a file is read and taken; one beyond a megabyte is not even read', async () => {
  const { prices, named } = setUp();
  expect(await prices.import(new Blob(['{"schema":1}']))).toBe(true);
  expect(await prices.import(new Blob(['x'.repeat(1_000_001)]))).toBe(false);
  expect(prices.errorOf('import')?.code).toBe('PRICES_REFUSED');
  expect(named('prices.import').map(({ input }) => input)).toEqual([{ text: '{"schema":1}' }]);
});

test('an export that the user would rather not have is no error', async () => {
  const { prices } = setUp(() => false);
  expect(await prices.export()).toBe(false);
  expect(prices.errorOf('export')).toBeNull();
});

test('one thing at a time', async () => {
  let go: (value: PriceTable) => void = () => undefined;
  const { prices, calls } = setUp(() => new Promise<PriceTable>((resolve) => (go = resolve)));
  const first = prices.forget();
  expect(await prices.forget()).toBe(false);
  go(table('2026-11-22'));
  expect(await first).toBe(true);
  expect(calls).toHaveLength(1);
});
