import { expect, test } from 'vitest';
import { withSources } from './marks';
import { parse } from './parse';
import type { Inline } from './tree';

const line = (text: string, dollarMaths = true): readonly Inline[] => {
  const [first] = parse(text, { dollarMaths });
  return first?.kind === 'paragraph' ? first.content : [];
};
const maths = (text: string) => line(text).flatMap((part) => (part.kind === 'maths' ? [part.tex] : []));
const words = (parts: readonly Inline[]): string =>
  parts.map((part) => ('text' in part ? part.text : 'content' in part ? words(part.content) : '')).join('');

test.each([
  '$5 and $10',
  'It costs $20/month (vs. $25).',
  'between $5-$10',
  'US$5 and A$7',
  'echo $HOME/bin:$PATH',
  'a $ b $ c',
  '\\$x\\$',
  '$5M to $7M',
  'I paid $30, then $40, then $',
])('%s is no formula', (text) => expect(maths(text)).toEqual([]));

test.each([
  ['the $n$th of $n$', ['n', 'n']],
  ['$E = mc^2$.', ['E = mc^2']],
  ['($\\alpha_{t+1}$)', ['\\alpha_{t+1}']],
  ['\\(a + b\\) and \\[c\\]', ['a + b', 'c']],
  ['so $$x$$ inline', ['x']],
  ['$O(n \\log n)$', ['O(n \\log n)']],
  ['$2x + 3$', ['2x + 3']],
  ['$10^{-3}$ s', ['10^{-3}']],
  ['公式$x^2$です', ['x^2']],
])('%s has its formulas', (text, found) => expect(maths(text)).toEqual(found));

test('single dollars can be turned off; double ones and brackets stay formulas', () => {
  expect(line('$x$', false)).toEqual([{ kind: 'text', text: '$x$' }]);
  expect(line('$$x$$ a', false)).toMatchObject([{ kind: 'maths', tex: 'x' }, { kind: 'text' }]);
  expect(parse('$$\nx\n$$', { dollarMaths: false })).toEqual([{ kind: 'maths', tex: 'x', closed: true }]);
});

test('a formula that never ends stays text', () => {
  expect(parse('$$\nx\n\nrest')).toMatchObject([{ kind: 'paragraph' }, { kind: 'paragraph' }]);
});

test('links lead to the web or to mail; the words of others stay', () => {
  expect(line('[a](https://a.example)')).toMatchObject([{ kind: 'link', href: 'https://a.example' }]);
  expect(line('<b@c.example>')).toMatchObject([{ kind: 'link', href: 'mailto:b@c.example' }]);
  for (const href of [
    'javascript:alert(1)',
    'file:///etc/passwd',
    'ms-msdt:/id',
    '//evil',
    '/settings',
    '#x',
    'data:text/html,x',
  ])
    expect(line(`[words](${href})`)).toEqual([{ kind: 'text', text: 'words' }]);
  expect(line('[a](https://user:pass@a.example)')).toEqual([{ kind: 'text', text: 'a' }]);
});

test('a picture in the text is one; a remote one keeps its address; any other its words', () => {
  const png = 'data:image/png;base64,iVBORw0KGgo=';
  expect(line(`![dot](${png})`)).toEqual([{ kind: 'image', src: png, alt: 'dot' }]);
  expect(line('![a](https://a.example/x.png)')).toMatchObject([{ src: 'https://a.example/x.png' }]);
  expect(line('![a](data:image/svg+xml,<svg/onload=alert(1)>)')).not.toMatchObject([
    { src: expect.anything() },
  ]);
});

test('boxes at the start of an item are tasks', () => {
  expect(parse('- [x] done\n- [ ] open\n- [ ]none')).toMatchObject([
    { kind: 'list', tight: true, items: [{ done: true }, { done: false }, { done: null }] },
  ]);
});

test('emphasis holds beside Chinese and Japanese marks', () => {
  expect(line('**「重点」**です')).toMatchObject([{ kind: 'strong' }, { kind: 'text', text: 'です' }]);
});

test('HTML is text', () => {
  expect(words(line('<b onclick="x()">bold</b>'))).toBe('<b onclick="x()">bold</b>');
  expect(words(line('<script>alert(1)</script>'))).toBe('<script>alert(1)</script>');
});

test('a break in a cell is one', () => {
  expect(parse('| a |\n|--|\n| b<br>c<br/>d |')).toMatchObject([
    { rows: [[[{ text: 'b' }, { kind: 'break' }, { text: 'c' }, { kind: 'break' }, { text: 'd' }]]] },
  ]);
});

test('what is nested too deeply is kept as text', () => {
  const text = JSON.stringify(parse(`${'> '.repeat(200)}deep\n`));
  expect(text).toContain('deep');
  expect(text).toContain('> > >');
});

test('a line of many marks is kept as text', () => {
  expect(words(line('['.repeat(50_000)))).toHaveLength(50_000);
});

test('the marks of sources stand behind the words they were cited for', () => {
  const sources = [{ title: 'One', href: 'https://one.example' }];
  const [first] = parse(withSources('It rains. It snows.', [{ at: 10, number: 1 }]), { sources });
  expect(first).toEqual({
    kind: 'paragraph',
    content: [
      { kind: 'text', text: 'It rains.' },
      { kind: 'source', number: 1, title: 'One', href: 'https://one.example' },
      { kind: 'text', text: ' It snows.' },
    ],
  });
});

test('a note is a mark only where it is defined', () => {
  expect(parse('A[^1] b[^x].\n\n[^1]: Said\n    so.')).toEqual([
    {
      kind: 'paragraph',
      content: [
        { kind: 'text', text: 'A' },
        { kind: 'note', label: '1' },
        { kind: 'text', text: ' b[^x].' },
      ],
    },
    {
      kind: 'note',
      label: '1',
      blocks: [{ kind: 'paragraph', content: [{ kind: 'text', text: 'Said\nso.' }] }],
    },
  ]);
});
