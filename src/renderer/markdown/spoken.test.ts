import { expect, test } from 'vitest';
import { parse } from '../../shared/markdown/parse';
import { sentencesOf } from './spoken';

test.each([
  ['One. Two?\nThree', ['One.', 'Two?', 'Three']],
  ['3. One. Two.\n4. Three', ['3. One.', 'Two.', '4. Three']],
  ['- [x] sown\n- [ ] watered', ['Done: sown', 'To do: watered']],
  ['> said', ['said']],
  ['| a | b |\n|---|---|\n| 1 | **2** |', ['a, b', '1, 2']],
  ['```\n```', ['Code, 0 lines']],
  ['```elvish\none\n```', ['Code, elvish, 1 line']],
  ['```TS\none\n\nthree\n```', ['Code, TypeScript, 3 lines']],
  ['$$\nx^2\n$$', ['Formula']],
  ['[a page](https://a.example/) and https://b.example/', ['a page and https://b.example/']],
  ['![a sunset](https://a.example/x.png) ![](https://a.example/y.png)', ['a sunset picture']],
  ['a\n\n---\n\nb', ['a', 'b']],
  ['<b>bold</b>', ['<b>bold</b>']],
])('%j is read as %j', (text, sentences) => {
  expect(parse(text).flatMap(sentencesOf)).toEqual(sentences);
});
