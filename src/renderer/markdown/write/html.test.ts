import { expect, test } from 'vitest';
import { parse } from '../../../shared/markdown/parse';
import type { Block, Inline } from '../../../shared/markdown/tree';
import { toHtml } from './html';

const html = (markdown: string) => toHtml(parse(markdown));
const pasted = (markup: string) => new DOMParser().parseFromString(markup, 'text/html').body;
const withoutStyles = (markup: string) => markup.replace(/ style="[^"]*"/g, '');

test.each([
  ['# One\n\n###### Six', '<h1>One</h1><h6>Six</h6>'],
  [
    'Some **bold**, *slanted* and ~~gone~~.',
    '<p>Some <strong>bold</strong>, <em>slanted</em> and <del>gone</del>.</p>',
  ],
  ['One  \ntwo', '<p>One<br>two</p>'],
  ['- a\n- b\n  - c', '<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>'],
  ['- a\n\n- b', '<ul><li><p>a</p></li><li><p>b</p></li></ul>'],
  ['3. a\n4. b', '<ol start="3"><li>a</li><li>b</li></ol>'],
  ['1. a', '<ol><li>a</li></ol>'],
  ['- [x] done\n- [ ] open', '<ul><li>☑ done</li><li>☐ open</li></ul>'],
  ['> said\n>\n> > before', '<blockquote><p>said</p><blockquote><p>before</p></blockquote></blockquote>'],
  ['```html\n<b>&amp;\n\n  x\n```', '<pre><code>&lt;b&gt;&amp;amp;\n\n  x</code></pre>'],
  ['Use `a < b`.', '<p>Use <code>a &lt; b</code>.</p>'],
  ['[page](https://a.example/?a=1&b=2 "T")', '<p><a href="https://a.example/?a=1&amp;b=2">page</a></p>'],
  ['<me@a.example>', '<p><a href="mailto:me@a.example">me@a.example</a></p>'],
  ['a\n\n---\n\nb', '<p>a</p><hr><p>b</p>'],
  ['So $x^2 < 1$.', '<p>So <code>$x^2 &lt; 1$</code>.</p>'],
  ['$$\nx^2\n$$', '<p><code>$$x^2$$</code></p>'],
  ['Said[^1].\n\n[^1]: By *whom*.', '<p>Said<sup>[1]</sup>.</p><p><sup>[1]</sup> By <em>whom</em>.</p>'],
])('%j is pasted as %j', (markdown, expected) => {
  expect(withoutStyles(html(markdown))).toBe(expected);
});

test('a table keeps its borders and the side to which its columns are set', () => {
  const body = pasted(html('| a | b | c |\n|---|:-:|--:|\n| **1** | 2 | 3 |'));
  const cells = [...body.querySelectorAll<HTMLElement>('td')];
  expect(body.querySelector('table')?.style.borderCollapse).toBe('collapse');
  expect(body.querySelectorAll('thead th')).toHaveLength(3);
  expect(cells.map(({ style }) => style.textAlign)).toEqual(['left', 'center', 'right']);
  expect(cells.map(({ style }) => style.border)).toEqual(Array(3).fill('1px solid gray'));
  expect(cells[0]?.innerHTML).toBe('<strong>1</strong>');
});

test('a table of a head alone has no empty body', () => {
  expect(html('| a |\n|---|')).not.toContain('tbody');
});

test('code keeps a font of one width, its spaces and its lines', () => {
  const body = pasted(html('```\n  a\n\n\tb\n```\n\n`c`'));
  expect(body.querySelector('pre')?.textContent).toBe('  a\n\n\tb');
  const fonts = [...body.querySelectorAll<HTMLElement>('pre, code')].map(({ style }) => style.fontFamily);
  expect(fonts).toHaveLength(3);
  for (const font of fonts) expect(font).toMatch(/monospace$/);
});

test('what Excel would run is marked as text, and a number is not', () => {
  const cells = [...html('| a | b |\n|---|---|\n| =1+1 | -12.5 |').matchAll(/<td style="([^"]*)"/g)];
  expect(cells.map(([, style]) => style?.includes('mso-number-format'))).toEqual([true, false]);
});

