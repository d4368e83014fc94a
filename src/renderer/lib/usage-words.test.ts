import { expect, test } from 'vitest';
import { nothingSpent } from '../../shared/money';
import { chartWords, dayWords, doubtWords, usedWords } from './usage-words';

test('what was used reads as one line', () => {
  const spent = { ...nothingSpent, calls: 212, input: 1_300_000, cached: 793_000, output: 96_000 };
  expect(usedWords(spent)).toBe('212 calls · 1.3M in (61 % cached) · 96K out');
  expect(usedWords({ ...nothingSpent, calls: 1, input: 7 })).toBe('1 call · 7 in · 0 out');
});

test('an unknown price and an estimate are said, and an exact sum has nothing to say', () => {
  expect(doubtWords({ ...nothingSpent, unpriced: 3, estimated: 1 })).toBe(
    '+ 3 calls with unknown price · 1 call estimated',
  );
  expect(doubtWords(nothingSpent)).toBe('');
});

test('a day is the day that it says, in every zone', () => {
  expect(dayWords('2026-11-22')).toBe('Sun 22 Nov 2026');
  expect(dayWords('2026-11')).toBe('Nov 2026');
});

test('the chart is told in words', () => {
  const column = (key: string, value: number) => ({ key, value, parts: [value] });
  expect(chartWords([column('2026-11-01', 20_000), column('2026-11-02', 2_000_000)], 'cost')).toBe(
    'Cost by day and model, Sun 1 Nov 2026 to Mon 2 Nov 2026. The most was $2.00, Mon 2 Nov 2026. The table has every figure.',
  );
});
