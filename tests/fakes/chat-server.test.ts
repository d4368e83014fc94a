import type { ChatCompletionChunk, ChatCompletionMessageParam } from 'openai/resources/chat/completions';
import { describe, expect, test } from 'vitest';
import { says, wholeChat } from './chat-answer.ts';
import { startChatServer } from './chat-server.ts';
import { serverFailed } from './openai-errors.ts';
import { clientOf, closing, refusalOf } from './test-client.ts';

const messages: ChatCompletionMessageParam[] = [{ role: 'user', content: 'Why is the sky blue?' }];
const question = {
  model: 'llama3',
  messages,
  stream: true as const,
  stream_options: { include_usage: true },
};

async function setUp(chunks?: readonly (object | string)[]) {
  const server = await closing(startChatServer(chunks));
  const client = clientOf(server.address);
  const ask = async (request: object = {}) => {
    const got: ChatCompletionChunk[] = [];
    for await (const chunk of await client.chat.completions.create({ ...question, ...request }))
      got.push(chunk);
    return got;
  };
  return { server, client, ask };
}

const deltaOf = (chunk: ChatCompletionChunk) =>
  chunk.choices[0]?.delta as Record<string, unknown> | undefined;
const textOf = (chunks: readonly ChatCompletionChunk[]) =>
  chunks.map((chunk) => chunk.choices[0]?.delta.content ?? '').join('');
const reasonsOf = (chunks: readonly ChatCompletionChunk[]) =>
  chunks.flatMap((chunk) => chunk.choices[0]?.finish_reason ?? []);

describe('an answer', () => {
  test('repeats the question when nothing is scripted, and ends with its usage', async () => {
    const { server, ask } = await setUp();
    const chunks = await ask();
    expect(textOf(chunks)).toBe('You asked: Why is the sky blue?');
    expect(reasonsOf(chunks)).toEqual(['stop']);
    expect(chunks.at(-1)).toMatchObject({ choices: [], model: 'llama3', object: 'chat.completion.chunk' });
    expect(chunks.at(-1)?.usage?.total_tokens).toBeGreaterThan(0);
    expect(server.questions).toEqual([question]);
  });

  test('is always the same pieces when the server was started with them', async () => {
    const { ask } = await setUp([says('Ray'), says('leigh', 'stop')]);
    expect([textOf(await ask()), textOf(await ask())]).toEqual(['Rayleigh', 'Rayleigh']);
  });

  test('follows the script in its order before those', async () => {
    const { server, ask } = await setUp([says('Rayleigh', 'stop')]);
    server.script({ words: ['one'] }, [says('two', 'stop')]);
    expect([textOf(await ask()), textOf(await ask()), textOf(await ask())]).toEqual([
      'one',
      'two',
      'Rayleigh',
    ]);
  });

  test.each(['reasoning_content', 'reasoning'] as const)('thinks in %s', async (thoughtsAs) => {
    const { server, ask } = await setUp();
    server.script({ thoughts: ['Hm', '.'], thoughtsAs, words: ['Blue'] });
    const chunks = await ask();
    expect(chunks.flatMap((chunk) => deltaOf(chunk)?.[thoughtsAs] ?? [])).toEqual(['Hm', '.']);
    expect(textOf(chunks)).toBe('Blue');
  });

  test('calls a tool piece by piece', async () => {
    const { server, ask } = await setUp();
    server.script({ words: [], calls: [{ name: 'look', arguments: ['{"at":', '"sky"}'] }] });
    const chunks = await ask();
    const calls = chunks.flatMap((chunk) => chunk.choices[0]?.delta.tool_calls ?? []);
    expect(calls.map((call) => call.function?.arguments).join('')).toBe('{"at":"sky"}');
    expect(calls[0]).toMatchObject({ index: 0, id: expect.any(String), function: { name: 'look' } });
    expect(reasonsOf(chunks)).toEqual(['tool_calls']);
  });

  test('leaves out what the script says: ids, usage, the reason and the last line', async () => {
    const { server, ask } = await setUp();
    server.script({ words: ['Blue'], without: ['ids', 'usage', 'done'], finish: null });
    const chunks = await ask();
    expect(textOf(chunks)).toBe('Blue');
    expect(reasonsOf(chunks)).toEqual([]);
    expect(chunks.some((chunk) => 'id' in chunk || 'model' in chunk || 'usage' in chunk)).toBe(false);
  });

  test('ends with a last line, which stands alone', async () => {
    const { server } = await setUp();
    const send = () =>
      fetch(`${server.address}/chat/completions`, { method: 'POST', body: JSON.stringify(question) });
    server.script({ words: ['Blue'] }, { words: ['Blue'], without: ['done'] });
    expect(await (await send()).text()).toMatch(/\n\ndata: \[DONE\]\n\n$/);
    expect(await (await send()).text()).not.toContain('[DONE]');
  });

  test('refuses, stops at a limit, or is filtered', async () => {
    const { server, ask } = await setUp();
    server.script(
      { words: [], refusal: 'No.' },
      { words: ['Half'], finish: 'length' },
      { words: ['Half'], finish: 'content_filter' },
    );
    const refused = await ask();
    expect(refused.map((chunk) => chunk.choices[0]?.delta.refusal ?? '').join('')).toBe('No.');
    expect(reasonsOf(await ask())).toEqual(['length']);
    expect(reasonsOf(await ask())).toEqual(['content_filter']);
  });

  test('comes piece by piece when the test holds it', async () => {
    const { server, ask } = await setUp();
    const held = server.hold();
    held.send('before ');
    const reading = ask();
    expect((await held.asked).model).toBe('llama3');
    held.think('hm', 'reasoning');
    held.chunk({ choices: [] });
    held.send('after');
    held.finish();
    expect(textOf(await reading)).toBe('before after');
  });

  test('knows when the client has left', async () => {
    const { server, client } = await setUp();
    const held = server.hold();
    held.send('Ray');
    const stream = await client.chat.completions.create(question);
    stream.controller.abort();
    await held.closed;
  });
});

