import { expect, test } from 'vitest';
import { JsonSplitter, type SplitterOptions } from './json-splitter';

const items: SplitterOptions['wish'] = (path) => (path.length === 0 ? 'into' : 'take');

/** The pieces of a text that arrives in chunks of so many bytes. */
function split(text: string, { wish = items, most = 1e6, chunk = 7 } = {}) {
  const bytes = Buffer.from(text);
  const splitter = new JsonSplitter({ wish, most });
  const pieces = [];
  for (let at = 0; at < bytes.length; at += chunk)
    pieces.push(...splitter.feed(bytes.subarray(at, at + chunk)));
  return [...pieces, ...splitter.end()];
}

test.each([1, 2, 3, 5, 64])('finds every value of a list in chunks of %i bytes', (chunk) => {
  const values = [1, -2.5e3, true, null, '', 'quote " \\ end\\', '東京👩‍👧', { a: [{ b: ']}' }] }, [[]], {}];
  for (const text of [
    JSON.stringify(values),
    JSON.stringify(values, null, 2),
    `\uFEFF ${JSON.stringify(values)}\n`,
  ])
    expect(split(text, { chunk }).map(({ value }) => value)).toEqual(values);
});

test('looks into what is wished for and passes over the rest', () => {
  const text = JSON.stringify({ rest: [{ deep: 'x"]' }], topics: [{ id: 1 }, { id: 2 }], 'na"me': 3 });
  const wish: SplitterOptions['wish'] = ([name, index]) =>
    name === undefined || (name === 'topics' && index === undefined)
      ? 'into'
      : name === 'topics' || name === 'na"me'
        ? 'take'
        : 'pass';
  expect(split(text, { wish }).map(({ path, value }) => [path, value])).toEqual([
    [['topics', 0], { id: 1 }],
    [['topics', 1], { id: 2 }],
    [['na"me'], 3],
  ]);
});

test('a single value is a file, too', () => {
  expect(split('12', { wish: () => 'take' })).toMatchObject([{ value: 12, at: 0 }]);
});

test.each([
  ['', 'the file ends too soon', 0],
  ['[1, 2', 'the file ends too soon', 5],
  ['[{"a": 1}', 'the file ends too soon', 9],
  ['[1 2]', 'a comma or a bracket is missing', 3],
  ['[{}{}]', 'a comma or a bracket is missing', 3],
  ['[1}', 'a comma or a bracket is missing', 2],
  ['[1],', 'there is something after the end', 3],
  ['[1,]', 'this is not JSON', 3],
  ['[?]', 'this is not JSON', 1],
  ['{"a" 1}', 'a colon is missing', 5],
  ['{a: 1}', 'the name of a value is missing', 1],
  ['["é", {"a": nope}]', 'this is not JSON', 7],
  ['{"a": tru}', 'this is not JSON', 6],
  ['["é", {"a": {"b": 1, "c": 2]}]', 'this is not JSON', 28],
])('tells where %j is not as it should be', (text, message, at) => {
  expect(() => split(text)).toThrow(expect.objectContaining({ message, at }));
});

test('keeps no more than a piece may have', () => {
  const long = 'x'.repeat(100);
  expect(() => split(JSON.stringify([long]), { most: 50 })).toThrow('it is too large');
  expect(
    split(JSON.stringify([long]), { most: 50, wish: (path) => (path.length === 0 ? 'into' : 'pass') }),
  ).toEqual([]);
});
