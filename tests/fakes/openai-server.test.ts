import OpenAI from 'openai';
import type { ResponseStreamEvent } from 'openai/resources/responses/responses';
import { describe, expect, test } from 'vitest';
import { htmlPage, noCredit, rateLimited, serverFailed } from './openai-errors.ts';
import { ask, lastOf, question, refusalOf, setUp, textOf } from './test-client.ts';

/** The rest of the events, after the first text. */
async function untilText(client: OpenAI, signal?: AbortSignal): Promise<AsyncIterator<ResponseStreamEvent>> {
  const events = (await client.responses.create(question, { signal }))[Symbol.asyncIterator]();
  for (;;) {
    const { done, value } = await events.next();
    if (done || value.type === 'response.output_text.delta') return events;
  }
}

describe('an answer', () => {
  test('is complete, numbered, and repeats the question when nothing is scripted', async () => {
    const { client } = await setUp();
    const events = await ask(client);
    expect(textOf(events)).toContain('Why is the sky blue?');
    expect(events.map((event) => event.sequence_number)).toEqual(events.map((_, index) => index));
    const end = events.at(-1);
    if (end?.type !== 'response.completed') throw new Error('not completed');
    expect(end.response).toMatchObject({ status: 'completed', model: 'gpt-6.2-sol', error: null });
    expect(end.response.usage?.total_tokens).toBeGreaterThan(0);
    expect(end.response.output).toMatchObject([
      {
        type: 'message',
        role: 'assistant',
        content: [{ type: 'output_text', text: textOf(events), annotations: [] }],
      },
    ]);
  });

  test('is understood by the SDK’s own strict reader, thoughts included', async () => {
    const { server, client } = await setUp();
    server.script({ thoughts: ['Light ', 'scatters.'], words: ['Rayleigh ', 'scattering.'] });
    const stream = client.responses.stream({
      ...question,
      include: ['reasoning.encrypted_content'],
      reasoning: { effort: 'low', summary: 'auto' },
    });
    const { output, output_text } = await stream.finalResponse();
    expect(output_text).toBe('Rayleigh scattering.');
    expect(output.map(({ type }) => type)).toEqual(['reasoning', 'message']);
    expect(output[0]).toMatchObject({
      summary: [{ text: 'Light scatters.' }],
      encrypted_content: expect.any(String),
    });
  });

  test('can be sent back as it was received', async () => {
    const { server, client } = await setUp();
    server.script({ thoughts: ['Hm.'], words: ['Blue.'] });
    const include = ['reasoning.encrypted_content'];
    const end = (await ask(client, { include })).at(-1);
    if (end?.type !== 'response.completed') throw new Error('not completed');
    const next = { role: 'user', content: 'And at dusk?' };
    const events = await ask(client, {
      include,
      input: [...question.input, ...end.response.output, next],
    });
    expect(textOf(events)).toContain('And at dusk?');
  });

  test('comes piece by piece when the test holds it', async () => {
    const { server, client } = await setUp();
    const answer = server.hold();
    answer.send('before ');
    const reading = ask(client);
    expect((await answer.asked).model).toBe('gpt-6.2-sol');
    answer.send('after');
    answer.finish();
    const events = await reading;
    expect(textOf(events)).toBe('before after');
    expect(lastOf(events)).toBe('response.completed');
  });

  test('knows when the client has left', async () => {
    const { server, client } = await setUp();
    const answer = server.hold();
    answer.send('Ray');
    const leaving = new AbortController();
    const events = await untilText(client, leaving.signal);
    leaving.abort();
    await answer.closed;
    expect(await events.next()).toEqual({ done: true, value: undefined });
  });

  test('can stop short, and says why', async () => {
    const { server, client } = await setUp();
    server.script({ words: ['Half'], end: 'incomplete' });
    const end = (await ask(client)).at(-1);
    if (end?.type !== 'response.incomplete') throw new Error('not incomplete');
    expect(end.response.incomplete_details).toEqual({ reason: 'max_output_tokens' });
    expect(end.response.output).toMatchObject([{ status: 'incomplete' }]);
  });

  test('can fail as an ordinary event', async () => {
    const { server, client } = await setUp();
    const answer = server.hold();
    answer.send('Half');
    answer.fail('rate_limit_exceeded', 'Slow down.');
    const end = (await ask(client)).at(-1);
    if (end?.type !== 'response.failed') throw new Error('not failed');
    expect(end.response.error).toEqual({ code: 'rate_limit_exceeded', message: 'Slow down.' });
  });

  test('can be cut: it ends without a last event', async () => {
    const { server, client } = await setUp();
    server.script({ words: ['Half'], end: 'cut' });
    expect(lastOf(await ask(client))).toBe('response.output_text.delta');
  });

  test('can be torn off', async () => {
    const { server, client } = await setUp();
    server.script({ words: ['Half'], end: 'reset' });
    await expect(ask(client)).rejects.toThrow('terminated');
  });

  test('can stall until the server closes', async () => {
    const { server, client } = await setUp();
    server.script({ words: ['Half'], end: 'stall' });
    const events = await untilText(client);
    const more = events.next();
    await server.close();
    await expect(more).rejects.toThrow('terminated');
  });
});

describe('the key', () => {
  test('is checked, and a wrong one is refused as OpenAI does', async () => {
    const { client } = await setUp({ send: 'sk-wrong-0000' });
    const refused = await refusalOf(ask(client));
    expect(refused).toBeInstanceOf(OpenAI.AuthenticationError);
    expect(refused).toMatchObject({
      status: 401,
      code: 'invalid_api_key',
      requestID: expect.stringMatching(/^req_/),
    });
    await expect(client.models.list()).rejects.toThrow('Incorrect API key provided');
  });

  test('is not asked for where there is none', async () => {
    const { server, client } = await setUp({ key: null, send: 'anything' });
    expect(lastOf(await ask(client))).toBe('response.completed');
    expect(server.requests[0]?.headers.authorization).toBe('Bearer anything');
  });
});

describe('the models', () => {
  test('come with their end, and can be changed', async () => {
    const { server, client } = await setUp();
    const { data: models } = await client.models.list();
    expect(models.find(({ id }) => id === 'gpt-4o')?.shutdown_date).toBe('2027-01-14');
    server.setModels(['llama-5']);
    expect((await client.models.list()).data).toMatchObject([{ id: 'llama-5', shutdown_date: null }]);
  });
});

describe('an error', () => {
  test.each([
    [noCredit(), { status: 429, code: 'insufficient_quota', type: 'insufficient_quota' }],
    [rateLimited(7), { status: 429, code: 'rate_limit_exceeded' }],
    [serverFailed(503), { status: 503, type: 'server_error' }],
    [htmlPage(502), { status: 502 }],
  ])('answers one question with status and code: %#', async (answer, seen) => {
    const { server, client } = await setUp();
    server.script(answer);
    await expect(ask(client)).rejects.toMatchObject(seen);
    expect(lastOf(await ask(client))).toBe('response.completed');
  });

  test('says how long to wait', async () => {
    const { server, client } = await setUp();
    server.script(rateLimited(7));
    const refused = await refusalOf(ask(client));
    expect(refused.headers?.get('retry-after')).toBe('7');
  });

  test('is a page where there is no such path', async () => {
    const { client } = await setUp();
    const refused = await refusalOf(client.files.list());
    expect(refused).toBeInstanceOf(OpenAI.NotFoundError);
    expect(refused).toMatchObject({ message: expect.stringContaining('<!doctype html>') });
  });
});
