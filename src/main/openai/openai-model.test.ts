import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  htmlPage,
  modelNotFound,
  noCredit,
  rateLimited,
  refusal,
  serverFailed,
  tooLong,
} from '../../../tests/fakes/openai-errors.ts';
import { startOpenAiServer, type OpenAiServer } from '../../../tests/fakes/openai-server.ts';
import type { AppError } from '../../shared/errors';
import type { AnswerEvent, AnswerRequest } from '../services/chat-model';
import { createClient } from './client';
import { OpenAiModel } from './openai-model';

const KEY = 'sk-proj-abcdefghijklmnop';
const question = { role: 'user', text: 'Why is the sky blue?', output: null, compacted: null } as const;
const answered = (text: string, output: readonly unknown[] | null) =>
  ({ role: 'assistant', text, output, compacted: null }) as const;

const request = (address: string): AnswerRequest => ({
  ...{ kind: 'answer', answerId: null, beyondBudget: false },
  connection: { accountId: 'a', address, key: KEY, organization: null, project: null, api: 'responses' },
  ...{ model: 'gpt-6.2-sol', instructions: null, history: [question], conversationId: 'c' },
  ...{ reasons: true, effort: null, verbosity: null, maxOutputTokens: null, without: [] },
});

let server: OpenAiServer;
beforeEach(async () => {
  server = await startOpenAiServer({ key: KEY });
});
afterEach(() => server.close());

function ask({
  history = [question] as AnswerRequest['history'],
  asked = {},
  signal = new AbortController().signal,
  address = server.address,
  model = new OpenAiModel({ fetch, report: () => undefined }),
} = {}) {
  return model.answer({ ...request(address), history, ...asked }, signal);
}

async function collect(answer: AsyncIterable<AnswerEvent>) {
  const events: AnswerEvent[] = [];
  let error: AppError | null = null;
  try {
    for await (const event of answer) events.push(event);
  } catch (thrown) {
    error = thrown as AppError;
  }
  const text = events.map((event) => (event.type === 'text' ? event.text : '')).join('');
  const last = events.at(-1);
  if (last?.type === 'incomplete') ({ error } = last);
  return { text, last, events, error };
}

test('an answer is its text, and at its end the items as they were received', async () => {
  server.script({ words: ['Ray', 'leigh'], thoughts: ['Hm.'] });
  const { text, last, error } = await collect(ask());
  expect(error).toBeNull();
  expect(text).toBe('Rayleigh');
  expect(last).toMatchObject({
    type: 'completed',
    output: [{ type: 'reasoning' }, { type: 'message' }],
    response: { usage: {} },
  });
});

test('the whole history goes back, with the items as they came and an unknown one left out', async () => {
  server.script({ words: ['Rayleigh'], thoughts: ['Hm.'] });
  const { last } = await collect(ask());
  const output = last?.type === 'completed' ? [...(last.output ?? []), { type: 'from_the_future' }] : [];
  const history = [question, answered('Rayleigh', output), { ...question, text: 'And red?' }] as const;
  expect((await collect(ask({ history }))).error).toBeNull();
  expect(server.questions[1]).toMatchObject({
    store: false,
    stream: true,
    input: [
      { role: 'user' },
      { type: 'reasoning' },
      { type: 'message', role: 'assistant' },
      { content: 'And red?' },
    ],
  });
});

test('an answer that was cut short goes back as its text, an empty one not at all', async () => {
  const history = [question, answered('', null), question, answered('Ray', null), question] as const;
  await collect(ask({ history }));
  expect(server.questions[0]?.input).toEqual([
    { role: 'user', content: question.text },
    { role: 'user', content: question.text },
    { role: 'assistant', content: 'Ray' },
    { role: 'user', content: question.text },
  ]);
});

test.each([
  ['a body that just ends', 'cut', 'CUT_OFF'],
  ['a connection that is torn down', 'reset', 'CONNECTION_LOST'],
  ['a silence', 'stall', 'STALLED'],
  ['a limit on the output', 'incomplete', 'OUTPUT_LIMIT'],
  ['a failure of the model', 'failed', 'SERVER_FAILED'],
] as const)('%s keeps the text that came and is told', async (_, end, code) => {
  server.script({ words: ['Ray', 'leigh'], end });
  const { text, error } = await collect(
    ask({ model: new OpenAiModel({ fetch, report: () => undefined, patience: { silenceMs: 200 } }) }),
  );
  expect(text).toBe('Rayleigh');
  expect(error).toMatchObject({
    code,
    details: { host: new URL(server.address).host, model: 'gpt-6.2-sol' },
  });
});

test.each([
  ['no credit', noCredit(), 'NO_CREDIT', {}],
  ['a rate limit', rateLimited(20), 'RATE_LIMITED', { retryAfterMs: 20_000 }],
  ['an unknown model', modelNotFound('gpt-4-turbo'), 'MODEL_NOT_FOUND', {}],
  [
    'a model that another server lacks',
    refusal(404, 'model "qwen" not found, try pulling it'),
    'MODEL_NOT_FOUND',
    {},
  ],
  ['a question that is too long', tooLong(), 'TOO_LONG', {}],
  ['a broken server', serverFailed(), 'SERVER_FAILED', { status: 500 }],
  ['a page instead of an error', htmlPage(404), 'NOT_A_SERVER', {}],
  ['a page instead of an answer', htmlPage(200), 'PORTAL', {}],
  ['a missing permission', refusal(403, 'No.', { code: 'missing_scope' }), 'NOT_ALLOWED', {}],
  ['a bad parameter', refusal(400, 'No.', { code: 'unsupported_value' }), 'BAD_REQUEST', {}],
] as const)('%s is told as such', async (_, answer, code, details) => {
  server.script(answer);
  const { error } = await collect(ask());
  expect(error).toMatchObject({ code, details });
  expect(error?.details.serverMessage ?? '').not.toContain('<');
});

