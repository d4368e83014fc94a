import { expect, test } from 'vitest';
import { begins, fit } from './fuzzy';

const best = (names: readonly string[], typed: string) =>
  names
    .map((name) => ({ name, score: fit(name, typed) }))
    .filter(({ score }) => score !== null)
    .sort((one, other) => (other.score ?? 0) - (one.score ?? 0))
    .map(({ name }) => name);

test('letters in this order are found, the beginnings of words first', () => {
  expect(best(['Delete chat', 'New chat', 'Next chat', 'Choose model…'], 'nc')).toEqual([
    'New chat',
    'Next chat',
  ]);
  expect(best(['Toggle sidebar', 'Show usage', 'Settings: Models'], 'sm')).toEqual(['Settings: Models']);
  expect(best(['Copy last answer'], 'xyz')).toEqual([]);
});

test('each word that is typed begins a word', () => {
  expect(begins('Copy last answer', 'cop ans')).toBe(true);
  expect(begins('Copy last answer', 'ans cop')).toBe(false);
  expect(begins('Copy last answer', 'opy')).toBe(false);
});
