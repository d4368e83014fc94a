import { expect, test } from 'vitest';
import type { Check, Finding } from '../../shared/doctor';
import type { HttpAnswer } from '../../../tests/fakes/openai-errors';
import { mustBeVerified, noCredit, rateLimited, refusal, wrongKey } from '../../../tests/fakes/openai-errors';
import { startOpenAiServer, type OpenAiServer } from '../../../tests/fakes/openai-server';
import { OpenAiModel } from '../openai/openai-model';
import { OpenAiServer as Server } from '../openai/openai-server';
import { KeyDoctor } from './key-doctor';
import { setUp as setUpWorld } from './test-world';

/** OpenAI's own address, as far as the doctor can tell; the requests go to the server of the test. */
const OPENAI = 'https://api.openai.com/v1';

async function setUp(world: { key?: string | null; model?: string; budgets?: number } = {}) {
  const { key = 'sk-right', model: defaultModel = 'gpt-6.2-sol', budgets } = world;
  const server = await startOpenAiServer({ key: 'sk-right' });
  const fetch: typeof globalThis.fetch = (input, init) => {
    const url = String(input instanceof Request ? input.url : input);
    return globalThis.fetch(url.replace(OPENAI, server.address), init);
  };
  const direct = new OpenAiModel({ fetch, report: () => undefined, patience: { silenceMs: 2000 } });
  const limits =
    budgets === undefined ? {} : { settings: { budgets: { day: budgets, month: null, conversation: null } } };
  const { model, library } = setUpWorld((request, signal) => direct.answer(request, signal), limits);
  const account = {
    ...{ id: 'acc', name: 'OpenAI', address: OPENAI, needsKey: true, organization: null, project: null },
    ...({ api: 'responses', defaultModel, isDefault: true } as const),
  };
  const connection = () =>
    Promise.resolve({
      accountId: 'acc',
      address: OPENAI,
      key,
      organization: null,
      project: null,
      api: 'responses' as const,
    });
  const doctor = new KeyDoctor({
    accounts: { all: () => [account], connection },
    server: new Server(fetch),
    model,
    prices: {
      cost: ({ usage }) => ({ micros: usage.input * 2 + usage.output * 10, toolMicros: 0, version: '' }),
    },
    now: () => 1,
  });
  return { server, doctor, library };
}

const told = (findings: readonly Finding[]) =>
  Object.fromEntries(
    findings.map(({ check, verdict, reason }) => [check, `${verdict}: ${reason}`]),
  ) as Record<Check, string>;

async function looked(
  world: Parameters<typeof setUp>[0],
  prepare: (server: OpenAiServer) => void = () => undefined,
) {
  const { server, doctor } = await setUp(world);
  prepare(server);
  const examination = await doctor.look('acc');
  await server.close();
  return examination;
}

async function asked(...answers: HttpAnswer[]) {
  const { server, doctor } = await setUp();
  server.script(...answers);
  const findings = await doctor.ask('acc');
  await server.close();
  return { findings, questions: server.questions };
}

test('an account in order is told by one free request, and by one tiny question', async () => {
  const { server, doctor, library } = await setUp();
  const { findings, micros, mayAsk } = await doctor.look('acc');
  expect(told(findings)).toEqual({ address: 'fine: reached', key: 'fine: accepted', model: 'fine: listed' });
  expect([mayAsk, micros]).toEqual([true, 240]);
  expect(server.questions).toHaveLength(0);
  expect(told(await doctor.ask('acc'))).toEqual({
    ...{ streaming: 'fine: allowed', summaries: 'fine: allowed' },
    ...{ credit: 'fine: credit', limits: 'unknown: untold' },
  });
  expect(server.questions).toMatchObject([
    { max_output_tokens: 16, stream: true, reasoning: { summary: 'auto' } },
  ]);
  expect(library.db.all('SELECT kind, outcome, conversation_id AS chat FROM receipt')).toEqual([
    { kind: 'check', outcome: 'completed', chat: null },
  ]);
  await server.close();
});

