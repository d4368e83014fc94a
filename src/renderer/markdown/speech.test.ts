import { expect, test } from 'vitest';
import { Speech } from './speech';

test('what stands between single dollars is a formula only for who wants it', () => {
  expect(new Speech(true).whole('So $a^2$ holds.')).toEqual([['So formula holds.']]);
  expect(new Speech(false).whole('So $a^2$ holds.')).toEqual([['So $a^2$ holds.']]);
});
