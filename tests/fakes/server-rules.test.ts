import { toResponseInputItems } from 'openai/lib/responses/ResponseInputItems';
import type { ResponseInputItem } from 'openai/resources/responses/responses';
import { describe, expect, test } from 'vitest';
import { mustBeVerified, serverFailed } from './openai-errors.ts';
import { ask, goingOn, lastOf, question, refusalOf, setUp, textOf } from './test-client.ts';

const whole = { ...question, stream: false } as const;

describe('an answer that is not streamed', () => {
  test('comes whole, with the steps in its output', async () => {
    const { server, client } = await setUp();
    server.script({ steps: [{ search: { query: 'sky' } }, { say: 'Blue.' }] });
    const { output, output_text, status } = await client.responses.create(whole);
    expect([status, output_text]).toEqual(['completed', 'Blue.']);
    expect(output.map(({ type }) => type)).toEqual(['web_search_call', 'message']);
  });

  test('is also what a request without a word about streams gets', async () => {
    const { client } = await setUp();
    const { output_text } = await client.responses.create({ ...question, stream: undefined as never });
    expect(output_text).toContain('Why is the sky blue?');
  });

  test('says why it is not whole', async () => {
    const { server, client } = await setUp();
    server.script({ words: ['Half'], end: 'incomplete' });
    const { status, incomplete_details } = await client.responses.create(whole);
    expect([status, incomplete_details]).toEqual(['incomplete', { reason: 'max_output_tokens' }]);
  });

  test('is an error where a stream would carry an error', async () => {
    const { server, client } = await setUp();
    server.script({ words: ['Half'], end: { error: { code: 'server_error', message: 'Oh.' } } });
    await expect(client.responses.create(whole)).rejects.toMatchObject({ status: 500, code: 'server_error' });
  });

  test('is lost when the connection is cut', async () => {
    const { server, client } = await setUp();
    server.script({ words: ['Half'], end: 'cut' });
    await expect(client.responses.create(whole)).rejects.toThrow('Connection error');
  });

  test('comes when the test says that it is finished', async () => {
    const { server, client } = await setUp();
    const held = server.hold();
    const asked = client.responses.create(whole);
    await held.asked;
    held.send('Blue.');
    held.finish();
    expect((await asked).output_text).toBe('Blue.');
  });
});

describe('an organization that is not verified', () => {
  const expected = { status: 400, param: 'stream', code: 'unsupported_value' };

  test('is told so once, as scripted', async () => {
    const { server, client } = await setUp();
    server.script(mustBeVerified());
    await expect(ask(client)).rejects.toMatchObject(expected);
    expect(lastOf(await ask(client))).toBe('response.completed');
  });

  test('gets no stream of this model, but whole answers, and streams of others', async () => {
    const { server, client } = await setUp();
    server.refuseStreaming('gpt-6.2-sol');
    server.script({ words: ['Blue.'] });
    await expect(ask(client)).rejects.toMatchObject(expected);
    expect((await client.responses.create(whole)).output_text).toBe('Blue.');
    expect(lastOf(await ask(client, { model: 'gpt-6-luna' }))).toBe('response.completed');
  });

  test('gets no stream at all when no model is named', async () => {
    const { server, client } = await setUp();
    server.refuseStreaming();
    await expect(ask(client, { model: 'gpt-6-luna' })).rejects.toMatchObject(expected);
  });
});

