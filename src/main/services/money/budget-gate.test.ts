import { expect, test } from 'vitest';
import { randomFrom } from '../../../../tests/core/random';
import { type Budgets, nothingSpent, type Receipt } from '../../../shared/money';
import { openLibrary } from '../../storage/open-library';
import { BudgetGate, type Wish } from './budget-gate';

const NOON = new Date(2026, 10, 27, 12).getTime();
const none: Budgets = { day: null, month: null, conversation: null };

function setUp(budgets: Partial<Budgets>, now = NOON) {
  const library = openLibrary(':memory:');
  const gate = new BudgetGate({ ...library, budgets: () => ({ ...none, ...budgets }), now: () => now });
  const spend = (micros: number, at = now, conversationId = 'here') =>
    library.receipts.add(receipt({ id: crypto.randomUUID(), micros, at, conversationId }));
  return { gate, library, spend };
}

const receipt = (changes: Partial<Receipt>): Receipt => ({
  ...{ id: 'r', at: NOON, kind: 'answer', outcome: 'completed', conversationId: 'here', messageId: null },
  ...{ accountId: 'a', accountName: 'OpenAI', asked: 'm', model: 'm', tier: null, tools: {}, toolMicros: 0 },
  ...{ usage: { input: 0, cached: 0, cacheWritten: 0, output: 0, reasoning: 0 }, micros: 0, prices: 'p' },
  estimated: false,
  ...changes,
});

/** A call whose input costs ten cents, and whose output ten micro-dollars a token. */
const wish = (changes: Partial<Wish> = {}): Wish => ({
  ...{ id: crypto.randomUUID(), conversationId: 'here', costOf: (tokens) => 100_000 + tokens * 10 },
  ...{ most: 5_000, bounded: true, maybeFree: false, beyond: false },
  ...changes,
});

test('without a budget every call passes, as long as it likes', () => {
  const { gate } = setUp({});
  expect(gate.watches).toBe(false);
  expect(gate.admit(wish())).toEqual({ reserved: 0, outputTokens: null });
});

test('ten calls of $0.15 at once against $1.00: six leave', () => {
  const { gate } = setUp({ day: 1_000_000 });
  const tried = Array.from({ length: 10 }, () => {
    try {
      return gate.admit(wish({ costOf: () => 150_000, bounded: false })).reserved;
    } catch (thrown) {
      return thrown;
    }
  });
  expect(tried.filter((reserved) => reserved === 150_000)).toHaveLength(6);
  expect(tried.slice(6)).toEqual(
    Array.from({ length: 4 }, () => expect.objectContaining({ code: 'BUDGET_REACHED' })),
  );
});

test('a call may write only as much as the rest of the budget pays for', () => {
  const { gate } = setUp({ day: 120_000 });
  expect(gate.admit(wish())).toEqual({ reserved: 120_000, outputTokens: 2_000 });
});

test('an answer that could not even be short is not asked for, and the card is told why', () => {
  const { gate } = setUp({ day: 105_000, month: 200_000 });
  expect(() => gate.admit(wish())).toThrow(
    expect.objectContaining({
      code: 'BUDGET_REACHED',
      details: { budget: { period: 'day', limit: 105_000, left: 105_000, needed: 110_000 } },
    }),
  );
});

test('where much is left an answer may be longer than usual', () => {
  const { gate } = setUp({ month: 20_000_000 });
  expect(gate.admit(wish({ most: 128_000 })).outputTokens).toBe(128_000);
  expect(gate.admit(wish({ most: 1_000_000 })).outputTokens).toBe(176_200); // a tenth of what is left then
});

test('what is set aside is free again once the receipt is written', () => {
  const { gate } = setUp({ day: 150_000 });
  const first = wish();
  gate.admit(first);
  expect(() => gate.admit(wish())).toThrow();
  gate.release(first.id);
  expect(gate.admit(wish()).reserved).toBe(150_000);
});