const picture = 'data:image/png;base64,iVBORw0KGgo=';
test.each<[string, Inline, string]>([
  [
    'in the text is shown',
    { kind: 'image', src: picture, alt: 'a "sun"' },
    `<img src="${picture}" alt="a &quot;sun&quot;">`,
  ],
  [
    'from afar is a link',
    { kind: 'image', src: 'https://a.example/x.png', alt: 'a sun' },
    '<a href="https://a.example/x.png">a sun</a>',
  ],
  [
    'from afar without words is a link',
    { kind: 'image', src: 'https://a.example/x.png', alt: '' },
    '<a href="https://a.example/x.png">https://a.example/x.png</a>',
  ],
  ['from nowhere is its words', { kind: 'image', src: null, alt: '<sun>' }, '&lt;sun&gt;'],
  [
    'of more than a megabyte is its words',
    { kind: 'image', src: picture.replace('iV', 'iV'.padEnd(1_000_000, 'A')), alt: 'big' },
    'big',
  ],
  [
    'that is a drawing is its words',
    { kind: 'image', src: 'data:image/svg+xml,<svg onload="alert(1)">', alt: 'drawing' },
    'drawing',
  ],
])('a picture %s', (_, image, expected) => {
  expect(toHtml([{ kind: 'paragraph', content: [image] }])).toBe(`<p>${expected}</p>`);
});

test('a source leads to its page', () => {
  const source = { kind: 'source', number: 2, title: 'Page', href: 'https://a.example/' } as const;
  const cited = (href: string | null) => toHtml([{ kind: 'paragraph', content: [{ ...source, href }] }]);
  expect(cited(source.href)).toBe('<p><sup><a href="https://a.example/">[2]</a></sup></p>');
  expect(cited(null)).toBe('<p><sup>[2]</sup></p>');
});

test.each([
  'javascript:alert(1)',
  'file:///etc/passwd',
  'data:text/html,x',
  'ms-msdt:/id',
  'https://a:b@c.example/',
])('a link to %s leaves its words only', (href) => {
  const link: Inline = { kind: 'link', href, title: '', content: [{ kind: 'text', text: 'words' }] };
  expect(toHtml([{ kind: 'paragraph', content: [link] }])).toBe('<p>words</p>');
});

const hostile = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '</code></pre><svg onload=alert(1)>',
  "' onmouseover='x",
  '&lt;b&gt;',
  '<!--',
  ']]>',
  '</td><td>',
];

test.each(hostile)('%s stays words wherever it stands', (text) => {
  const words: Inline = { kind: 'text', text };
  const everywhere: Block[] = [
    {
      kind: 'paragraph',
      content: [words, { kind: 'code', text }, { kind: 'maths', tex: text, display: false }],
    },
    { kind: 'heading', level: 2, content: [words] },
    { kind: 'code', language: text, text, closed: true },
    { kind: 'maths', tex: text, closed: true },
    {
      kind: 'list',
      start: null,
      tight: true,
      items: [{ done: true, blocks: [{ kind: 'paragraph', content: [words] }] }],
    },
    { kind: 'table', columns: [null], head: [[words]], rows: [[[words]]] },
    { kind: 'note', label: text, blocks: [{ kind: 'paragraph', content: [words] }] },
    {
      kind: 'paragraph',
      content: [
        { kind: 'image', src: null, alt: text },
        { kind: 'note', label: text },
        { kind: 'link', href: `https://a.example/${text}`, title: text, content: [words] },
      ],
    },
  ];
  const body = pasted(toHtml(everywhere));
  const names = new Set([...body.querySelectorAll('*')].map(({ localName }) => localName));
  const known = [
    'p',
    'code',
    'h2',
    'pre',
    'ul',
    'li',
    'table',
    'thead',
    'tbody',
    'tr',
    'th',
    'td',
    'sup',
    'a',
  ];
  expect([...names].filter((name) => !known.includes(name))).toEqual([]);
  const attributes = [...body.querySelectorAll('*')].flatMap((element) => element.getAttributeNames());
  expect([...new Set(attributes)].sort()).toEqual(['href', 'style']);
  expect(body.textContent.split(text).length - 1).toBe(14);
});

test('what lies very deep is written like anything else', () => {
  let block: Block = { kind: 'paragraph', content: [{ kind: 'text', text: 'deep' }] };
  let inline: Inline = { kind: 'text', text: 'inside' };
  for (let depth = 0; depth < 100_000; depth += 1) {
    block = { kind: 'quote', blocks: [block] };
    inline = { kind: 'emphasis', content: [inline] };
  }
  expect(toHtml([block])).toContain('<blockquote><p>deep</p></blockquote>');
  expect(toHtml([{ kind: 'paragraph', content: [inline] }])).toContain('<em>inside</em>');
});

test('a table of 20,000 rows takes no longer to write than three times its reading', () => {
  const rows = Array.from({ length: 20_000 }, (_, row) => [row, 'a', '**b**', '`c`'].join(' | '));
  const begun = performance.now();
  const blocks = parse(`| 1 | 2 | 3 | 4 |\n|---|---|---|---|\n| ${rows.join(' |\n| ')} |`);
  const read = performance.now();
  const written = toHtml(blocks);
  expect(performance.now() - read).toBeLessThan(3 * (read - begun));
  expect(written.split('<tr>')).toHaveLength(20_002);
});
