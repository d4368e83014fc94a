import OpenAI from 'openai';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { startFaultServer } from './fault-server.ts';
import { faults, type FaultName } from './faults.ts';
import { readAnswer } from './read-answer.ts';
import { wholeText, type Api } from './speech.ts';
import { closing } from './test-client.ts';

async function setUp() {
  const server = await closing(startFaultServer());
  const client = new OpenAI({
    apiKey: 'sk-test-0123456789',
    baseURL: server.address,
    maxRetries: 0,
    logLevel: 'off',
    fetch: (url, init) => fetch(url, { ...init, redirect: 'error' }),
  });
  return { server, client };
}

const names = Object.keys(faults) as FaultName[];
const cases = names.flatMap((name) => {
  const { api } = faults[name];
  return (api === 'both' ? (['responses', 'chat'] as const) : [api]).map((one): [FaultName, Api] => [
    name,
    one,
  ]);
});
const [silent, loud] = [
  cases.filter(([name]) => faults[name].silent),
  cases.filter(([name]) => !faults[name].silent),
];

/** More than an honest answer in these tests would ever be. */
const ENOUGH = 1_000_000;

test('there are faults of every kind', () => {
  expect(names.length).toBeGreaterThanOrEqual(60);
  expect(silent.length).toBeGreaterThan(4);
  expect(new Set(cases.map(([, api]) => api)).size).toBe(2);
});

describe('a fault gives the text that its table tells, and the next question is answered', () => {
  test.each(loud)('%s, to %s', async (name, api) => {
    const { server, client } = await setUp();
    const { text, whole = false } = faults[name];
    server.fail(name);
    const reading = readAnswer(client, api, ENOUGH);
    await reading.done;
    if (text === null) expect(reading.text.length).toBeGreaterThan(ENOUGH);
    else expect(reading.text).toBe(text);
    expect(reading.whole).toBe(whole);
    const after = readAnswer(client, api);
    await after.done;
    expect(after).toMatchObject({ text: wholeText, whole: true, error: null });
    expect(server.questions.map(({ fault }) => fault)).toEqual([name, null]);
  });

  test.each(silent)('%s, to %s, stays open until the client leaves', async (name, api) => {
    const { server, client } = await setUp();
    server.fail(name);
    const reading = readAnswer(client, api);
    const question = await server.asked(1);
    while (reading.text.length < (faults[name].text ?? '').length) await nextTurn();
    for (let turn = 0; turn < 20; turn++) await nextTurn();
    expect(reading).toMatchObject({ text: faults[name].text, whole: false, error: null });
    expect(question.closedAt).toBeNull();
    reading.stop();
    await question.closed;
    expect(question.closedAt).toBeGreaterThan(question.at);
    const after = readAnswer(client, api);
    await after.done;
    expect(after.text).toBe(wholeText);
  });
});

describe('what the SDK makes of a refusal', () => {
  test.each([
    ['wrong-key', { status: 401, code: 'invalid_api_key' }],
    ['region', { status: 403, code: 'unsupported_country_region_territory' }],
    ['no-model', { status: 404, code: 'model_not_found' }],
    ['no-model-without-code', { status: 404, code: null }],
    ['context-too-long', { status: 400, code: 'context_length_exceeded' }],
    ['timeout', { status: 408 }],
    ['conflict', { status: 409 }],
    ['too-large', { status: 413 }],
    ['unprocessable', { status: 422 }],
    ['no-credit', { status: 429, code: 'credit_balance_exhausted', type: 'insufficient_quota' }],
    ['slow-down', { status: 429, code: 'slow_down' }],
    ['bad-gateway', { status: 502 }],
    ['gateway-timeout', { status: 504 }],
    ['overloaded-529', { status: 529 }],
    ['portal-511', { status: 511 }],
    ['failed-rate-limit-at-once', null],
    ['error-nested', { status: undefined, code: 'rate_limit_exceeded' }],
    ['error-compat', { status: undefined, code: 500 }],
  ] as const)('%s', async (name, error) => {
    const { server, client } = await setUp();
    server.fail(name);
    const reading = readAnswer(client, 'responses');
    await reading.done;
    if (error === null) expect(reading.error).toBeNull();
    else expect(reading.error).toMatchObject(error);
  });

  test.each([
    ['rate-limit', 'retry-after', /^1$/],
    ['rate-limit-ms', 'retry-after-ms', /^\d+$/],
    ['rate-limit-date', 'retry-after', / GMT$/],
    ['rate-limit-long', 'retry-after', /^120$/],
    ['server-error-final', 'x-should-retry', /^false$/],
  ] as const)('%s tells when to come back', async (name, header, value) => {
    const { server, client } = await setUp();
    server.fail(name);
    const reading = readAnswer(client, 'responses');
    await reading.done;
    expect((reading.error as InstanceType<typeof OpenAI.APIError>).headers?.get(header)).toMatch(value);
  });
});

describe('the server', () => {
  test('counts what the SDK sends when it tries again, each time with its body', async () => {
    const { server } = await setUp();
    server.fail('rate-limit-ms', 2);
    const client = new OpenAI({ apiKey: 'sk-test', baseURL: server.address, maxRetries: 2, logLevel: 'off' });
    const reading = readAnswer(client, 'responses');
    await reading.done;
    expect(reading.text).toBe(wholeText);
    expect(server.questions.map(({ fault }) => fault)).toEqual(['rate-limit-ms', 'rate-limit-ms', null]);
    const [first, second] = server.questions;
    expect(second?.body).toEqual(first?.body);
    expect(second?.at).toBeGreaterThanOrEqual((first?.at ?? Infinity) + 40);
    expect(second?.headers['x-stainless-retry-count']).toBe('1');
  });

  test('lets faults queue up, and takes them back', async () => {
    const { server, client } = await setUp();
    server.fail('server-error');
    server.fail('wrong-key', 5);
    const first = readAnswer(client, 'chat');
    await first.done;
    server.recover();
    const second = readAnswer(client, 'chat');
    await second.done;
    expect([first.error, second.text]).toMatchObject([{ status: 500 }, wholeText]);
  });

  test('gives the list of models whatever else fails, unless that is what fails', async () => {
    const { server, client } = await setUp();
    server.fail('server-error');
    expect((await client.models.list()).data.map(({ id }) => id)).toContain('gpt-6.2-sol');
    server.failModels('wrong-key');
    await expect(client.models.list()).rejects.toMatchObject({ status: 401 });
    expect((await client.models.list()).data.length).toBeGreaterThan(0);
    expect(server.questions).toEqual([]);
  });

  test('answers whole where no stream is asked for', async () => {
    const { client } = await setUp();
    const { output_text } = await client.responses.create({ model: 'gpt-6.2-sol', input: 'Hello' });
    expect(output_text).toBe(wholeText);
  });

  test('has no other page', async () => {
    const { client } = await setUp();
    await expect(client.files.list()).rejects.toMatchObject({ status: 404 });
  });

  test.each(['redirect-307', 'redirect-308'] as const)(
    'tells what a client that follows a %s gives away',
    async (name) => {
      const { server, client } = await setUp();
      server.fail(name);
      await readAnswer(client, 'responses').done;
      expect(server.elsewhere).toEqual([]);
      server.fail(name);
      const careless = new OpenAI({
        apiKey: 'sk-test',
        baseURL: server.address,
        maxRetries: 0,
        logLevel: 'off',
      });
      await readAnswer(careless, 'responses').done;
      expect(server.elsewhere).toMatchObject([{ path: '/login', body: expect.stringContaining('Hello') }]);
    },
  );
});
