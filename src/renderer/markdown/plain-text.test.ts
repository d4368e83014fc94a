import { expect, test } from 'vitest';
import { plainText } from './plain-text';

test.each([
  ['# Title\n\nSome **bold** and *slanted* `code`.', 'Title\n\nSome bold and slanted code.'],
  ['One\ntwo\n\nThree', 'One\ntwo\n\nThree'],
  ['- a\n- b\n  - c\n\nEnd', '• a\n• b\n  • c\n\nEnd'],
  ['3. a\n4. b', '3. a\n4. b'],
  ['See [the page](https://a.example/) now.', 'See the page (https://a.example/) now.'],
  ['<https://a.example/>', 'https://a.example/'],
  ['```js\nconst a = 1;\n\nb();\n```\nEnd', 'const a = 1;\n\nb();\n\nEnd'],
  ['| a | b |\n|---|---|\n| 1 | 2 |', 'a\tb\n1\t2'],
  ['> said\n\n---\n\nEnd', 'said\n\nEnd'],
  ['2 * 3 * 4 and $5 & <b>', '2 * 3 * 4 and $5 & <b>'],
  ['![a sunset](https://a.example/x.png)', 'a sunset'],
])('%j reads %j', async (markdown, plain) => {
  expect(await plainText(markdown)).toBe(plain);
});