test.each<[string, HttpAnswer, string, Finding['page']]>([
  ['unknown', wrongKey(), 'problem: refused', 'keys'],
  ['revoked', refusal(401, 'Gone.', { code: 'account_deactivated' }), 'problem: revoked', 'keys'],
  ['too old', refusal(401, 'Over.', { code: 'api_key_expired' }), 'problem: expired', 'keys'],
  [
    'of another organization',
    refusal(401, 'No.', { code: 'mismatched_organization' }),
    'problem: organization',
    'organization',
  ],
  ['of another project', refusal(401, 'No.', { code: 'mismatched_project' }), 'problem: project', 'keys'],
  ['for other addresses', refusal(401, 'No.', { code: 'ip_not_authorized' }), 'problem: place', 'keys'],
  [
    'restricted',
    refusal(403, 'Missing scopes: api.model.read.', { code: 'missing_scope' }),
    'problem: permission',
    'keys',
  ],
  [
    'of a country that is not served',
    refusal(403, 'No.', { code: 'unsupported_country_region_territory' }),
    'problem: country',
    null,
  ],
])('a key that is %s is told, with the page that fixes it', async (_, answer, key, page) => {
  const { findings, mayAsk } = await looked({}, (server) => server.refuseModels(answer));
  expect(told(findings)).toEqual({ address: 'fine: reached', key, model: 'unknown: unseen' });
  expect(findings.find(({ check }) => check === 'key')?.page).toBe(page);
  expect(mayAsk).toBe(key === 'problem: permission');
});

test('a default model that is not offered is told', async () => {
  const { findings } = await looked({ model: 'gpt-gone' });
  expect(told(findings).model).toBe('problem: not-listed');
});

test('a server in trouble is no fault of the key', async () => {
  const { findings, mayAsk } = await looked({}, (server) => server.refuseModels(refusal(500, 'Sorry.')));
  expect(told(findings)).toEqual({
    address: 'problem: failed',
    key: 'unknown: unseen',
    model: 'unknown: unseen',
  });
  expect(findings[0]?.page).toBe('status');
  expect(mayAsk).toBe(false);
});

test('an organization that is not verified may have answers in one piece and without thoughts', async () => {
  const { findings, questions } = await asked(mustBeVerified(), mustBeVerified('reasoning.summary'));
  expect(told(findings)).toMatchObject({
    streaming: 'problem: unverified',
    summaries: 'problem: unverified',
    credit: 'fine: credit',
  });
  expect(findings[0]?.page).toBe('organization');
  expect(questions.map(({ stream }) => stream)).toEqual([true, false, false]);
});

test('no credit is told from a limit for now', async () => {
  const broke = await asked(noCredit());
  expect(told(broke.findings)).toMatchObject({ credit: 'problem: no-credit', streaming: 'unknown: unseen' });
  expect(broke.findings[2]?.page).toBe('billing');
  const busy = await asked(rateLimited(1));
  expect(told(busy.findings)).toMatchObject({ credit: 'unknown: unseen', limits: 'problem: limited' });
  expect(busy.findings[3]?.page).toBe('limits');
  expect(busy.questions).toHaveLength(1);
});

test('a budget that is used up keeps the question from being asked', async () => {
  const { server, doctor } = await setUp({ budgets: 0 });
  const findings = await doctor.ask('acc');
  expect(server.questions).toHaveLength(0);
  expect(findings[0]?.error?.code).toBe('BUDGET_REACHED');
  await server.close();
});

test('no key is in what is found', async () => {
  const { server, doctor } = await setUp({ key: 'sk-wrong-secret' });
  server.refuseModels(refusal(401, 'The key sk-wrong-secret is unknown.', { code: 'invalid_api_key' }));
  expect(JSON.stringify(await doctor.look('acc'))).not.toContain('sk-wrong-secret');
  await server.close();
});
