import { expect, test } from 'vitest';
import type { UsageOfDay } from '../../shared/contract/usage';
import { nothingSpent } from '../../shared/money';
import { columnsOf, measureOf, seriesOf } from './usage-chart';
import { startOf } from './usage-range';

const spent = (micros: number) => ({ ...nothingSpent, calls: 1, input: 10, output: 5, micros });
const day = (date: string, models: Record<string, number>): UsageOfDay => ({
  day: date,
  spent: spent(0),
  models: Object.entries(models).map(([model, micros]) => ({ model, spent: spent(micros) })),
});
const between = (first: string, last: string) => ({ from: startOf(first), to: startOf(last, 1) });
const named = (...models: string[]) => models.map((model) => ({ model }));

test('every day of the range has a column, with one part for each series', () => {
  const days = [day('2026-11-02', { sol: 5, luna: 2 }), day('2026-11-04', { luna: 1 })];
  const columns = columnsOf(days, {
    ...{ bounds: between('2026-11-01', '2026-11-04'), series: named('sol', 'luna'), measure: 'cost' },
  });
  expect(columns).toEqual([
    { key: '2026-11-01', value: 0, parts: [0, 0] },
    { key: '2026-11-02', value: 7, parts: [5, 2] },
    { key: '2026-11-03', value: 0, parts: [0, 0] },
    { key: '2026-11-04', value: 1, parts: [0, 1] },
  ]);
});

test('all time goes from the first day of use to the last', () => {
  const days = [day('2026-10-30', { sol: 1 }), day('2026-11-01', { sol: 1 })];
  const columns = columnsOf(days, {
    ...{ bounds: { from: null, to: null }, series: named('sol'), measure: 'cost' },
  });
  expect(columns.map(({ key }) => key)).toEqual(['2026-10-30', '2026-10-31', '2026-11-01']);
});

test('a long range has a column for each month, and loses nothing of its days', () => {
  const days = [day('2025-12-31', { sol: 1 }), day('2026-03-01', { sol: 2 }), day('2026-03-31', { sol: 4 })];
  const columns = columnsOf(days, {
    ...{ bounds: between('2025-12-01', '2026-04-30'), series: named('sol'), measure: 'cost' },
  });
  expect(columns.map(({ key, value }) => [key, value])).toEqual([
    ['2025-12', 1],
    ['2026-01', 0],
    ['2026-02', 0],
    ['2026-03', 6],
    ['2026-04', 0],
  ]);
});

test('six models have a series each; of more, the cheapest share one', () => {
  const models = (count: number) => Array.from({ length: count }, (_, index) => ({ model: `m${index}` }));
  expect(seriesOf(models(6)).map(({ model }) => model)).toEqual(['m0', 'm1', 'm2', 'm3', 'm4', 'm5']);
  expect(seriesOf(models(7)).map(({ model }) => model)).toEqual(['m0', 'm1', 'm2', 'm3', 'm4', '']);
  const [column] = columnsOf([day('2026-11-02', { m5: 2, m6: 3, m0: 1 })], {
    ...{ bounds: { from: null, to: null }, series: seriesOf(models(7)), measure: 'cost' },
  });
  expect(column?.parts).toEqual([1, 0, 0, 0, 0, 5]);
});

test('where no price is known, bars are tokens', () => {
  expect(measureOf({ ...nothingSpent, calls: 2, unpriced: 2 })).toBe('tokens');
  expect(measureOf({ ...nothingSpent, calls: 2, unpriced: 1 })).toBe('cost');
  expect(measureOf(nothingSpent)).toBe('cost');
  const [column] = columnsOf([day('2026-11-02', { llama: 0 })], {
    ...{ bounds: { from: null, to: null }, series: named('llama'), measure: 'tokens' },
  });
  expect(column?.value).toBe(15);
});
