import { expect, test } from 'vitest';
import type { UsageQuery, UsageReport } from '../../shared/contract/usage';
import { AppError } from '../../shared/errors';
import { nothingSpent, type Receipt } from '../../shared/money';
import { startOf } from '../lib/usage-range';
import { fakeApi } from './fake-api';
import { Usage } from './usage.svelte';

const empty: UsageReport = {
  ...{ total: nothingSpent, days: [], models: [], accounts: [], kinds: [], conversations: [], others: null },
};
const withModels = (...models: string[]): UsageReport => ({
  ...empty,
  models: models.map((model) => ({ model, spent: nothingSpent })),
});
const custom = (from: string, to: string) => ({ name: 'custom', from, to }) as const;

const spent = {
  name: 'money.spent',
  receipt: {} as Receipt,
  ...{ answer: null, conversation: null, balance: { day: 0, month: 0 } },
} as const;

test('a range is asked for in whole days, and what is in it can be chosen', async () => {
  const { api, named } = fakeApi(() => withModels('sol', 'luna'));
  const usage = new Usage(api);
  await usage.show(custom('2026-11-01', '2026-11-30'));
  await usage.narrow({ model: 'luna' });
  expect(named('usage.report').map(({ input }) => input)).toMatchObject([
    { from: startOf('2026-11-01'), to: startOf('2026-12-01'), model: null },
    { model: null },
    { from: startOf('2026-11-01'), to: startOf('2026-12-01'), model: 'luna' },
  ]);
  expect(usage.narrowed).toBe(true);
  await usage.export();
  expect(named('usage.export')[0]?.input).toMatchObject({ from: startOf('2026-11-01'), model: 'luna' });
});

test('what the new range does not have is not looked for in it', async () => {
  const { api } = fakeApi((_, input) =>
    (input as UsageQuery).from === startOf('2026-11-01') ? withModels('sol') : withModels('luna'),
  );
  const usage = new Usage(api);
  await usage.show(custom('2026-11-01', ''));
  await usage.narrow({ model: 'sol' });
  expect(usage.only.model).toBe('sol');
  await usage.show(custom('2026-10-01', ''));
  expect(usage.only.model).toBeNull();
  expect(usage.report?.models[0]?.model).toBe('luna');
});

test('a report that is late does not take the place of a newer one', async () => {
  const waiting: ((report: UsageReport) => void)[] = [];
  const { api } = fakeApi(() => new Promise((resolve) => waiting.push(resolve)));
  const usage = new Usage(api);
  const loads = [usage.show(custom('2026-10-01', '')), usage.show(custom('2026-11-01', ''))];
  waiting[1]?.(withModels('new'));
  waiting[0]?.(withModels('old'));
  await Promise.all(loads);
  expect(usage.report?.models[0]?.model).toBe('new');
  expect(usage.bounds.from).toBe(startOf('2026-11-01'));
});

test('what is spent while one looks is read at once, and nothing is when nobody does', async () => {
  const { api, named } = fakeApi(() => empty);
  const usage = new Usage(api);
  usage.receive(spent);
  expect(named('usage.report')).toHaveLength(0);
  const end = usage.follow();
  usage.receive(spent);
  expect(named('usage.report')).toHaveLength(2);
  end();
  usage.receive(spent);
  expect(named('usage.report')).toHaveLength(2);
});

test('a report that cannot be read leaves the last one, and says why', async () => {
  let broken = false;
  const { api } = fakeApi(() => {
    if (broken) throw new AppError('DISK_FAILED', 'The disk refused.');
    return withModels('sol');
  });
  const usage = new Usage(api);
  await usage.load();
  broken = true;
  await usage.load();
  expect(usage.report?.models).toHaveLength(1);
  expect(usage.error?.code).toBe('DISK_FAILED');
});
