import { afterEach, expect, test } from 'vitest';
import { speakFrom } from '../../shared/words';
import { english } from '../../shared/words/english';
import { german } from '../../shared/words/german';
import { dollarsOf, microsOf } from './budget-input';

afterEach(() => speakFrom(() => english));

test.each([
  ['20', 20_000_000],
  ['0.5', 500_000],
  ['.25', 250_000],
  ['$ 3', 3_000_000],
  ['1,50', 1_500_000],
  ['0', 0],
  ['', null],
  ['  ', null],
  ['-1', undefined],
  ['1,000', undefined],
  ['ten', undefined],
  ['1e3', undefined],
  ['99999999', undefined],
])('“%s” is %s micro-dollars', (typed, micros) => {
  expect(microsOf(typed)).toBe(micros);
});

test.each([
  [500_000, '0.50'],
  [9_000, '0.009'],
  [1_234_567, '1.234567'],
  [20_000_000, '20'],
])('%i micro-dollars stand in the field as %s', (micros, typed) => {
  expect(dollarsOf(micros)).toBe(typed);
});

test.each([0, 500_000, 20_000_000, 1_234_567, 10_000])('%i comes back as it was typed', (micros) => {
  expect(microsOf(dollarsOf(micros))).toBe(micros);
});

test.each([
  [500_000, '0,50'],
  [1_234_567, '1,234567'],
  [20_000_000, '20'],
])('in German %i micro-dollars stand in the field as %s, and are read from it', (micros, typed) => {
  speakFrom(() => german);
  expect(dollarsOf(micros)).toBe(typed);
  expect(microsOf(typed)).toBe(micros);
});

test.each([
  ['0.50', 500_000],
  ['0.125', 125_000],
  ['1.000', undefined],
  ['1.000,50', undefined],
])('in German “%s” is %s micro-dollars: a dot is taken where it groups no thousands', (typed, micros) => {
  speakFrom(() => german);
  expect(microsOf(typed)).toBe(micros);
});
