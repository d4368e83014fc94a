import { expect, test } from 'vitest';
import { rowsBetween, topsOf } from './windowing';

const tops = topsOf([40, 32, 32, 40, 32]);

test('rows begin where those above them end', () => {
  expect([...tops]).toEqual([0, 40, 72, 104, 144, 176]);
});

test('a row is there when a part of it is between the heights', () => {
  expect(rowsBetween(tops, 0, 39)).toEqual([0]);
  expect(rowsBetween(tops, 41, 103)).toEqual([1, 2]);
  expect(rowsBetween(tops, 71, 105)).toEqual([1, 2, 3]);
  expect(rowsBetween(tops, -500, 5_000)).toEqual([0, 1, 2, 3, 4]);
});

test('one row is kept wherever it is, in its place and not twice', () => {
  expect(rowsBetween(tops, 41, 103, 0)).toEqual([0, 1, 2]);
  expect(rowsBetween(tops, 41, 103, 4)).toEqual([1, 2, 4]);
  expect(rowsBetween(tops, 41, 103, 2)).toEqual([1, 2]);
  expect(rowsBetween(tops, 41, 103, 9)).toEqual([1, 2]);
});

test('nothing makes no rows', () => {
  expect(rowsBetween(topsOf([]), 0, 100, 0)).toEqual([]);
});