describe('a parameter', () => {
  const full = { reasoning: { effort: 'low', summary: 'auto' }, text: { verbosity: 'low' } };

  test('is refused until it is left out, one after the other', async () => {
    const { server, client } = await setUp();
    server.refuseParameters({ model: 'gpt-6.2-sol', parameters: ['reasoning.effort', 'text.verbosity'] });
    const first = await refusalOf(ask(client, full));
    expect(first).toMatchObject({ status: 400, code: 'unsupported_parameter', param: 'reasoning.effort' });
    const second = await refusalOf(ask(client, { ...full, reasoning: { summary: 'auto' } }));
    expect(second.param).toBe('text.verbosity');
    expect(lastOf(await ask(client, { reasoning: { summary: 'auto' }, text: {} }))).toBe(
      'response.completed',
    );
  });

  test('is refused by one model or by all, until that is taken back', async () => {
    const { server, client } = await setUp();
    server.refuseParameters({ model: 'gpt-6-luna', parameters: ['reasoning.effort'] });
    expect(lastOf(await ask(client, full))).toBe('response.completed');
    server.refuseParameters({ parameters: ['reasoning.summary'] });
    expect((await refusalOf(ask(client, full))).param).toBe('reasoning.summary');
    server.refuseParameters({ parameters: [] });
    expect(lastOf(await ask(client, full))).toBe('response.completed');
  });
});

describe('a context that is too long', () => {
  const long = [{ role: 'user', content: 'sky '.repeat(400) }] as ResponseInputItem[];
  const { model } = question;

  test('is refused, and keeps the script for the next question', async () => {
    const { server, client } = await setUp();
    server.limitContext(100);
    server.script({ words: ['Blue.'] });
    const refused = await refusalOf(ask(client, { input: long }));
    expect(refused).toMatchObject({ status: 400, code: 'context_length_exceeded', param: 'input' });
    expect(textOf(await ask(client))).toBe('Blue.');
  });

  test('can be counted, and the instructions count too', async () => {
    const { client } = await setUp();
    const short = await client.responses.inputTokens.count({ model, input: question.input });
    const more = await client.responses.inputTokens.count({ model, input: long, instructions: 'Be brief.' });
    expect(short.object).toBe('response.input_tokens');
    expect(short.input_tokens).toBeLessThan(20);
    expect(more.input_tokens).toBeGreaterThan(400);
  });

  test('can be compacted, and what comes of it is sent in its place', async () => {
    const { server, client } = await setUp();
    server.limitContext(200);
    server.dropWordsWhenCompacting();
    const { object, output, usage } = await client.responses.compact({ model, input: long });
    expect(object).toBe('response.compaction');
    expect(output).toMatchObject([{ type: 'compaction', encrypted_content: expect.any(String) }]);
    expect(usage.input_tokens).toBeGreaterThan(400);
    const input = [...toResponseInputItems(output), ...question.input];
    expect(textOf(await ask(client, { input }))).toContain('Why is the sky blue?');
  });

  test('keeps what the user said when it is compacted, as the API does', async () => {
    const { client } = await setUp();
    const earlier = goingOn(await ask(client));
    const { output } = await client.responses.compact({ model, input: earlier });
    expect(output.map((item) => ('role' in item ? item.role : item.type))).toEqual([
      'user',
      'user',
      'compaction',
    ]);
    const input = [...toResponseInputItems(output), ...question.input];
    expect(lastOf(await ask(client, { input }))).toBe('response.completed');
  });

  test('is not compacted for a request that is wrong, or when the test forbids it', async () => {
    const { server, client } = await setUp();
    const wrong = client.responses.compact({ model, input: long, stream: true } as never);
    expect((await refusalOf(wrong)).param).toBe('stream');
    server.refuseCompaction(serverFailed());
    await expect(client.responses.compact({ model, input: long })).rejects.toMatchObject({ status: 500 });
    server.refuseCompaction(null);
    expect((await client.responses.compact({ model, input: long })).object).toBe('response.compaction');
    expect(server.questions).toEqual([]);
  });
});

test('what was sealed cannot be read once the server has forgotten how', async () => {
  const { server, client } = await setUp();
  server.script({ thoughts: ['Hm.'], words: ['Blue.'] });
  const include = ['reasoning.encrypted_content'];
  const input = goingOn(await ask(client, { include }));
  expect(lastOf(await ask(client, { include, input }))).toBe('response.completed');
  server.forgetSealed();
  const refused = await refusalOf(ask(client, { include, input }));
  expect(refused).toMatchObject({ status: 400, code: 'invalid_encrypted_content' });
});
