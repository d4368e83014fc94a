import { expect, test } from 'vitest';
import { firstWords } from './first-words';

test('an answer begins with its words, not with its marks', () => {
  expect(firstWords('## Why\n\n- **Sunlight** is [scattered](https://a.example).\n- `Blue` most.')).toBe(
    'Why Sunlight is scattered. Blue most.',
  );
});

test('a snake_case name and a sum stay as they are', () => {
  expect(firstWords('Use 2 * 3 and x.')).toBe('Use 2 * 3 and x.');
});

test('a long answer ends between two words', () => {
  const line = firstWords('Sunlight is scattered. '.repeat(50));
  expect(line.length).toBeLessThanOrEqual(141);
  expect(line).toMatch(/(Sunlight|is|scattered\.)…$/);
});
