import { expect, test } from 'vitest';
import type { Estimate } from '../../shared/request';
import {
  contextShare,
  inputCost,
  leftOutWords,
  requestCost,
  requestTokens,
  uncachedWords,
} from './request-words';

const estimate: Estimate = {
  ...{ message: 40, total: 1240, limit: 40_000, inputMicros: 12_000, outputMicros: 30_000 },
  uncachedMicros: 0,
};

test('an estimate is marked as one, and a count is not', () => {
  expect(requestTokens(estimate, null)).toBe('≈ 1,240 tokens');
  expect(requestTokens(estimate, 1252)).toBe('1,252 tokens');
});

test.each([
  [399, null],
  [1240, { words: '3 % of context', full: false }],
  [36_000, { words: '90 % of context', full: false }],
  [36_400, { words: '91 % of context', full: true }],
  [60_000, { words: 'Over 100 % of context', full: true }],
])('%i of 40,000 tokens are a share of the context: %o', (total, share) => {
  expect(contextShare({ ...estimate, total }, null)).toEqual(share);
});

test('without a limit no share of it is told', () => {
  expect(contextShare({ ...estimate, limit: null }, null)).toBeNull();
});

test('a cost is told with the most that the answer may add', () => {
  expect(requestCost(estimate, null)).toBe('≈ $0.012 + up to $0.03');
  expect(requestCost({ ...estimate, outputMicros: null }, null)).toBe('≈ $0.012');
});

test('a price that nobody knows is said once', () => {
  expect(requestCost({ ...estimate, inputMicros: null, outputMicros: null }, null)).toBe('price unknown');
});

test('an exact count makes the cost of the input more exact, too', () => {
  expect(inputCost(estimate, 2480)).toBe(24_000);
  expect(inputCost({ ...estimate, total: 0 }, 7)).toBe(12_000);
});

test.each([
  [undefined, null],
  [[], null],
  [['instructions'], 'Asked without the instructions'],
  [['a'], 'Asked without 1 earlier message'],
  [['a', 'instructions', 'b'], 'Asked without the instructions and 2 earlier messages'],
])('a question that left out %o says so: %s', (leftOut, words) => {
  expect(leftOutWords(leftOut)).toBe(words);
});

test('what is not in the cache is told from more than a cent on', () => {
  expect(uncachedWords(null)).toBeNull();
  expect(uncachedWords({ ...estimate, uncachedMicros: 10_000 })).toBeNull();
  expect(uncachedWords({ ...estimate, uncachedMicros: 160_000 })).toBe(
    'About $0.16 of this is for earlier messages that are not in the cache.',
  );
});
