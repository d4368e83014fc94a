import { expect, test } from 'vitest';
import { parseQuery } from './query';

const terms = (typed: string) => parseQuery(typed).terms.map(({ text }) => text);

test('words are folded, and the last one is open until it is ended', () => {
  expect(parseQuery('Naïve  RED').terms).toEqual([
    { text: 'naive', phrase: false, open: false },
    { text: 'red', phrase: false, open: true },
  ]);
  expect(parseQuery('red ').terms).toEqual([{ text: 'red', phrase: false, open: false }]);
});

test('quotation marks of any kind hold words together, also where the second one is missing', () => {
  expect(parseQuery('“Red bus” x').terms[0]).toEqual({ text: 'red bus', phrase: true, open: false });
  expect(terms('"red bus')).toEqual(['red bus']);
  expect(terms('""')).toEqual([]);
});

test('filters are no words, and words that only look like filters are', () => {
  const query = parseQuery('from:ME model:Luna in:"My Work" has:code has:file red');
  expect(query).toMatchObject({
    role: 'user',
    models: ['luna'],
    folders: ['my work'],
    code: true,
    file: true,
  });
  expect(query.terms.map(({ text }) => text)).toEqual(['red']);
  expect(terms('from:nobody has:fun http://x before:tomorrow')).toEqual([
    'from:nobody',
    'has:fun',
    'http://x',
    'before:tomorrow',
  ]);
  expect(terms('red from:')).toEqual(['red']);
});

test('days begin at midnight by the clock of this machine, and a month or a year with its first', () => {
  expect(parseQuery('after:2026-11-01').after).toBe(new Date(2026, 10, 1).getTime());
  expect(parseQuery('before:2026-11').before).toBe(new Date(2026, 10, 1).getTime());
  expect(parseQuery('before:2026').before).toBe(new Date(2026, 0, 1).getTime());
  expect(parseQuery('before:2026-13-01').before).toBeNull();
});

test('a minus leaves out, unless it stands alone or within a word', () => {
  const query = parseQuery('red -blue -"big bus" well-known - x');
  expect(query.without.map(({ text }) => text)).toEqual(['blue', 'big bus']);
  expect(query.terms.map(({ text }) => text)).toEqual(['red', 'well-known', '-', 'x']);
});
