import { expect, test } from 'vitest';
import type { Inline, Table } from '../../../shared/markdown/tree';
import { tableToCsv } from './csv';
import { tableToMarkdown } from './markdown-table';
import { column, tableIn } from './samples';
import { tableToTsv } from './tsv';

const planets = tableIn(`| Planet | Day | Link |
|:--|--:|:-:|
| **Mars** | 24.6 h | [page](https://a.example/mars) |
| Venus, "hot" | \`243 d\` | https://b.example/ |`);

test('a table in Markdown has columns of one width', () => {
  expect(tableToMarkdown(planets)).toBe(
    [
      '| Planet       |     Day | Link                                     |',
      '| :----------- | ------: | :--------------------------------------: |',
      '| **Mars**     |  24.6 h | [page](https://a.example/mars)           |',
      '| Venus, "hot" | `243 d` | [https://b.example/](https://b.example/) |',
    ].join('\n'),
  );
});

test('very long cells do not widen a whole column', () => {
  const [head] = tableToMarkdown(column('x'.repeat(200), 'y')).split('\n');
  expect(head).toBe('| Column |');
});

const markdownCells = [
  ...[
    'a | b',
    'a \\| b',
    'a \\\\| b',
    '`a | b`',
    '`` a ` b ``',
    '*',
    '2 * 3 * 4',
    '**b** _c_ ~~d~~',
    'snake_case _x',
    '\\_not_',
  ],
  ...[
    '<b>',
    '&amp;lt;',
    'a \\& b',
    '[x]',
    '\\[a\\](b)',
    '[^1]',
    '\\$5 and 7 \\~~',
    '$5 and $10',
    '$|x|$',
    '$$x$$',
    'C:\\\\dir',
  ],
  ...[
    '[a \\| b](https://a.example/x_(y)?q=a "t \\" t")',
    '![sun](https://a.example/x.png)',
    '<https://a.example/a_b_c>',
    '漢字**強調**です',
    '- a',
    '# b',
    '1. c',
    '***x*** *y*',
  ],
  ...['', '\\*\\*no\\*\\*', '`\\`', 'a \\\\', '![](data:image/png;base64,AAAA)'],
];

test.each(markdownCells)('a cell written %j reads the same when its table is read again', (cell) => {
  const table = tableIn(`| a | b |\n|:-:|---|\n| ${cell.replace(/(?<!\\)\|/g, '\\|')} | after |`);
  expect(tableIn(tableToMarkdown(table))).toEqual(table);
});

test('a line break in a cell stays in its row', () => {
  const cell: Inline[] = [
    { kind: 'text', text: 'one' },
    { kind: 'break' },
    { kind: 'text', text: 'two\nthree' },
  ];
  const table: Table = { kind: 'table', columns: [null], head: [[]], rows: [[cell]] };
  expect(tableToMarkdown(table).split('\n').at(-1)).toBe('| one<br>two three |');
  expect(tableToTsv(table).split('\n').at(-1)).toBe('one two three');
  expect(tableToCsv(table)).toBe('\uFEFF\r\n"one\ntwo\nthree"\r\n');
});

test('a spreadsheet gets words without their marks, with addresses where the words do not say them', () => {
  expect(tableToTsv(planets)).toBe(
    [
      'Planet\tDay\tLink',
      'Mars\t24.6 h\tpage (https://a.example/mars)',
      'Venus, "hot"\t243 d\thttps://b.example/',
    ].join('\n'),
  );
  expect(tableToCsv(planets)).toBe(
    [
      '\uFEFFPlanet,Day,Link',
      'Mars,24.6 h,page (https://a.example/mars)',
      '"Venus, ""hot""",243 d,https://b.example/',
      '',
    ].join('\r\n'),
  );
});

test('a tab in a cell does not begin another one', () => {
  expect(tableToTsv(column('a\tb'))).toBe('Column\na b');
});

test('pictures are their words, formulas their TeX, and marks of notes stay behind', () => {
  const cell: Inline[] = [
    { kind: 'image', src: null, alt: 'sun' },
    { kind: 'maths', tex: 'x^2', display: false },
    { kind: 'note', label: '1' },
    { kind: 'source', number: 1, title: 'Page', href: null },
  ];
  expect(tableToTsv({ kind: 'table', columns: [null], head: [cell], rows: [] })).toBe('sunx^2');
});

test.each([
  '=1+1',
  '=HYPERLINK("https://evil.example")',
  '+1+cmd|"/C calc"!A0',
  '-2+3',
  '@SUM(A1)',
  '＝1+1',
  '-1;=2',
  '+49 30 x',
  '- item',
  ' =1',
])('a spreadsheet does not run %s', (text) => {
  expect(tableToTsv(column(text)).split('\n')[1]).toBe(`'${text.trim()}`);
  const [, line] = tableToCsv(column(text)).split('\r\n');
  expect(line?.replace(/^"/, '')).toMatch(/^'/);
});

test('a mark of emphasis or a line break before it hides no formula', () => {
  const cell: Inline[] = [{ kind: 'break' }, { kind: 'strong', content: [{ kind: 'text', text: '=1+1' }] }];
  expect(tableToCsv({ kind: 'table', columns: [null], head: [cell], rows: [] })).toBe("\uFEFF'=1+1\r\n");
});

test.each([
  '-5',
  '+3.25',
  '-1,234.50',
  '-1 234,5',
  '-12 %',
  '-$5',
  '-5€',
  '+1e-9',
  '-',
  '+',
  '--',
  '−4',
  '1-2',
  'a=b',
  '5',
])('%s is no formula and stays as it is', (text) => {
  expect(tableToTsv(column(text)).split('\n')[1]).toBe(text);
});
