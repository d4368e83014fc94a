import { expect, test } from 'vitest';
import { accentTokens, canBeAccent } from './accent';

test.each([
  ['Windows, blue', '#0078d4', true, true],
  ['Windows, purple', '#744da9', true, false],
  ['Windows, yellow', '#ffb900', false, false],
  ['macOS, blue', '#007aff', false, false],
  ['macOS, graphite', '#8c8c8c', false, false],
  ['GNOME, blue', '#3584e4', false, false],
  ['GNOME, purple', '#9141ac', true, false],
  ['Ubuntu, orange', '#e95420', false, false],
  ['KDE, blue', '#3daee9', false, false],
  ['black', '#000000', true, false],
])('%s (%s) can stand for the main action in light: %s, in dark: %s', (_, colour, light, dark) => {
  expect([canBeAccent(colour, 'light'), canBeAccent(colour, 'dark')]).toEqual([light, dark]);
});

test('where the system’s colour could not be read, Parley’s own stays', () => {
  expect(accentTokens('#744da9')['--accent']).toBe('light-dark(#744da9, var(--parley))');
  expect(accentTokens(null)['--accent']).toBe('light-dark(var(--parley), var(--parley))');
});