test('a wrong key is told, and neither the error nor the client holds a key', async () => {
  server.script(refusal(401, `Incorrect API key provided: ${KEY}.`, { code: 'invalid_api_key' }));
  const { error } = await collect(ask());
  expect(error?.code).toBe('BAD_API_KEY');
  expect(error?.details.requestId).toMatch(/^req/);
  expect(JSON.stringify(error?.toData())).not.toContain(KEY);
  expect(inspect(await createClient(request(server.address).connection, fetch), { depth: 9 })).not.toContain(
    KEY,
  );
});

test('a server that is not there refuses the connection', async () => {
  const address = server.address;
  await server.close();
  expect((await collect(ask({ address }))).error?.code).toBe('REFUSED');
  server = await startOpenAiServer({ key: KEY });
});

test('a stop closes the connection and is no error', async () => {
  const held = server.hold();
  held.send('Ray');
  const abort = new AbortController();
  const texts: string[] = [];
  for await (const event of ask({ signal: abort.signal })) {
    if (event.type !== 'text') continue;
    texts.push(event.text);
    abort.abort();
  }
  await held.closed;
  expect(texts).toEqual(['Ray']);
});

test('a redirect is refused: neither the question nor the key goes elsewhere', async () => {
  const elsewhere = server;
  const redirecting = createServer((_, response) => {
    response.writeHead(307, { location: `${elsewhere.address}/responses` }).end();
  });
  await new Promise<void>((listening) => redirecting.listen(0, '127.0.0.1', listening));
  const address = `http://127.0.0.1:${(redirecting.address() as AddressInfo).port}/v1`;
  const { error } = await collect(ask({ address }));
  expect(error?.code).toBe('REDIRECTED');
  expect(elsewhere.requests).toEqual([]);
  redirecting.closeAllConnections();
  redirecting.close();
});

test('a server that ignores the wish for a stream is understood', async () => {
  const output = [{ type: 'message', content: [{ type: 'output_text', text: 'Rayleigh', annotations: [] }] }];
  server.script({ status: 200, body: { id: 'resp_1', status: 'completed', output } });
  const { text, error, last } = await collect(ask());
  expect([text, error, last]).toMatchObject(['Rayleigh', null, { type: 'completed', output }]);
});

test('an error that comes with status 200 is told', async () => {
  server.script({ status: 200, body: { error: { message: 'Out of memory', code: 'server_error' } } });
  expect((await collect(ask())).error).toMatchObject({ code: 'SERVER_FAILED' });
});

test('an answer that does not end is broken off, what came is kept', async () => {
  server.script({ words: Array.from({ length: 50 }, () => 'word ') });
  const model = new OpenAiModel({ fetch, report: () => undefined, longestAnswer: 100 });
  const { text, error } = await collect(ask({ model }));
  expect(error?.code).toBe('TOO_MUCH');
  expect(text).toBe('word '.repeat(20));
});

test('after the machine has slept a silent connection is given up soon, and one that speaks is not', async () => {
  const held = server.hold();
  const model = new OpenAiModel({ fetch, report: () => undefined, patience: { afterSleepMs: 100 } });
  held.send('Ray');
  const texts: string[] = [];
  const slept = (async () => {
    for await (const event of ask({ model })) {
      if (event.type !== 'text') continue;
      texts.push(event.text);
      model.wake();
      if (texts.length < 3) held.send('leigh');
    }
  })();
  await expect(slept).rejects.toMatchObject({ code: 'CONNECTION_LOST' });
  expect(texts).toEqual(['Ray', 'leigh', 'leigh']);
});

test('a server that does not even begin to answer is given up', async () => {
  const mute = createServer(() => undefined);
  await new Promise<void>((listening) => mute.listen(0, '127.0.0.1', listening));
  const address = `http://127.0.0.1:${(mute.address() as AddressInfo).port}/v1`;
  const model = new OpenAiModel({ fetch, report: () => undefined, patience: { headersMs: 100 } });
  expect((await collect(ask({ address, model }))).error?.code).toBe('TIMED_OUT');
  mute.closeAllConnections();
  mute.close();
});

test('the server counts what it would read, and is asked for nothing else', async () => {
  const model = new OpenAiModel({ fetch, report: () => undefined });
  const asked = {
    ...request(server.address),
    instructions: 'Be brief.',
    effort: 'low',
    verbosity: 'low',
  } as const;
  expect(await model.count(asked, new AbortController().signal)).toBeGreaterThan(0);
  const { path, body } = server.requests.at(-1) ?? {};
  expect(path).toBe('/v1/responses/input_tokens');
  expect(body).toEqual({
    ...{ model: 'gpt-6.2-sol', input: [{ role: 'user', content: question.text }], instructions: 'Be brief.' },
    ...{ reasoning: { effort: 'low', summary: 'auto' }, text: { verbosity: 'low' } },
  });
  expect(server.questions).toEqual([]);
});

test('a count that the server refuses says why', async () => {
  const model = new OpenAiModel({ fetch, report: () => undefined });
  const unknown = { ...request(server.address), model: 'gpt-unknown' };
  await expect(model.count(unknown, new AbortController().signal)).rejects.toMatchObject({
    code: 'MODEL_NOT_FOUND',
  });
});

test('what would be posted is what is posted', async () => {
  const model = new OpenAiModel({ fetch, report: () => undefined });
  await collect(ask({ model }));
  expect({ ...server.questions[0] }).toEqual(model.outline(request(server.address)).body);
});
