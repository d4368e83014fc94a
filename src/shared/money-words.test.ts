import { expect, test } from 'vitest';
import { asOf, dollars, exactDollars, tokens } from './money-words';

test.each([
  [0, '$0.00'],
  [1, 'under $0.0001'],
  [99, 'under $0.0001'],
  [100, '$0.0001'],
  [440, '$0.0004'],
  [4_000, '$0.004'],
  [4_449, '$0.0044'],
  [9_960, '$0.01'],
  [12_345, '$0.012'],
  [20_000, '$0.02'],
  [99_499, '$0.099'],
  [99_500, '$0.10'],
  [300_000, '$0.30'],
  [999_999, '$1.00'],
  [1_005_000, '$1.01'],
  [1_840_000, '$1.84'],
  [1_240_500_000, '$1,240.50'],
])('%d micro-dollars read “%s”', (micros, words) => {
  expect(dollars(micros)).toBe(words);
});

test('what nobody knows is not nothing', () => {
  expect(dollars(null)).toBe('price unknown');
});

test('tokens are counted in words', () => {
  expect([0, 1, 1_240, 1_050_000].map(tokens)).toEqual([
    '0 tokens',
    '1 token',
    '1,240 tokens',
    '1,050,000 tokens',
  ]);
});

test('a price is of a day, or of a month where no day is known', () => {
  expect(asOf('2026-11-22')).toBe('22 Nov 2026');
  expect(asOf('2026-11')).toBe('Nov 2026');
});

test('a sum can be told to the micro-dollar', () => {
  expect([0, 1, 4_321, 1_234_567_891].map(exactDollars)).toEqual([
    '$0.000000',
    '$0.000001',
    '$0.004321',
    '$1,234.567891',
  ]);
});
