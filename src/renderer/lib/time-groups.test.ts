import { expect, test } from 'vitest';
import { byTime } from './time-groups';

const now = new Date(2026, 10, 22, 14);
const at = (...date: [number, number, number, number?]) => ({ updatedAt: new Date(...date).getTime() });

test('chats are grouped as a person would say it', () => {
  const groups = byTime(
    [
      at(2026, 10, 22, 0),
      at(2026, 10, 21, 23),
      at(2026, 10, 15),
      at(2026, 10, 1),
      at(2026, 2, 1),
      at(2025, 10, 30),
    ],
    now,
  );
  expect(groups.map(({ label }) => label)).toEqual([
    'Today',
    'Yesterday',
    'Previous 7 days',
    'November',
    'March',
    'November 2025',
  ]);
});

test('no chats make no groups', () => {
  expect(byTime([], now)).toEqual([]);
});
