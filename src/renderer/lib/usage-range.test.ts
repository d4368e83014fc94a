import { expect, test } from 'vitest';
import { boundsOf, dayOf, type Range, startOf } from './usage-range';

const now = new Date(2026, 10, 27, 15, 30).getTime();
/** The first and the last day. */
const days = (name: Range['name'], from = '', to = '') => {
  const bounds = boundsOf({ name, from, to }, now);
  return [bounds.from && dayOf(bounds.from), bounds.to && dayOf(bounds.to - 1)];
};

test.each([
  ['this-month', ['2026-11-01', '2026-11-30']],
  ['last-month', ['2026-10-01', '2026-10-31']],
  ['last-7-days', ['2026-11-21', '2026-11-27']],
  ['last-30-days', ['2026-10-29', '2026-11-27']],
  ['this-year', ['2026-01-01', '2026-12-31']],
  ['all', [null, null]],
] as const)('%s has whole days, today among them', (name, expected) => {
  expect(days(name)).toEqual(expected);
});

test('a custom range has its first and its last day in full, and an empty one no limit', () => {
  expect(days('custom', '2026-03-01', '2026-03-31')).toEqual(['2026-03-01', '2026-03-31']);
  expect(days('custom', '2026-03-01', '')).toEqual(['2026-03-01', null]);
  expect(startOf('2026-12-31', 1)).toBe(new Date(2027, 0, 1).getTime());
  expect(startOf('22 Nov')).toBeNull();
});
