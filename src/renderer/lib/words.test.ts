import { expect, test } from 'vitest';
import { countWords } from './words';

test('words are counted in any language', () => {
  expect(countWords('One, two — three.')).toBe(3);
  expect(countWords('')).toBe(0);
  expect(countWords('今日は良い天気です')).toBeGreaterThan(1);
});

test('a text of a megabyte is counted at once', () => {
  const start = performance.now();
  expect(countWords('word '.repeat(200_000))).toBe(200_000);
  expect(performance.now() - start).toBeLessThan(200);
});
