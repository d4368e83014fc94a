import { LLMock } from '@copilotkit/aimock';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { says, startChatServer, type ChatServer } from '../../../tests/fakes/chat-server.ts';
import type { AppError } from '../../shared/errors';
import type { AnswerEvent, AnswerRequest } from '../services/chat-model';
import { OpenAiModel } from './openai-model';
import { OpenAiServer } from './openai-server';

const request: Omit<AnswerRequest, 'connection'> = {
  ...{ model: 'llama3', instructions: null, reasons: false, effort: null, verbosity: null },
  ...{ maxOutputTokens: null, without: [] },
  ...{ kind: 'answer', answerId: null, beyondBudget: false },
  history: [
    { role: 'user', text: 'Why is the sky blue?', output: null, compacted: null },
    { role: 'assistant', text: 'Ray', output: [{ type: 'reasoning' }], compacted: null },
    { role: 'assistant', text: '', output: null, compacted: null },
    { role: 'user', text: 'Go on.', output: null, compacted: null },
  ],
  conversationId: 'c',
};

let close: (() => Promise<unknown>) | null = null;
afterEach(async () => {
  await close?.();
  close = null;
});

async function streaming(chunks: readonly (object | string)[]): Promise<ChatServer> {
  const server = await startChatServer(chunks);
  close = () => server.close();
  return server;
}

async function ask(address: string, asked: Partial<AnswerRequest> = {}) {
  const connection = {
    accountId: 'a',
    address,
    key: null,
    organization: null,
    project: null,
    api: 'chat' as const,
  };
  const events: AnswerEvent[] = [];
  let error: AppError | null = null;
  try {
    for await (const event of new OpenAiModel({ fetch, report: () => undefined }).answer(
      { ...request, ...asked, connection },
      new AbortController().signal,
    )) {
      events.push(event);
    }
  } catch (thrown) {
    error = thrown as AppError;
  }
  const last = events.at(-1);
  if (last?.type === 'incomplete') ({ error } = last);
  return {
    text: events.map((event) => (event.type === 'text' ? event.text : '')).join(''),
    parts: events.flatMap((event) => (event.type === 'part' ? [event.part] : [])),
    last,
    error,
  };
}

test('the history goes as plain messages, and the answer is whole when its reason to finish has come', async () => {
  const usage = { prompt_tokens: 9, completion_tokens: 2, total_tokens: 11 };
  const server = await streaming([
    { id: 'chatcmpl-1', model: 'llama3:8b', choices: [{ delta: { role: 'assistant', content: '' } }] },
    says('Ray'),
    says('leigh', 'stop'),
    { choices: [], usage },
    '[DONE]',
  ]);
  const { text, last, error } = await ask(server.address);
  expect(error).toBeNull();
  expect(text).toBe('Rayleigh');
  expect(last).toEqual({
    type: 'completed',
    output: null,
    response: { id: 'chatcmpl-1', model: 'llama3:8b', usage },
  });
  expect(server.questions[0]).toMatchObject({
    model: 'llama3',
    stream: true,
    messages: [
      { role: 'user', content: 'Why is the sky blue?' },
      { role: 'assistant', content: 'Ray' },
      { role: 'user', content: 'Go on.' },
    ],
  });
});

test('a server that leaves out ids, usage and the last line is understood', async () => {
  const server = await streaming([{}, says('Ray'), { choices: [{}] }, says('leigh', 'stop')]);
  expect(await ask(server.address)).toMatchObject({ text: 'Rayleigh', error: null });
});

test.each([
  ['a body that ends without a reason', [says('Ray')], 'CUT_OFF'],
  ['a limit on the output', [says('Ray', 'length')], 'OUTPUT_LIMIT'],
  ['a filter', [says('Ray', 'content_filter')], 'CONTENT_FILTER'],
  ['an error among the pieces', [says('Ray'), { error: { message: 'CUDA out of memory' } }], 'SERVER_FAILED'],
  ['a broken piece', [says('Ray'), '{"choices":[{"del'], 'CUT_OFF'],
] as const)('%s keeps the text that came and is told', async (_, chunks, code) => {
  const server = await streaming(chunks);
  expect(await ask(server.address)).toMatchObject({ text: 'Ray', error: { code } });
});

