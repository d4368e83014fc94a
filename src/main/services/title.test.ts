import { expect, test } from 'vitest';
import { titleFrom } from './title';

test('a short question is its own title, on one line', () => {
  expect(titleFrom('  Why is\nthe sky  blue? ')).toBe('Why is the sky blue?');
});

test('a long question is cut between words', () => {
  expect(titleFrom('Explain the difference between Rayleigh scattering and Mie scattering, please')).toBe(
    'Explain the difference between Rayleigh scattering and Mie…',
  );
});

test('a text without spaces is cut between characters, never inside one', () => {
  const title = titleFrom('👩‍👩‍👧‍👦'.repeat(20));
  expect(title).toBe(`${'👩‍👩‍👧‍👦'.repeat(5)}…`);
});
