import { expect, test } from 'vitest';
import type { Model } from '../../shared/model';
import {
  abilityWords,
  endingWords,
  endsSoon,
  matching,
  measureWords,
  priceWords,
  undated,
  type ModelChoice,
} from './model-words';

const terra: Model = {
  id: 'gpt-6.1-terra',
  name: 'GPT-6.1 Terra',
  shutdownAt: null,
  replacement: null,
  contextWindow: 1_050_000,
  maxInput: 922_000,
  maxOutput: 128_000,
  images: true,
  reasons: true,
  efforts: ['none', 'low', 'medium', 'high'],
  defaultEffort: 'medium',
  verbosity: true,
  price: { input: 1, output: 5 },
};
const llama: Model = {
  ...{ ...terra, id: 'llama3', name: 'llama3', contextWindow: null, maxInput: null, maxOutput: null },
  ...{ images: false, reasons: false, efforts: [], defaultEffort: null, verbosity: false, price: null },
};

test('what a model can do is told in a few words, and nothing of one that nobody knows', () => {
  expect(abilityWords(terra)).toBe('1M context · reads images · thinks');
  expect(abilityWords({ ...terra, contextWindow: 128_000, reasons: false })).toBe(
    '128K context · reads images',
  );
  expect(abilityWords(llama)).toBe('');
});

test.each([
  [{ input: 2, output: 10 }, '$2 in · $10 out'],
  [{ input: 0.1, output: 0.5 }, '$0.10 in · $0.50 out'],
  [{ input: 0.125, output: 1.25 }, '$0.125 in · $1.25 out'],
])('a price reads to the cent: %o', (price, words) => {
  expect(priceWords(price)).toBe(words);
});

test('what is asked for is shown only where it is not the usual, and where the model can be told', () => {
  expect(measureWords(terra, { effort: null, verbosity: null })).toBe('');
  expect(measureWords(terra, { effort: 'medium', verbosity: 'medium' })).toBe('');
  expect(measureWords(terra, { effort: 'high', verbosity: 'low' })).toBe('High · Short');
  expect(measureWords(terra, { effort: 'max', verbosity: null })).toBe('');
  expect(measureWords(llama, { effort: 'high', verbosity: 'low' })).toBe('');
});

test('an end is told from 60 days before, and after it', () => {
  const now = Date.UTC(2026, 10, 22);
  const ending = (shutdownAt: number): Model => ({ ...terra, shutdownAt, replacement: 'gpt-6-luna' });
  expect(endsSoon(terra, now)).toBe(false);
  expect(endsSoon(ending(Date.UTC(2027, 0, 22)), now)).toBe(false);
  expect(endsSoon(ending(Date.UTC(2027, 0, 21)), now)).toBe(true);
  expect(endingWords(ending(Date.UTC(2026, 11, 11)), now)).toBe(
    'Ends 11 Dec 2026 · GPT-6 Luna takes its place',
  );
  expect(endingWords({ ...ending(Date.UTC(2026, 9, 23)), replacement: null }, now)).toBe('Ended 23 Oct 2026');
});

const choices: readonly ModelChoice[] = [
  ['gpt-6-luna', 'GPT-6 Luna'],
  ['gpt-4o', 'GPT-4o'],
  ['gpt-4o-2024-08-06', 'GPT-4o (2024-08-06)'],
  ['gpt-7-2030-01-01', 'GPT-7 (2030-01-01)'],
].map(([id = '', name = '']) => ({ id, name, offered: true, facts: undefined }));
const ids = (found: readonly ModelChoice[]) => found.map(({ id }) => id);

test('typing finds a model by its name or its id, in any order of words', () => {
  expect(ids(matching(choices, 'luna gpt'))).toEqual(['gpt-6-luna']);
  expect(ids(matching(choices, 'gpt-4o-'))).toEqual(['gpt-4o-2024-08-06']);
  expect(ids(matching(choices, ''))).toEqual(ids(choices));
  expect(matching(choices, 'claude')).toEqual([]);
});

test('a dated version is left out where its model stands for it', () => {
  expect(ids(undated(choices))).toEqual(['gpt-6-luna', 'gpt-4o', 'gpt-7-2030-01-01']);
});