describe('an answer that fails', () => {
  test('may carry its error as a piece', async () => {
    const { server, ask } = await setUp();
    server.script({ words: ['Half'], end: { error: { message: 'CUDA out of memory', code: 'oom' } } });
    await expect(ask()).rejects.toMatchObject({ code: 'oom', status: undefined });
  });

  test('may be cut or torn off', async () => {
    const { server, ask } = await setUp();
    server.script({ words: ['Half'], end: 'cut' }, { words: ['Half'], end: 'reset' });
    expect(reasonsOf(await ask())).toEqual([]);
    await expect(ask()).rejects.toThrow('terminated');
  });

  test('may stall until the server closes', async () => {
    const { server, client } = await setUp();
    server.script({ words: ['Half'], end: 'stall' });
    const chunks = (await client.chat.completions.create(question))[Symbol.asyncIterator]();
    await chunks.next();
    await chunks.next();
    const more = chunks.next();
    await server.close();
    await expect(more).rejects.toThrow('terminated');
  });

  test('may be an answer of HTTP, after which the next is as usual', async () => {
    const { server, ask } = await setUp();
    server.script(serverFailed(503));
    await expect(ask()).rejects.toMatchObject({ status: 503 });
    expect(reasonsOf(await ask())).toEqual(['stop']);
  });
});

describe('an answer in one piece', () => {
  test('is what a request without a stream gets', async () => {
    const { server, client } = await setUp();
    const calls = [{ name: 'look', arguments: ['{}'] }];
    server.script({ thoughts: ['Hm'], words: ['Blue'], calls });
    const { choices, usage } = await client.chat.completions.create({ model: 'llama3', messages });
    expect(choices).toMatchObject([
      {
        finish_reason: 'tool_calls',
        message: { content: 'Blue', reasoning_content: 'Hm', tool_calls: [{ function: { name: 'look' } }] },
      },
    ]);
    expect(usage?.total_tokens).toBeGreaterThan(0);
  });

  test('may come although a stream was asked for', async () => {
    const { server } = await setUp();
    server.script({ status: 200, body: wholeChat(question, { words: ['Blue'] }) });
    const body = JSON.stringify(question);
    const answer = await fetch(`${server.address}/chat/completions`, { method: 'POST', body });
    expect(answer.headers.get('content-type')).toBe('application/json');
    expect(await answer.json()).toMatchObject({ choices: [{ message: { content: 'Blue' } }] });
  });
});

describe('a request', () => {
  const asks = (message: object) => ({ messages: [message] });
  test.each([
    ['a parameter of another API', { input: 'x' }, 'input'],
    ['no model', { model: undefined }, 'model'],
    ['no messages', { messages: undefined }, 'messages'],
    ['an empty list of messages', { messages: [] }, 'messages'],
    ['an unknown role', asks({ role: 'robot', content: 'x' }), 'messages[0].role'],
    ['a message without content', asks({ role: 'user' }), 'messages[0].content'],
    [
      'an assistant who neither says nor calls',
      asks({ role: 'assistant', content: null }),
      'messages[0].content',
    ],
    ['an unknown field of a message', asks({ role: 'user', content: 'x', id: 'm' }), 'messages[0].id'],
    [
      'a part of the newer API',
      asks({ role: 'user', content: [{ type: 'input_text', text: 'x' }] }),
      'messages[0].content[0].type',
    ],
    [
      'an image without address',
      asks({ role: 'user', content: [{ type: 'image_url' }] }),
      'messages[0].content[0].image_url',
    ],
    ['an unknown effort', { reasoning_effort: 'huge' }, 'reasoning_effort'],
    ['an unknown verbosity', { verbosity: 'chatty' }, 'verbosity'],
    ['an unknown option of the stream', { stream_options: { usage: true } }, 'stream_options.usage'],
    ['options of a stream without one', { stream: false }, 'stream_options'],
  ])('with %s is refused', async (_, request, param) => {
    const { ask } = await setUp();
    expect(await refusalOf(ask(request))).toMatchObject({ status: 400, param });
  });

  test('with instructions, an image and a called tool is taken', async () => {
    const { ask } = await setUp();
    const call = { id: 'call_1', type: 'function', function: { name: 'look', arguments: '{}' } };
    const image = { type: 'image_url', image_url: { url: 'data:image/png;base64,AA==' } };
    const chunks = await ask({
      messages: [
        { role: 'system', content: 'Be brief.' },
        { role: 'user', content: [{ type: 'text', text: 'What is this?' }, image] },
        { role: 'assistant', content: null, tool_calls: [call] },
        { role: 'tool', tool_call_id: 'call_1', content: 'A sky.' },
        { role: 'user', content: 'So?' },
      ],
      reasoning_effort: 'low',
    });
    expect(textOf(chunks)).toBe('You asked: So?');
  });
});

test('there is no newer API, and the models can be changed', async () => {
  const { server, client } = await setUp();
  await expect(client.responses.create({ model: 'llama3', input: 'x' })).rejects.toMatchObject({
    status: 404,
  });
  expect((await client.models.list()).data).toMatchObject([{ id: 'llama3' }]);
  server.setModels(['qwen4']);
  expect((await client.models.list()).data).toMatchObject([{ id: 'qwen4' }]);
});
