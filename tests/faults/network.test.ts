/**
 * Every fault between Parley and a server: what the user is told, what is on disk, that the next turn works, and
 * that nothing was asked more often than `failures` allow.
 */
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ErrorCode } from '../../src/shared/errors';
import { wordsFor } from '../../src/renderer/lib/error-copy';
import { faults, type FaultName } from '../fakes/faults.ts';
import { startFaultServer, type FaultServer } from '../fakes/fault-server.ts';
import { tlsServers } from '../fakes/tls-servers.ts';
import { startEngine, type Outcome } from './engine.ts';

/** What each fault is told as; whatever is not here leaves the answer whole. */
const told: Partial<Record<ErrorCode, readonly FaultName[]>> = {
  BAD_API_KEY: ['wrong-key', 'no-key', 'expired-key', 'no-organization', 'address-not-allowed'],
  KEY_REVOKED: ['revoked-key'],
  NOT_ALLOWED: ['region', 'missing-scope', 'unverified-organization'],
  MODEL_NOT_FOUND: ['no-model', 'no-model-without-code'],
  NOT_A_SERVER: ['not-found-page', 'not-found-text'],
  BAD_REQUEST: [
    ...(['unverified-for-streams', 'unverified-for-summaries', 'refused-parameter', 'bad-value'] as const),
    ...([
      'sealed-elsewhere',
      'error-is-text',
      'error-without-body',
      'unprocessable',
      'method-not-allowed',
    ] as const),
  ],
  TOO_LONG: ['context-too-long'],
  TOO_LARGE: ['too-large'],
  QUESTION_REFUSED: [
    ...(['invalid-prompt', 'failed-invalid-prompt', 'failed-bio-policy', 'failed-image-policy'] as const),
    ...(['failed-misalignment-policy', 'failed-image-format', 'failed-image-too-large'] as const),
    ...(['failed-image-parse', 'failed-image-download'] as const),
  ],
  NO_CREDIT: ['no-quota', 'no-credit', 'billing-limit'],
  RATE_LIMITED: [
    ...(['rate-limit', 'rate-limit-ms', 'rate-limit-date', 'rate-limit-long', 'rate-limit-bare'] as const),
    ...(['rate-limit-nonsense', 'slow-down', 'error-nested'] as const),
    ...(['failed-rate-limit', 'failed-rate-limit-at-once'] as const),
  ],
  OVERLOADED: ['overloaded', 'overloaded-529'],
  SERVER_FAILED: [
    ...(['conflict', 'server-error', 'server-error-final', 'bad-gateway', 'error-with-200'] as const),
    ...(['error-named', 'error-nameless', 'error-compat', 'error-at-once', 'failed-at-once'] as const),
    ...(['failed-server-error', 'failed-data-residency', 'failed-vector-store'] as const),
    ...(['failed-unknown-code'] as const),
  ],
  TIMED_OUT: ['timeout', 'gateway-timeout', 'no-headers'],
  STALLED: ['no-first-byte', 'stall', 'only-comments', 'queued-for-ever'],
  PORTAL: ['portal-page', 'portal-511'],
  REDIRECTED: ['portal-redirect', 'redirect-307', 'redirect-308'],
  OFFLINE: ['not-http'],
  CONNECTION_LOST: [
    ...(['reset-before', 'close-before', 'reset-before-first-byte', 'reset-mid', 'close-mid'] as const),
    ...(['close-in-chunk', 'bad-chunk', 'endless-headers'] as const),
  ],
  CUT_OFF: [
    ...(['text-with-200', 'no-content', 'empty-body', 'no-end', 'cut-event', 'bad-json'] as const),
    ...(['not-an-object', 'chat-no-reason', 'chat-only-done', 'chat-error-as-text'] as const),
  ],
  TOO_MUCH: ['huge-event', 'endless'],
  OUTPUT_LIMIT: ['incomplete-length', 'incomplete-in-thought', 'whole-json-incomplete', 'chat-length'],
  CONTENT_FILTER: ['incomplete-filter', 'chat-filter'],
  ENDED_EARLY: ['incomplete-messages', 'incomplete-steered', 'incomplete-unknown-reason'],
};
const codeOf = new Map(
  Object.entries(told).flatMap(([code, names]) => names.map((name) => [name, code as ErrorCode] as const)),
);

