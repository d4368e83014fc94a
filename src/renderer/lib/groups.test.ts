import { expect, test } from 'vitest';
import { Groups } from './groups';

test('a group whose parts are the same is the same object', () => {
  const groups = new Groups<number>(3);
  const [first, second] = groups.of([1, 2, 3, 4]);
  const [again, grown, third] = groups.of([1, 2, 3, 4, 5, 6, 7]);
  expect(again).toBe(first);
  expect([second, grown, third]).toEqual([[4], [4, 5, 6], [7]]);
});

test('parts stand in the same groups before and after those before them have come', () => {
  const groups = new Groups<number>(3);
  const [partial, full] = groups.of([5, 6, 7, 8, 9], 4);
  expect([partial, full]).toEqual([
    [5, 6],
    [7, 8, 9],
  ]);
  const all = groups.of([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(all).toEqual([
    [1, 2, 3],
    [4, 5, 6],
    [7, 8, 9],
  ]);
  expect(all[2]).toBe(full);
});
