import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { answers } from '../../../../tests/hostile/answers';
import { allowedTags } from '../../../../tests/hostile/allowed-tags';
import { payloads } from '../../../../tests/hostile/corpus';
import { TestLibrary } from './test-library';

interface Tag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
}

/** Every tag of a page. Text holds no `<`, and an attribute no `"`: both are written as references. */
function tagsOf(page: string): readonly Tag[] {
  return [...page.matchAll(/<\/?([a-z!][^\s>/]*)((?:[^">]|"[^"]*")*)>/gi)].map(
    ([, name = '', rest = '']) => ({
      name: name.toLowerCase(),
      attributes: new Map(
        [...rest.matchAll(/([^\s=]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [
          key.toLowerCase(),
          value,
        ]),
      ),
    }),
  );
}

const frame = ['!doctype', 'html', 'head', 'meta', 'title', 'style', 'body', 'main', 'h1', 'b'];

test('a page has its own policy, which lets nothing run and nothing load', async () => {
  const library = new TestLibrary();
  library.chat('c', 'A <title> & "more"', [{ text: 'a' }, { text: 'b' }]);
  const page = await library.text('html');
  const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? '';
  const style = /<style>([^]*?)<\/style>/.exec(page)?.[1] ?? '';
  expect(policy).toContain("default-src 'none'; style-src-elem 'sha256-");
  expect(policy).toContain(`'sha256-${createHash('sha256').update(style).digest('base64')}'`);
  expect(policy).not.toMatch(/script|https?:|\*/);
  expect(page).toContain('<title>A &lt;title&gt; &amp; &quot;more&quot;</title>');
  expect(style).not.toMatch(/url\(|@import|@font-face/);
});

test('whatever a model or a person writes, a page gets no script, no handler and no address to load', async () => {
  const library = new TestLibrary();
  library.chat('titles', payloads.map(({ text }) => text).join(' '));
  library.chat(
    'c',
    'c',
    answers.flatMap((text): { text: string; role: 'user' | 'assistant'; parts?: never }[] => [
      { text, role: 'user' },
      { text, role: 'assistant' },
    ]),
  );
  library.chat(
    'parts',
    'parts',
    payloads.flatMap(({ text }) => [
      { text: 'a' },
      {
        text: 'b',
        model: text,
        parts: [
          { kind: 'reasoning' as const, at: 0, text, ms: 1 },
          ...[{ title: text, url: text }].flatMap((source) => [
            { kind: 'citation' as const, at: 1, source },
            {
              ...{ kind: 'step' as const, at: 0, tool: 'mcp' as const, name: text, text },
              ...{ state: 'done' as const, sources: [source] },
            },
          ]),
          { kind: 'image' as const, at: 0, data: text, done: true },
        ],
      },
    ]),
  );
  const page = await library.text('html');
  const tags = tagsOf(page);
  const known = new Set([...allowedTags, ...frame]);
  expect(tags.length).toBeGreaterThan(10_000);
  expect(tags.filter(({ name }) => !known.has(name)).map(({ name }) => name)).toEqual([]);
  const wrong = tags.flatMap(({ name, attributes }) =>
    [...attributes].filter(([key, value]) => {
      if (key === 'href') return name !== 'a' || !/^(https?|mailto):/i.test(value);
      if (key === 'src')
        return name !== 'img' || !/^data:image\/(png|jpeg|gif|webp|avif);base64,/.test(value);
      if (key === 'style') return /url|expression|@import|position/i.test(value);
      return (
        /^on|^(srcdoc|action|formaction|srcset|data|poster|ping|background|id|name)$/.test(key) &&
        name !== 'meta'
      );
    }),
  );
  expect(wrong).toEqual([]);
}, 60_000);

test('an answer looks as it does in the window: code, tables, formulas and sources', async () => {
  const library = new TestLibrary();
  const source = { title: 'Sky', url: 'https://a.example/' };
  const text =
    'So $x^2$ `a`:\n\n```py\na < b\n```\n\n| a | b |\n|--:|---|\n| 1 | 2 |\n\n- [x] done\n\nIt is.';
  library.chat('c', '空 is blue', [
    { text: '<b>Why</b>\n  so?' },
    {
      text,
      parts: [
        { kind: 'citation', at: text.length, source },
        { kind: 'reasoning', at: 0, text: 'Hm', ms: 4000 },
      ],
    },
  ]);
  library.spent('c', 'c 1', 4_000);
  const page = await library.text('html');
  for (const part of [
    '<h1>空 is blue</h1>',
    '<div class="said">&lt;b&gt;Why&lt;/b&gt;\n  so?</div>',
    '<details><summary>Thought for 4 s</summary><div class="text"><p>Hm</p></div></details>',
    '<math xmlns="http://www.w3.org/1998/Math/MathML"><semantics>',
    '<figure class="code"><figcaption>py</figcaption><pre><code>a &lt; b</code></pre></figure>',
    '<th class="right">a</th><th>b</th>',
    '<li class="task">☑ done</li>',
    'It is.<sup><a href="https://a.example/">[1]</a></sup>',
    '<p class="cost">1,852 tokens · $0.004</p>',
    '<b>GPT-6.2 Sol</b> <time datetime="',
  ])
    expect(page).toContain(part);
  expect(page).not.toContain('katex-html');
});

test('a formula that is none is shown as it was written', async () => {
  const library = new TestLibrary();
  const deep = `${'\\sqrt{'.repeat(300)}x${'}'.repeat(300)}`;
  library.chat('c', 'c', [{ text: 'a' }, { text: `$\\frac{$\n\n$$\n${deep}\n$$` }]);
  const page = await library.text('html');
  expect(page).not.toContain('<math');
  expect(page).toContain(`<code>${deep}</code>`);
});

test('other branches stand below, each with what it follows', async () => {
  const library = new TestLibrary();
  library.chat('c', 'c', [
    { text: 'Why is it "so"?' },
    { parentId: 'c 0', role: 'assistant', text: 'first' },
    { parentId: 'c 0', role: 'assistant', text: 'second' },
  ]);
  const page = await library.text('html');
  expect(page).toMatch(/second[^]*Other branches[^]*Another answer to “Why is it &quot;so&quot;\?”[^]*first/);
  expect(await library.text('html', { branches: false })).not.toContain('>first<');
});
