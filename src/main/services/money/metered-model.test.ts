import { expect, test, vi } from 'vitest';
import { AppError } from '../../../shared/errors';
import type { Budgets } from '../../../shared/money';
import type { AnswerEvent } from '../chat-model';
import { completed, neverEnding, options, rayleigh, response, setUp, text, turn } from '../test-world';

const { answerId, conversationId, questionId } = turn;
const budgets = (changes: Partial<Budgets>) => ({
  settings: { budgets: { day: null, month: null, conversation: null, ...changes } },
});

test('an answer leaves a receipt of what the server counted, before its end is told', async () => {
  const { turns, library, events, heard } = setUp(rayleigh);
  turns.start(turn);
  await heard('turn.ended');
  expect(library.receipts.of(answerId)).toEqual([
    expect.objectContaining({
      ...{ kind: 'answer', outcome: 'completed', conversationId, messageId: answerId, asked: 'gpt-6.2-sol' },
      ...{ accountId: 'acc', accountName: 'OpenAI', micros: 34, prices: 'test', estimated: false },
      usage: { input: 7, cached: 0, cacheWritten: 0, output: 2, reasoning: 0 },
    }),
  ]);
  const names = events.map(({ name }) => name);
  expect(names.indexOf('money.spent')).toBeLessThan(names.indexOf('turn.ended'));
  expect(library.openCalls.all()).toEqual([]);
});

test('a conversation tells what it has cost, and each of its answers', async () => {
  const { turns, heard } = setUp(rayleigh);
  turns.start(turn);
  await heard('turn.ended');
  turns.again({ conversationId, questionId, answerId: crypto.randomUUID(), model: turn.model, options });
  await heard('turn.ended', 2);
  const { spending } = turns.transcript(conversationId);
  expect(spending.all).toMatchObject({ calls: 2, micros: 68, input: 14, output: 4 });
  expect(spending.answers[answerId]).toMatchObject({ calls: 1, micros: 34 });
});

test('a try that the server refused costs nothing, and has a receipt, too', async () => {
  let tries = 0;
  const { turns, library, heard } = setUp(async function* () {
    tries += 1;
    if (tries === 1) throw new AppError('OVERLOADED', 'Busy.', { details: { status: 503, retryAfterMs: 0 } });
    yield* rayleigh();
  });
  turns.start(turn);
  await heard('turn.ended');
  expect(
    library.receipts.of(answerId).map(({ outcome, micros, estimated }) => [outcome, micros, estimated]),
  ).toEqual([
    ['failed', 0, false],
    ['completed', 34, false],
  ]);
});

test('a stopped answer is estimated from its question and its words, and says so', async () => {
  const { turns, library, heard } = setUp(async function* (_, signal) {
    yield text('Ray');
    await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
  });
  turns.start(turn);
  await heard('turn.delta');
  turns.stop(answerId);
  await heard('money.spent');
  expect(library.receipts.of(answerId)).toEqual([
    expect.objectContaining({
      ...{ outcome: 'stopped', estimated: true, micros: turn.text.length * 2 + 3 * 10 },
      usage: { input: turn.text.length, cached: 0, cacheWritten: 0, output: 3, reasoning: 0 },
    }),
  ]);
});

test('a connection that breaks in mid-answer is estimated, and one that never came about is free', async () => {
  const broken = setUp(async function* () {
    yield text('Ray');
    throw new AppError('CONNECTION_LOST', 'Gone.');
  });
  broken.turns.start(turn);
  await broken.heard('money.spent');
  expect(broken.library.receipts.of(answerId)).toEqual([
    expect.objectContaining({ outcome: 'failed', estimated: true, micros: turn.text.length * 2 + 30 }),
  ]);
  const unreached = setUp(
    // eslint-disable-next-line require-yield -- it fails before its first word
    async function* () {
      throw new AppError('TLS_FAILED', 'No.');
    },
  );
  unreached.turns.start(turn);
  await unreached.heard('money.spent');
  expect(unreached.library.receipts.of(answerId)).toEqual([
    expect.objectContaining({ outcome: 'failed', estimated: false, micros: 0 }),
  ]);
});

test('an answer that the server did not count is estimated', async () => {
  const { turns, library, heard } = setUp(async function* () {
    yield text('Rayleigh');
    yield { ...completed, response: { id: 'r' } } as AnswerEvent;
  });
  turns.start(turn);
  await heard('money.spent');
  expect(library.receipts.of(answerId)[0]).toMatchObject({ outcome: 'completed', estimated: true });
});

test('what a crash left open is estimated at the next start, as interrupted', async () => {
  const { turns, library, model, heard } = setUp(neverEnding);
  turns.start(turn);
  await heard('turn.delta');
  turns.close();
  await model.recover(library.openCalls.all(), (id) => library.messages.find(id)?.text ?? '');
  expect(library.receipts.of(answerId)).toEqual([
    expect.objectContaining({
      outcome: 'interrupted',
      estimated: true,
      usage: expect.objectContaining({ output: 3 }),
    }),
  ]);
  expect(library.openCalls.all()).toEqual([]);
});

test('a compaction has a receipt of its own kind', async () => {
  const { library, model, requests } = setUp(rayleigh);
  const request = await requests.make({
    ...{ kind: 'compaction', conversationId, model: turn.model, options, history: [] },
  });
  await model.compact(request, new AbortController().signal);
  expect(library.receipts.inConversation(conversationId)).toMatchObject({ calls: 1 });
});

test('a call over the budget does not leave', async () => {
  const { turns, asked, events, library, heard } = setUp(rayleigh, budgets({ day: 30 }));
  turns.start(turn);
  await heard('turn.ended');
  expect(asked).toEqual([]);
  expect(events.at(-1)).toMatchObject({ answer: { status: 'failed', error: { code: 'BUDGET_REACHED' } } });
  expect(library.receipts.of(answerId)).toEqual([]);
});

test('unless the user sends it all the same', async () => {
  const { turns, asked, heard } = setUp(rayleigh, budgets({ day: 30 }));
  turns.start({ ...turn, beyondBudget: true });
  await heard('turn.ended');
  expect(asked).toHaveLength(1);
  expect(asked[0]?.maxOutputTokens).toBeNull();
});

test('under a budget the server is told how long the answer may be', async () => {
  const { turns, asked, heard } = setUp(rayleigh, budgets({ month: 20_000 }));
  turns.start(turn);
  await heard('turn.ended');
  expect(asked[0]?.maxOutputTokens).toBe((20_000 - turn.text.length * 2) / 10);
});

test('ten turns at once spend no more than the budget', async () => {
  const limit = 100_000;
  const { turns, library, asked, events } = setUp(
    async function* ({ maxOutputTokens }) {
      await Promise.resolve();
      yield text('…');
      const usage = { input_tokens: turn.text.length, output_tokens: maxOutputTokens ?? 1e9 };
      yield { ...completed, response: { ...response, usage } } as AnswerEvent;
    },
    budgets({ day: limit }),
  );
  for (let index = 0; index < 10; index += 1) {
    const ids = {
      conversationId: crypto.randomUUID(),
      questionId: crypto.randomUUID(),
      answerId: crypto.randomUUID(),
    };
    turns.start({ ...turn, ...ids });
  }
  await vi.waitFor(() => expect(events.filter(({ name }) => name === 'turn.ended')).toHaveLength(10));
  expect(library.receipts.since(0)).toBeLessThanOrEqual(limit);
  expect(asked.length).toBeGreaterThan(0);
  expect(asked.length).toBeLessThan(10);
});