test('yesterday counts for the month, and last month for nothing', () => {
  const { gate, spend } = setUp({ day: 200_000, month: 300_000 });
  spend(100_000, new Date(2026, 10, 26, 23, 59).getTime());
  spend(900_000, new Date(2026, 9, 31, 23, 59).getTime());
  expect(gate.admit(wish()).reserved).toBe(150_000); // the day allows it, with all its receipts of yesterday
  expect(() => gate.admit(wish())).toThrow(expect.objectContaining({ code: 'BUDGET_REACHED' }));
});

test('the budget of a conversation is its own', () => {
  const { gate, spend } = setUp({ conversation: 150_000 });
  spend(100_000);
  expect(() => gate.admit(wish())).toThrow(
    expect.objectContaining({ details: { budget: expect.objectContaining({ period: 'conversation' }) } }),
  );
  expect(gate.admit(wish({ conversationId: 'elsewhere' })).reserved).toBe(150_000);
});

test('a call that the user lets through passes, and is set aside for the others', () => {
  const { gate } = setUp({ day: 10_000 });
  expect(gate.admit(wish({ beyond: true }))).toEqual({ reserved: 150_000, outputTokens: null });
});

test('without a price no budget can be kept, but another server may be free', () => {
  const { gate } = setUp({ day: 1_000_000 });
  expect(() => gate.admit(wish({ costOf: () => null }))).toThrow(
    expect.objectContaining({ code: 'BUDGET_BLIND' }),
  );
  expect(gate.admit(wish({ costOf: () => null, maybeFree: true })).reserved).toBe(0);
});

test(
  'whatever calls come and go, receipts and what is set aside stay within every budget',
  { timeout: 60_000 },
  () => {
    const random = randomFrom(20261127);
    for (let run = 0; run < 200; run += 1) {
      const limits = {
        day: pick(random, 2_000_000),
        month: pick(random, 4_000_000),
        conversation: pick(random, 900_000),
      };
      const { gate, library, spend } = setUp(limits);
      const open: { readonly id: string; readonly reserved: number; readonly conversationId: string }[] = [];
      for (let step = 0; step < 60; step += 1) {
        const ending = open[Math.floor(random() * open.length)];
        if (ending && random() < 0.4) {
          open.splice(open.indexOf(ending), 1);
          spend(Math.floor(ending.reserved * random()), NOON, ending.conversationId);
          gate.release(ending.id);
          continue;
        }
        const [input, each] = [pick(random, 200_000), 1 + pick(random, 60)];
        const asked = wish({
          conversationId: random() < 0.5 ? 'here' : 'there',
          costOf: (tokens) => input + tokens * each,
          most: 1 + pick(random, 130_000),
          bounded: random() < 0.8,
        });
        try {
          const { reserved } = gate.admit(asked);
          open.push({ id: asked.id, reserved, conversationId: asked.conversationId ?? '' });
        } catch (thrown) {
          expect(thrown).toMatchObject({ code: 'BUDGET_REACHED' });
        }
        const held = (ones: typeof open) => ones.reduce((sum, { reserved }) => sum + reserved, 0);
        expect(library.receipts.since(0) + held(open)).toBeLessThanOrEqual(
          Math.min(limits.day, limits.month),
        );
        for (const id of ['here', 'there']) {
          const here = held(open.filter(({ conversationId }) => conversationId === id));
          expect(library.receipts.inConversation(id).micros + here).toBeLessThanOrEqual(limits.conversation);
        }
      }
    }
  },
);

test('a receipt never changes', () => {
  const { library, spend } = setUp({});
  spend(5);
  expect(() => library.db.run(`UPDATE receipt SET micros = 4`)).toThrow('never changes');
  expect(library.receipts.inConversation('here')).toEqual({ ...nothingSpent, calls: 1, micros: 5 });
});

const pick = (random: () => number, below: number) => Math.floor(random() * below);