test.each(['reasoning_content', 'reasoning'])(
  'thoughts that come as %s stand before the words',
  async (name) => {
    const server = await streaming([
      { choices: [{ delta: { [name]: 'Light ' } }] },
      { choices: [{ delta: { [name]: 'scatters.' } }] },
      says('Rayleigh', 'stop'),
    ]);
    const { text, parts } = await ask(server.address);
    expect(text).toBe('Rayleigh');
    expect(parts.at(-1)).toEqual({
      kind: 'reasoning',
      at: 0,
      text: 'Light scatters.',
      ms: expect.any(Number),
    });
  },
);

test('a refusal is shown as the answer, and marked; a call is a step', async () => {
  const call = (index: number, fn: object) => ({
    choices: [{ delta: { tool_calls: [{ index, function: fn }] } }],
  });
  const server = await streaming([
    call(0, { name: 'lookup', arguments: '{"q":' }),
    call(0, { arguments: '1}' }),
    { choices: [{ delta: { refusal: 'No.' }, finish_reason: 'stop' }] },
  ]);
  const { text, parts } = await ask(server.address);
  expect(text).toBe('No.');
  expect(parts).toMatchObject([
    { kind: 'step', tool: 'function', name: 'lookup' },
    { kind: 'refusal', at: 0 },
  ]);
});

test('an answer that comes in one piece is read as one that streams', async () => {
  const http = createServer((_, response) =>
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end('{"model":"llama3","choices":[{"message":{"content":"Rayleigh"},"finish_reason":"stop"}]}'),
  );
  await new Promise<void>((listening) => http.listen(0, '127.0.0.1', listening));
  close = () => new Promise((closed) => (http.closeAllConnections(), http.close(closed)));
  const { text, last, error } = await ask(`http://127.0.0.1:${(http.address() as AddressInfo).port}/v1`);
  expect([text, error, last]).toMatchObject(['Rayleigh', null, { type: 'completed' }]);
});

test('instructions come first, an answer that broke off is to go on, and only what was chosen is sent', async () => {
  const server = await streaming([says('leigh', 'stop')]);
  const history = request.history.slice(0, 2);
  await ask(server.address, { history, instructions: 'Be brief.', effort: 'low', verbosity: 'low' });
  expect(server.questions[0]).toMatchObject({
    messages: [
      { role: 'system', content: 'Be brief.' },
      { role: 'user' },
      { role: 'assistant', content: 'Ray' },
      { role: 'user', content: expect.stringContaining('Go on exactly') },
    ],
    reasoning_effort: 'low',
    verbosity: 'low',
  });
});

test('what the model refuses is left out, streaming too', async () => {
  const server = await streaming([says('Rayleigh', 'stop')]);
  const without = ['stream', 'stream_options', 'reasoning.effort', 'text.verbosity'] as const;
  await ask(server.address, { without, effort: 'low', verbosity: 'low' });
  expect(Object.keys(server.questions[0] as object).toSorted()).toEqual(['messages', 'model', 'stream']);
});

test('it answers from a server that this project did not write', async () => {
  const mock = new LLMock({ port: 0, host: '127.0.0.1' });
  mock.onMessage('Go on', { content: 'leigh scattering.' });
  await mock.start();
  close = () => mock.stop();
  expect(await ask(`${mock.url}/v1`)).toMatchObject({ text: 'leigh scattering.', error: null });
});

test('the API that a server speaks is found out by asking nothing', async () => {
  const found = (status: number, type: string, body: string) => {
    const http = createServer((_, response) =>
      response.writeHead(status, { 'content-type': type }).end(body),
    );
    return new Promise((resolve) => {
      http.listen(0, '127.0.0.1', () => {
        const address = `http://127.0.0.1:${(http.address() as AddressInfo).port}/v1`;
        void new OpenAiServer(fetch)
          .api({ address, key: null, organization: null, project: null })
          .then((api) => {
            http.close();
            resolve(api);
          });
      });
    });
  };
  const json = 'application/json';
  expect(await found(400, json, '{"error":{"message":"Missing required parameter: model"}}')).toBe(
    'responses',
  );
  expect(await found(422, json, '{"detail":[]}')).toBe('responses');
  expect(await found(404, 'text/plain', '404 page not found')).toBe('chat');
  expect(await found(405, json, '{"detail":"Method Not Allowed"}')).toBe('chat');
  expect(await found(200, json, '{"error":"Unexpected endpoint or method. (POST /v1/responses)"}')).toBe(
    'chat',
  );
  expect(await found(200, 'text/html', '<!doctype html>')).toBe('chat');
});
