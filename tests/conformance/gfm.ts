/** What GitHub's extensions make of a text: tables, tasks, struck words, bare links. */
import type { Example } from './commonmark';

const examples: readonly (readonly [markdown: string, html: string])[] = [
  // Tables
  [
    '| foo | bar |\n| --- | --- |\n| baz | bim |',
    '<table><thead><tr><th>foo</th><th>bar</th></tr></thead><tbody><tr><td>baz</td><td>bim</td></tr></tbody></table>',
  ],
  [
    '| abc | defghi |\n:-: | -----------:\nbar | baz',
    '<table><thead><tr><th align="center">abc</th><th align="right">defghi</th></tr></thead><tbody><tr><td align="center">bar</td><td align="right">baz</td></tr></tbody></table>',
  ],
  [
    '| f\\|oo  |\n| ------ |\n| b `\\|` az |\n| b **\\|** im |',
    '<table><thead><tr><th>f|oo</th></tr></thead><tbody><tr><td>b <code>|</code> az</td></tr><tr><td>b <strong>|</strong> im</td></tr></tbody></table>',
  ],
  [
    '| abc | def |\n| --- | --- |\n| bar | baz |\n> bar',
    '<table><thead><tr><th>abc</th><th>def</th></tr></thead><tbody><tr><td>bar</td><td>baz</td></tr></tbody></table><blockquote><p>bar</p></blockquote>',
  ],
  [
    '| abc | def |\n| --- | --- |\n| bar | baz |\nbar\n\nbar',
    '<table><thead><tr><th>abc</th><th>def</th></tr></thead><tbody><tr><td>bar</td><td>baz</td></tr><tr><td>bar</td><td></td></tr></tbody></table><p>bar</p>',
  ],
  ['| abc | def |\n| --- |\n| bar |', '<p>| abc | def |\n| --- |\n| bar |</p>'],
  [
    '| abc | def |\n| --- | --- |\n| bar |\n| bar | baz | boo |',
    '<table><thead><tr><th>abc</th><th>def</th></tr></thead><tbody><tr><td>bar</td><td></td></tr><tr><td>bar</td><td>baz</td></tr></tbody></table>',
  ],
  ['| abc | def |\n| --- | --- |', '<table><thead><tr><th>abc</th><th>def</th></tr></thead></table>'],
  [
    '| a |\n| :- |\n| *b* `c` |',
    '<table><thead><tr><th align="left">a</th></tr></thead><tbody><tr><td align="left"><em>b</em> <code>c</code></td></tr></tbody></table>',
  ],
  [
    '- | a |\n  | - |\n  | b |',
    '<ul><li><table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table></li></ul>',
  ],
  // Tasks
  [
    '- [ ] foo\n- [x] bar',
    '<ul><li><input type="checkbox" disabled> foo</li><li><input type="checkbox" disabled checked> bar</li></ul>',
  ],
  [
    '- [x] foo\n  - [ ] bar\n  - [x] baz\n- [ ] bim',
    '<ul><li><input type="checkbox" checked disabled> foo<ul><li><input type="checkbox" disabled> bar</li><li><input type="checkbox" checked disabled> baz</li></ul></li><li><input type="checkbox" disabled> bim</li></ul>',
  ],
  ['1. [X] done', '<ol><li><input type="checkbox" checked disabled> done</li></ol>'],
  ['- [] foo\n- [y] bar\n- [ ]baz', '<ul><li>[] foo</li><li>[y] bar</li><li>[ ]baz</li></ul>'],
  // Struck words
  ['~~Hi~~ Hello, ~there~ world!', '<p><del>Hi</del> Hello, <del>there</del> world!</p>'],
  ['This ~~has a\n\nnew paragraph~~.', '<p>This ~~has a</p><p>new paragraph~~.</p>'],
  ['This will ~~~not~~~ strike.', '<p>This will ~~~not~~~ strike.</p>'],
  ['~~a *b* c~~', '<p><del>a <em>b</em> c</del></p>'],
  // Bare links
  ['www.commonmark.org', '<p><a href="http://www.commonmark.org">www.commonmark.org</a></p>'],
  [
    'Visit www.commonmark.org/help for more information.',
    '<p>Visit <a href="http://www.commonmark.org/help">www.commonmark.org/help</a> for more information.</p>',
  ],
  [
    'Visit https://commonmark.org.\n\nVisit https://commonmark.org/a.b.',
    '<p>Visit <a href="https://commonmark.org">https://commonmark.org</a>.</p><p>Visit <a href="https://commonmark.org/a.b">https://commonmark.org/a.b</a>.</p>',
  ],
  [
    'https://example.org/search?q=Markup+(business)\n\n(https://example.org/search?q=Markup+(business))',
    '<p><a href="https://example.org/search?q=Markup+(business)">https://example.org/search?q=Markup+(business)</a></p><p>(<a href="https://example.org/search?q=Markup+(business)">https://example.org/search?q=Markup+(business)</a>)</p>',
  ],
  [
    'https://example.org/search?q=(business))+ok',
    '<p><a href="https://example.org/search?q=(business))+ok">https://example.org/search?q=(business))+ok</a></p>',
  ],
  [
    'https://example.org/search?q=commonmark&hl=en',
    '<p><a href="https://example.org/search?q=commonmark&amp;hl=en">https://example.org/search?q=commonmark&amp;hl=en</a></p>',
  ],
  ['https://example.org/he<lp', '<p><a href="https://example.org/he">https://example.org/he</a>&lt;lp</p>'],
  [
    'http://example.org and mailto:foo@bar.baz',
    '<p><a href="http://example.org">http://example.org</a> and <a href="mailto:foo@bar.baz">mailto:foo@bar.baz</a></p>',
  ],
  ['foo@bar.baz', '<p><a href="mailto:foo@bar.baz">foo@bar.baz</a></p>'],
  ['ftp://foo.bar.baz', '<p><a href="ftp://foo.bar.baz">ftp://foo.bar.baz</a></p>'],
];

export const gfm: readonly Example[] = examples.map(([markdown, html], index) => ({
  number: index + 1,
  markdown,
  html,
}));
