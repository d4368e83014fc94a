import { expect, onTestFinished, test } from 'vitest';
import type { Part } from '../../../shared/parts';
import { speakFrom } from '../../../shared/words';
import { english } from '../../../shared/words/english';
import { german } from '../../../shared/words/german';
import { TestLibrary } from './test-library';

const thought: Part = { kind: 'reasoning', at: 0, text: 'Short waves\n\nscatter more.', ms: 4000 };

function skies(): TestLibrary {
  const library = new TestLibrary();
  library.chat('c', 'Why is the sky blue?', [
    { text: 'Why is the sky *blue*?' },
    { text: 'It scatters:\n\n```py\nprint("`a`")\n```', parts: [thought] },
    { parentId: 'c 1', role: 'user', text: 'And red?' },
    { parentId: 'c 2', role: 'assistant', text: 'Dust.' },
    { parentId: 'c 2', role: 'assistant', text: 'Sunsets.' },
  ]);
  library.spent('c', 'c 1', 4_000);
  library.spent('c', 'c 4', 2_000);
  return library;
}

test('a chat reads as it was, from its title to what the last answer cost', async () => {
  expect(await skies().text('markdown')).toBe(`# Why is the sky blue?

*3 Jan 2026 · 5 messages · $0.006*

## You · 3 Jan 2026, 14:02

Why is the sky *blue*?

## GPT-6.2 Sol · 3 Jan 2026, 14:02

> **Thought for 4 s**
>
> Short waves
>
> scatter more.

It scatters:

\`\`\`py
print("\`a\`")
\`\`\`

*1,852 tokens · $0.004*

## You · 3 Jan 2026, 14:02

And red?

## GPT-6.2 Sol · 3 Jan 2026, 14:02

Sunsets.

*1,852 tokens · $0.002*

---

# Other branches

## Another answer to “And red?”

### GPT-6.2 Sol · 3 Jan 2026, 14:02

Dust.
`);
});

test('what is not wished for is left out', async () => {
  const text = await skies().text('markdown', { branches: false, costs: false, reasoning: false });
  expect(text).toContain('*3 Jan 2026 · 4 messages*');
  expect(text).toContain('Sunsets.');
  for (const left of ['Dust.', 'branches', '$', 'tokens', 'Thought', 'scatter more'])
    expect(text).not.toContain(left);
});

test('sources are marked where they were cited, and listed with their addresses', async () => {
  const library = new TestLibrary();
  const source = { title: 'The [sky]', url: 'https://a.example/sky(1)' };
  const parts: Part[] = [
    {
      kind: 'step',
      at: 0,
      tool: 'web-search',
      name: null,
      text: 'sky ``` blue',
      state: 'done',
      sources: [source],
    },
    { kind: 'citation', at: 8, source },
    { kind: 'citation', at: 13, source: { title: 'notes.pdf', url: null } },
    { kind: 'citation', at: 13, source: { title: 'x', url: 'javascript:alert(1)' } },
  ];
  library.chat('c', 'Sky', [{ text: 'Sky?' }, { text: 'It is so. Yes', parts }]);
  const text = await library.text('markdown');
  expect(text).toContain('> Searched the web · 1 source\n>\n> ````\n> sky ``` blue\n> ````\n>\n');
  expect(text).toContain('It is so [[1]](<https://a.example/sky(1)>). Yes [2] [3]');
  expect(text).toContain('1. [The \\[sky\\]](<https://a.example/sky(1)>)\n2. notes.pdf\n3. x\n');
  expect(text).not.toContain('javascript:');
});

test('an answer that did not end well says so', async () => {
  const library = new TestLibrary();
  const error = { code: 'RATE_LIMITED', message: 'For developers.', details: {} } as const;
  library.chat('c', '漢字 / _so_ snake_case `x` <b>', [
    { text: 'a' },
    { text: 'half', status: 'stopped' },
    { text: 'b' },
    { text: '', status: 'failed', error },
  ]);
  const text = await library.text('markdown');
  expect(text).toMatch(/^# 漢字 \/ \\_so\\_ snake_case \\`x\\` \\<b\\>\n/);
  expect(text).toContain('half\n\n*Stopped.*\n');
  expect(text).toContain('\n*Failed: OpenAI asks for a pause.*\n');
  speakFrom(() => german);
  onTestFinished(() => speakFrom(() => english));
  expect(await library.text('markdown')).toContain('\n*Fehlgeschlagen: OpenAI bittet um eine Pause.*\n');
});

test('an answer that is being written is there as far as it has come', async () => {
  const library = new TestLibrary();
  library.chat('c', 'c', [
    { text: 'a' },
    { text: '', status: 'streaming', parts: [{ ...thought, text: 'Hm' }] },
  ]);
  library.library.messages.append('c 1', null, 0, 'So ');
  library.library.messages.append('c 1', null, 3, 'far');
  library.library.messages.append('c 1', 0, 2, 'mm');
  const text = await library.text('markdown');
  expect(text).toContain('> Hmmm\n\nSo far\n\n*Interrupted.*');
});
