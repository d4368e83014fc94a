import { expect, test } from 'vitest';
import { GrowingText } from './growing';
import { parse } from '../../shared/markdown/parse';

const documents = {
  blocks: '# One\n\nSome *words* and `code`.\n\n- a\n- b\n\n  c\n\n> quote\nlazy\n\n***\n\nEnd',
  code: 'Look:\n\n```ts\nconst a = 1;\n\nconst b = `x`;\n```\n\nand\n\n    indented\n\n    more\n\n1. x\n\n   ```js\n   in a list\n   ```\n2. y\n',
  tables: '| a | b |\n|--:|:-:|\n| 1 | **2** |\n| 3 | 4 |\n\nAfter\n===\n\nText',
  maths:
    'Euler $e^{i\\pi}$ and\n\n$$\nx^2\n\ny\n$$\n\nthen \\(a\\) and \\[ b \\] for $5 and $10.\n\n\\[\nc\n\\]\n',
  references:
    'See [one] and [two][].\n\n[one]: https://one.example "One"\n[two]: https://two.example\n\nA note[^1] and [^none].\n\n[^1]: It says\n    so.\n\nLast.',
  fences: '~~~\n```\n~~~\n\n````md\n```ts\nx\n```\n````\n\nopen\n\n```python\nprint("``` no end")\n``',
};

function random(seed: number) {
  let state = seed;
  return (below: number) => (state = (state * 1103515245 + 12345) & 0x7fffffff) % below;
}

test.each(Object.entries(documents))(
  '%s that arrive in pieces end as if they had come at once',
  (_, text) => {
    const next = random(42);
    for (let round = 0; round < 40; round += 1) {
      const growing = new GrowingText();
      for (let at = 0; at < text.length; at += 1 + next(30)) growing.read(text.slice(0, at));
      expect(growing.finish(text)).toEqual(parse(text));
    }
  },
);

test('a finished block stays the same object while others follow, and at the end', () => {
  const growing = new GrowingText();
  const [first] = growing.read('One *word*.\n\nTwo');
  const [still] = growing.read('One *word*.\n\nTwo more\n\n```\nx\n```\n');
  const [last] = growing.finish('One *word*.\n\nTwo more\n\n```\nx\n```\n');
  expect(still).toBe(first);
  expect(last).toBe(first);
});

test('half-written marks are shown as what they will be', () => {
  const read = (text: string) => new GrowingText().read(text);
  expect(read('a **bo')).toEqual(parse('a **bo**'));
  expect(read('a `co')).toEqual(parse('a `co`'));
  expect(read('- x\n- ~~de')).toEqual(parse('- x\n- ~~de~~'));
  expect(read('see [the docs](https://exa')).toEqual(parse('see the docs'));
});

test('an open fence shows its lines, and not the marks that will close it', () => {
  const growing = new GrowingText();
  const code = (text: string) => growing.read(text).at(-1);
  expect(code('```ts\nlet a\n')).toEqual({ kind: 'code', language: 'ts', text: 'let a', closed: false });
  expect(code('```ts\nlet a\nlet b\n``')).toMatchObject({ text: 'let a\nlet b', closed: false });
  expect(code('```ts\nlet a\nlet b\n```')).toMatchObject({ text: 'let a\nlet b', closed: true });
  expect(code('```ts\nlet a\nlet b\n```\n\nWords')).toEqual({
    kind: 'paragraph',
    content: [{ kind: 'text', text: 'Words' }],
  });
});

test('a text that is corrected from the middle is shown as corrected', () => {
  const growing = new GrowingText();
  growing.read('One.\n\nTwo.\n\nThree');
  expect(growing.read('One.\n\n2.\n\nThree')).toEqual(parse('One.\n\n2.\n\nThree'));
});

/** Reads to the end, and tells how long the longest call took. */
function readAll(text: string) {
  const growing = new GrowingText();
  let blocks = growing.finish(text);
  while (growing.behind) blocks = growing.finish(text);
  return blocks;
}

test('a long text is read in pieces, and comes out as if it had been read at once', () => {
  const part = `${documents.blocks}\n\n${documents.maths}\n\n${documents.code}\n\nSee [late][ref] and[^n].\n\n`;
  const text = `${part.repeat(400)}[ref]: https://late.example\n\n[^n]: A note.\n`;
  expect(text.length).toBeGreaterThan(100_000);
  expect(readAll(text)).toEqual(parse(text));
});

test('a table of 20,000 rows loses none, though it is cut into tables', () => {
  const rows = Array.from({ length: 20_000 }, (_, index) => `| n${String(index)} | **b** | c |`);
  const blocks = readAll(`| x | y | z |\n|---|---|---|\n${rows.join('\n')}\n\nAfter`);
  const tables = blocks.flatMap((block) => (block.kind === 'table' ? [block] : []));
  expect(tables.flatMap((table) => table.rows)).toHaveLength(20_000);
  expect(tables.every(({ head }) => head.length === 3)).toBe(true);
  expect(blocks.at(-1)).toMatchObject({ kind: 'paragraph' });
});

test('code without end, closed or open, is one block of all its lines', () => {
  const lines = 'const a = 1;\n'.repeat(50_000);
  expect(readAll(`Look:\n\n\`\`\`ts\n${lines}`).at(-1)).toMatchObject({ text: lines.trimEnd() });
  expect(readAll(`\`\`\`ts\n${lines}\`\`\`\n\nAfter`)).toMatchObject([
    { kind: 'code', text: lines.trimEnd(), closed: true },
    { kind: 'paragraph' },
  ]);
});

test('a line without end keeps all its words', () => {
  const line = 'word '.repeat(40_000);
  const words = readAll(line).flatMap((block) => (block.kind === 'paragraph' ? block.content : []));
  expect(words.map((inline) => ('text' in inline ? inline.text : '')).join(' ')).toBe(line.trim());
});