/** How often each is asked in all; whatever is not here, once. */
const tries: Readonly<Partial<Record<FaultName, number>>> = {
  // A parameter is left out, once; what is asked then meets the same refusal.
  ...{ 'unverified-for-streams': 2, 'unverified-for-summaries': 2, 'refused-parameter': 2, 'bad-value': 2 },
  'sealed-elsewhere': 2,
  ...{ timeout: 2, 'gateway-timeout': 2, 'no-headers': 2 },
  ...{ conflict: 4, 'server-error': 4, 'bad-gateway': 4 },
  ...{ 'rate-limit': 5, 'rate-limit-ms': 5, 'rate-limit-date': 5, 'rate-limit-bare': 5 },
  ...{ 'rate-limit-nonsense': 5, 'slow-down': 5, 'failed-rate-limit-at-once': 5 },
  ...{ overloaded: 5, 'overloaded-529': 5 },
  ...{
    'reset-before': 3,
    'close-before': 3,
    'reset-before-first-byte': 3,
    'endless-headers': 3,
    'not-http': 3,
  },
};

/** The wait that the server asked for, in milliseconds. */
const waits: Readonly<Partial<Record<FaultName, number>>> = {
  'rate-limit': 1000,
  'rate-limit-ms': 40,
  overloaded: 1000,
};

let count = 0;
let server: FaultServer;
beforeEach(async () => {
  server = await startFaultServer();
});
afterEach(() => server.close());
afterAll(() => {
  expect(count).toBeGreaterThanOrEqual(87);
  console.log(`${count} network and server faults`);
});

/** The three things that hold after every fault. */
async function holds(
  engine: ReturnType<typeof startEngine>,
  outcome: Outcome,
  code: ErrorCode | undefined,
): Promise<void> {
  count += 1;
  const { answer, shown } = outcome;
  // What the user is told.
  expect(answer.error?.code).toBe(code);
  expect(answer.status).toBe(code ? 'failed' : 'done');
  if (answer.error) {
    const words = wordsFor(answer.error, answer.text);
    expect(words.title).toMatch(/\S/);
    expect(words.actions.length).toBeGreaterThan(0);
    expect(words.title + words.text + (answer.error.details.serverMessage ?? '')).not.toMatch(
      /<html|<script/i,
    );
  }
  // What is on disk: all that had been shown, and no more than was shown.
  expect(answer.text).toBe(shown);
  const disk = engine.disk();
  expect(disk.messages.at(-1)).toEqual({ role: 'assistant', text: shown, status: answer.status });
  expect(disk.messages.at(-2)).toEqual({ role: 'user', text: 'Why?', status: 'done' });
  expect([disk.growing, disk.sound]).toEqual([0, true]);
  expect(engine.reported.filter((mistake) => !mistake.startsWith('an event that is not known'))).toEqual([]);
}

describe.each(['responses', 'chat'] as const)('through the %s API', (api) => {
  const names = (Object.keys(faults) as FaultName[]).filter(
    (name) => faults[name].api === api || faults[name].api === 'both',
  );

  test.each(names)('%s', async (name) => {
    const engine = startEngine({
      api,
      address: server.address,
      patience: { headersMs: 500, silenceMs: 900 },
    });
    server.fail(name, 12);
    const outcome = await engine.ask('Why?');
    await holds(engine, outcome, codeOf.get(name));
    const { text } = faults[name];
    if (text !== null) expect(outcome.answer.text.replace('\n\n', '')).toBe(text);
    expect(server.questions).toHaveLength(tries[name] ?? 1);
    const wait = waits[name];
    if (wait !== undefined) expect(new Set(outcome.waits)).toEqual(new Set([wait]));
    expect(server.elsewhere).toEqual([]); // no word and no key went where a redirect points

    server.recover();
    const next = await engine.ask('And red?');
    expect(next.answer).toMatchObject({ status: 'done', text: faults.ok.text });
    expect(engine.disk().messages).toHaveLength(4);
    engine.close();
  });
});

