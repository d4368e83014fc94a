import { expect, test } from 'vitest';
import { parseQuery } from './query';
import { Marker } from './snippet';

const snippet = (typed: string, text: string, inside = false) =>
  new Marker(parseQuery(typed).terms, inside)
    .snippet(text)
    .map(({ text: said, hit }) => (hit ? `[${said}]` : said))
    .join('');

test('a snippet shows where the most of the words stand together', () => {
  const text = `red ${'x '.repeat(300)}red big bus ${'y '.repeat(300)}bus`;
  expect(snippet('red bus', text)).toMatch(/^…[x ]+\[red\] big \[bus\] [y ]+…$/);
});

test('it is one line, and begins with its text where nothing is to be marked', () => {
  expect(snippet('has:code', 'one\n\n  two')).toBe('one two');
});

test('it never cuts through what is read as one letter', () => {
  const family = '👩‍👩‍👧‍👦';
  for (let before = 30; before < 60; before += 1) {
    const shown = snippet('red', `${family.repeat(before)} red ${family.repeat(100)}`);
    expect(shown.replaceAll(family, '').replace(/[ …]/gu, '')).toBe('[red]');
  }
});

test('letters with their marks are marked whole', () => {
  expect(snippet('nai', 'a nai\u0308ve one')).toBe('a [nai\u0308]ve one');
  expect(snippet('cafe', 'Un CAFÉ noir')).toBe('Un [CAFÉ] noir');
  expect(snippet('istanbul', 'in İstanbul')).toContain('stanbul');
});
