import { expect, test } from 'vitest';
import { parse } from '../../shared/markdown/parse';
import { headingsOf, readable } from './readable';

test.each([
  ['Some **bold**, *slanted* and ~~old~~ `code`.', 'Some bold, slanted and old code.'],
  ['One\ntwo\n\nThree', 'One two\nThree'],
  ['- a\n- b\n  - c\n\n1. d', 'a\nb\nc\nd'],
  ['See [the page](https://a.example/) now.', 'See the page now.'],
  ['```js\nconst a = 1;\nb();\n```', 'const a = 1; b();'],
  ['| a | b |\n|---|---|\n| 1 | *2* |', 'a\nb\n1\n2'],
  ['a  \nb ![a sunset](https://a.example/x.png)', 'a b a sunset'],
  ['> said\n\n---\n\nEnd', 'said\n\nEnd'],
])('%j reads %j', (markdown, text) => {
  expect(readable(parse(markdown))).toBe(text);
});

test('headings are those of the answer, not what looks like one in code', () => {
  const markdown = '# One\n\n```sh\n# comment\n```\n\n### *Two* words\n\nText\n\nThree\n-----';
  expect(headingsOf(parse(markdown))).toEqual([
    { level: 1, text: 'One' },
    { level: 3, text: 'Two words' },
    { level: 2, text: 'Three' },
  ]);
});
