import { expect, test } from 'vitest';
import { shortDate } from './short-date';

const now = new Date(2026, 10, 27, 15, 0);

test('a time today, Yesterday, then the day, with its year where it is another', () => {
  expect(shortDate(new Date(2026, 10, 27, 9, 5).getTime(), now)).toMatch(/9:05|09:05/);
  expect(shortDate(new Date(2026, 10, 26, 23, 59).getTime(), now)).toBe('Yesterday');
  expect(shortDate(new Date(2026, 10, 12).getTime(), now)).toBe('12 Nov');
  expect(shortDate(new Date(2025, 0, 2).getTime(), now)).toBe('2 Jan 2025');
});
