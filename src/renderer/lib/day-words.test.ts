import { expect, test } from 'vitest';
import { dayWords, eraseWords, onDay } from './day-words';

const now = new Date(2026, 10, 22, 14);
const DAY = 24 * 60 * 60 * 1000;

test('a day is named as a person would', () => {
  expect(dayWords(new Date(2026, 10, 22, 1).getTime(), now)).toBe('Today');
  expect(dayWords(new Date(2026, 10, 21, 23).getTime(), now)).toBe('Yesterday');
  expect(dayWords(new Date(2026, 2, 1).getTime(), now)).toBe('1 Mar');
  expect(dayWords(new Date(2025, 2, 1).getTime(), now)).toBe('1 Mar 2025');
  expect(onDay(new Date(2026, 10, 21, 23).getTime(), now)).toBe('yesterday');
  expect(onDay(new Date(2026, 2, 1).getTime(), now)).toBe('on 1 Mar');
});

test('what is in the trash says when it will be erased, if it will', () => {
  const at = now.getTime();
  expect(eraseWords(at, 30, at)).toBe('Erased in 30 days');
  expect(eraseWords(at - 29 * DAY, 30, at)).toBe('Erased tomorrow');
  expect(eraseWords(at - 31 * DAY, 30, at)).toBe('Erased today');
  expect(eraseWords(at, null, at)).toBe('');
});
