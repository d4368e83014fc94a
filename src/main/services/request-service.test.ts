import { expect, test } from 'vitest';
import { AppError } from '../../shared/errors';
import type { Price } from '../../shared/money';
import { RequestService } from './request-service';
import { rayleigh, setUp, turn, type World } from './test-world';
import { TokenEstimates } from './token-estimates';

const { answerId, conversationId, questionId } = turn;
const price: Price = { input: 2, cachedInput: 0.1, cacheWrite: null, output: 10, longContext: null };
const draft = {
  conversationId,
  parentId: null,
  text: 'Why?',
  model: 'gpt-6.2-sol',
  options: turn.options,
  leaveOut: [],
};

function service(world: World = {}, now = 1) {
  const counted: string[] = [];
  const all = setUp(rayleigh, world);
  const { library, model, requests } = all;
  const counter = {
    count: (texts: readonly string[]) => {
      counted.push(...texts);
      return Promise.resolve(texts.map(({ length }) => length));
    },
    close: () => undefined,
  };
  const prices = {
    priceOf: () => price,
    cost: ({
      usage: { input, cached, output },
    }: {
      usage: { input: number; cached: number; output: number };
    }) => ({
      micros: (input - cached) * 2 + cached / 10 + output * 10,
      toolMicros: 0,
      version: 'test',
    }),
  };
  const estimates = new TokenEstimates(counter);
  return {
    ...all,
    counted,
    service: new RequestService({ ...library, requests, estimates, model, prices, now: () => now }),
  };
}

test('a first question is its own text, with a little around it', async () => {
  const { service: requests } = service();
  expect(await requests.estimate(draft)).toEqual({
    ...{ message: 8, total: 11, limit: 922_000, inputMicros: 22 },
    ...{ outputMicros: 128_000 * 10, uncachedMicros: 0 },
  });
});

test('an answer may cost no more than the longest that is wanted', async () => {
  const { service: requests } = service({ settings: { longestAnswer: 2_000 } });
  expect((await requests.estimate(draft)).outputMicros).toBe(20_000);
});

test('no more is asked of a model than it can write', async () => {
  const { service: requests } = service({ settings: { longestAnswer: 32_000 } });
  expect((await requests.estimate({ ...draft, model: 'gpt-4o' })).outputMicros).toBe(163_840);
});

test('instructions and earlier messages are counted with it, stored ones once', async () => {
  const { service: requests, turns, heard, counted } = service({ settings: { instructions: 'Be brief.' } });
  turns.start(turn);
  await heard('turn.ended');
  const first = await requests.estimate({ ...draft, parentId: answerId });
  expect(first.total).toBe(
    3 + 4 * 4 + 'Be brief.'.length + turn.text.length + 'Rayleigh'.length + 'Why?'.length,
  );
  await requests.estimate({ ...draft, parentId: answerId, text: 'Why not?' });
  expect(counted.filter((text) => text === turn.text)).toHaveLength(1);
});

test('the inspection names every item, and one that is left out costs nothing', async () => {
  const { service: requests, turns, heard } = service({ settings: { instructions: 'Be brief.' } });
  turns.start(turn);
  await heard('turn.ended');
  const leaveOut = [answerId];
  const { items, estimate, countable } = await requests.inspect({ ...draft, parentId: answerId, leaveOut });
  expect(items.map(({ id, kind, leftOut }) => [id, kind, leftOut])).toEqual([
    ['instructions', 'instructions', false],
    [questionId, 'question', false],
    [answerId, 'answer', true],
    ['message', 'message', false],
  ]);
  const sent = items.filter(({ leftOut }) => !leftOut).reduce((sum, { tokens }) => sum + tokens, 3);
  expect(estimate.total).toBe(sent);
  expect(countable).toBe(true);
});

test('what the server may still have in its cache is cheaper, and what it has lost is told', async () => {
  const long = 'x'.repeat(20_000);
  const { service: requests, turns, library, heard } = service({}, 10);
  turns.start({ ...turn, text: long });
  await heard('turn.ended');
  const next = { ...draft, parentId: answerId };
  const cold = await requests.estimate(next);
  expect(cold.uncachedMicros).toBeGreaterThan(10_000);
  const [receipt] = library.receipts.of(answerId);
  if (!receipt) throw new Error('There is no receipt.');
  library.receipts.add({ ...receipt, id: 'later', usage: { ...receipt.usage, input: 20_008 } });
  const warm = await requests.estimate(next);
  expect(warm.uncachedMicros).toBe(0);
  expect(warm.inputMicros).toBeLessThan((cold.inputMicros ?? 0) / 10);
});

test('only OpenAI’s own server is asked to count', async () => {
  const { service: own } = service();
  expect(await own.count(draft)).toBe(1);
  const { service: other } = service({ address: 'http://127.0.0.1:11434/v1' });
  await expect(other.count(draft)).rejects.toThrow(AppError);
  expect((await other.inspect(draft)).countable).toBe(false);
});

test('a count has a receipt that costs nothing', async () => {
  const { service: requests, library } = service();
  await requests.count(draft);
  expect(library.receipts.inConversation(conversationId)).toMatchObject({ calls: 1, micros: 0, unpriced: 0 });
});

test('a question that is asked without messages is asked without them at every try', async () => {
  const { turns, asked, heard, stored } = service({ settings: { instructions: 'Be brief.' } });
  turns.start(turn);
  await heard('turn.ended');
  const second = { questionId: crypto.randomUUID(), answerId: crypto.randomUUID() };
  turns.start({
    ...turn,
    ...second,
    parentId: answerId,
    text: 'And?',
    leaveOut: [questionId, 'instructions'],
  });
  await heard('turn.ended', 2);
  turns.again({ ...turn, ...second, answerId: crypto.randomUUID() });
  await heard('turn.ended', 3);
  for (const request of asked.slice(1)) {
    expect(request.instructions).toBeNull();
    expect(request.history.map(({ text }) => text)).toEqual(['Rayleigh', 'And?']);
  }
  expect(stored()).toHaveLength(5);
  const { messages } = turns.transcript(conversationId);
  expect(messages.map(({ leftOut }) => leftOut)).toEqual([
    ...[undefined, undefined, [questionId, 'instructions'], undefined, undefined],
  ]);
});
