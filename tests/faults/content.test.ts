/** Words of every kind: what goes in comes out, to the byte, on disk, on the wire and back. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { calls } from '../../src/shared/contract';
import type { ResponsesRequest } from '../fakes/check-request.ts';
import { questionIn, startOpenAiServer, type OpenAiServer } from '../fakes/openai-server.ts';
import { MODEL, options, startEngine } from './engine';

const nasty: readonly string[] = [
  ...[
    'undefined',
    'null',
    'NaN',
    '__proto__',
    'constructor',
    'true',
    '0',
    '-1e309',
    '١٢٣',
    'CON',
    '../../etc/passwd',
  ],
  ...[
    '\\',
    "'",
    '"',
    '`',
    '${process.env}',
    '{{7*7}}',
    '%00',
    '%s%n',
    '\u0000 in the middle',
    'a\tb\r\nc\vd',
  ],
  ...[
    "'; DROP TABLE message; --",
    'SELECT 1',
    ':id',
    '?1',
    'ORDER BY',
    '<script>alert(1)</script>',
    '<img src=x>',
  ],
  ...[
    'javascript:alert(1)',
    'data: {"type":"response.completed"}\n\n',
    'event: error\ndata: {}',
    '[DONE]',
    '<|endoftext|>',
  ],
  ...['👩‍👩‍👧‍👦', '🏳️‍🌈', '👍🏽', 'e\u0301 é', 'ﬀ', 'ß', 'İ', 'ı', '\u{1F600}'.repeat(50), 'Z̷̛a̶l̵g̸o̷'],
  ...[
    'שלום',
    'مرحبا',
    '\u202Eabc\u202C',
    '\u2066a\u2069',
    '\u200B\u200D\uFEFFa',
    '你好，世界',
    '日本語テキスト',
    '한국어',
    'ไทย',
  ],
  ...[
    '\u2028 line \u2029 paragraph',
    '\u0085',
    '\u00a0x\u00a0',
    '\u007f',
    '\uFFFD',
    '\uFFFE',
    '\u0001\u0002\u001f x',
  ],
  ...[
    '$5 and $10',
    '1/0',
    '# Title',
    '```js\nx\n```',
    '| a |\n|---|',
    '\\(x\\)',
    '- [ ] todo',
    'a  \nb',
    '   leading',
    'trailing   ',
  ],
  ...['x'.repeat(100_000), 'word '.repeat(20_000), '\n'.repeat(500) + 'x'],
];

let server: OpenAiServer;
beforeAll(async () => {
  const echo = (request: ResponsesRequest) => ({ words: piecesOf(questionIn(request)) });
  server = await startOpenAiServer({ key: null, answer: echo });
});
afterAll(() => server.close());

/** Cuts also inside a character of two units, as tokens do. */
const piecesOf = (text: string): string[] => text.match(/[\s\S]{1,997}/g) ?? [];

test(`${nasty.length} texts come back as they were, from the wire, the disk and the next request`, async () => {
  const engine = startEngine({ address: server.address, patience: {} });
  for (const text of nasty) {
    const { answer, shown } = await engine.ask(text);
    expect([answer.status, answer.text, shown]).toEqual(['done', text, text]);
  }
  const { messages } = engine.app.turns.transcript(engine.conversationId);
  expect(messages.map((message) => message.text)).toEqual(nasty.flatMap((text) => [text, text]));
  const sent = server.questions.at(-1)?.input as { role: string; content: unknown }[];
  expect(sent.filter(({ role }) => role === 'user').map(({ content }) => content)).toEqual(nasty);
  expect(engine.disk()).toMatchObject({ growing: 0, sound: true });
  expect(engine.reported).toEqual([]);
  engine.close();
});

test('half a character becomes the mark for one, and harms nothing beside it', async () => {
  const engine = startEngine({ address: server.address, patience: {} });
  const { answer } = await engine.ask('a\ud83d b');
  expect(answer.text.startsWith('a')).toBe(true);
  expect(engine.app.turns.transcript(engine.conversationId).messages[0]?.text).toMatch(/^a.{1,3} b$/);
  expect(engine.disk().sound).toBe(true);
  engine.close();
});

test('ten million characters are a question, one more is not', () => {
  const id = crypto.randomUUID();
  const ids = { conversationId: id, parentId: null, questionId: id, answerId: id, model: MODEL, options };
  const accepts = (length: number) =>
    calls['turn.start'].input.safeParse({ ...ids, text: 'x'.repeat(length) }).success;
  expect([accepts(10_000_000), accepts(10_000_001)]).toEqual([true, false]);
});

test('a question of ten million characters is kept and sent', async () => {
  const engine = startEngine({ address: server.address, patience: {} });
  server.script({ words: ['Long.'] });
  const text = 'word '.repeat(2_000_000);
  const { answer } = await engine.ask(text);
  expect(answer).toMatchObject({ status: 'done', text: 'Long.' });
  expect(engine.disk().messages[0]?.text).toBe(text);
  engine.close();
});