test.each([
  ['net::ERR_INTERNET_DISCONNECTED', 'OFFLINE', 3],
  ['net::ERR_NAME_NOT_RESOLVED', 'HOST_NOT_FOUND', 3],
  ['net::ERR_CONNECTION_TIMED_OUT', 'TIMED_OUT', 2],
  ['net::ERR_CERT_AUTHORITY_INVALID', 'TLS_FAILED', 1],
  ['net::ERR_PROXY_CONNECTION_FAILED', 'PROXY_DOWN', 1],
  ['net::ERR_NETWORK_IO_SUSPENDED', 'CONNECTION_LOST', 3],
  ['net::ERR_NETWORK_CHANGED', 'CONNECTION_LOST', 3],
] as const)('%s, as Chromium has it', async (message, code, requests) => {
  let made = 0;
  let broken = true;
  const fetch: typeof globalThis.fetch = (...request) => {
    if (!broken) return globalThis.fetch(...request);
    made += 1;
    return Promise.reject(new Error(message));
  };
  const engine = startEngine({ address: server.address, fetch });
  await holds(engine, await engine.ask('Why?'), code);
  expect(made).toBe(requests);
  broken = false;
  expect((await engine.ask('And red?')).answer.status).toBe('done');
  engine.close();
});

test('a host that does not exist', async () => {
  const engine = startEngine({ address: 'http://parley.invalid/v1' });
  const outcome = await engine.ask('Why?');
  await holds(engine, outcome, 'HOST_NOT_FOUND');
  expect(outcome.waits).toHaveLength(2);
  engine.close();
});

test('a port that nobody listens at', async () => {
  const gone = await startFaultServer();
  await gone.close();
  const engine = startEngine({ address: gone.address });
  const outcome = await engine.ask('Why?');
  await holds(engine, outcome, 'REFUSED');
  expect(outcome.waits).toHaveLength(2);
  engine.close();
});

test.each(['self-signed', 'expired', 'wrong-host'] as const)(
  'a certificate that is %s: not a word is sent',
  async (kind) => {
    const tls = await tlsServers();
    const engine = startEngine({ address: tls.addresses[kind] });
    await holds(engine, await engine.ask('Why?'), 'TLS_FAILED');
    expect(tls.asked).toEqual([]);
    engine.close();
    await tls.close();
  },
);

test('an https address where no TLS is spoken', async () => {
  const tls = await tlsServers();
  const engine = startEngine({ address: tls.notTls });
  await holds(engine, await engine.ask('Why?'), 'TLS_FAILED');
  engine.close();
  await tls.close();
});

test.each([
  ['before the server has heard of it', 0],
  ['while the answer comes', 1],
] as const)('a stop %s closes the connection at once and keeps the words', async (_, words) => {
  const engine = startEngine({ address: server.address, patience: {} });
  server.fail('stall');
  let stopped = 0;
  const stop = (answerId: string) => {
    stopped ||= performance.now();
    engine.app.turns.stop(answerId);
  };
  engine.listen((event) => {
    if (words > 0 && event.name === 'turn.delta') queueMicrotask(() => stop(event.answerId));
  });
  const ending = engine.ask('Why?');
  const answerId = engine.app.turns.transcript(engine.conversationId).leafId ?? '';
  const question = await Promise.race([server.asked(1), ending]);
  if (words === 0) stop(answerId);
  const { answer, shown } = await ending;
  expect(performance.now() - stopped).toBeLessThan(100);
  expect([answer.status, answer.text]).toEqual(['stopped', shown]);
  if ('closed' in question) await question.closed;
  expect((await engine.ask('And red?')).answer.status).toBe('done');
  count += 1;
  engine.close();
});

test.each([
  ['unverified-for-streams', 'stream'],
  ['unverified-for-summaries', 'reasoning.summary'],
  ['sealed-elsewhere', 'input.reasoning'],
] as const)('%s: it is asked once more without, and the answer is whole', async (name, parameter) => {
  const engine = startEngine({ address: server.address });
  server.fail(name);
  const { answer } = await engine.ask('Why?');
  expect(answer).toMatchObject({ status: 'done', text: faults.ok.text });
  expect(answer.parts).toMatchObject([{ kind: 'left-out', parameter }]);
  expect(server.questions).toHaveLength(2);
  engine.close();
});

test('two questions in one tick are one request, and the second is refused', async () => {
  const engine = startEngine({ address: server.address });
  const first = engine.ask('Why?');
  expect(() => engine.ask('Why?')).toThrow('still being written');
  await first;
  expect(server.questions).toHaveLength(1);
  engine.close();
});
