import { expect, test } from 'vitest';
import { nothingSpent, type Receipt } from '../../shared/money';
import { spentWords } from '../../shared/money-words';
import { callWords, receiptLines } from './receipt-words';

const receipt: Receipt = {
  ...{ id: 'r', at: 0, kind: 'answer', outcome: 'completed', conversationId: 'c', messageId: 'm' },
  ...{ accountId: 'a', accountName: 'OpenAI', asked: 'gpt-6.2-sol', model: 'gpt-6.2-sol', tier: 'default' },
  ...{ tools: {}, toolMicros: 0, micros: 10_400, prices: '2026-11-22', estimated: false },
  usage: { input: 1_240, cached: 0, cacheWritten: 0, output: 612, reasoning: 0 },
};

test('a receipt tells what was read and written, what it cost, and by which prices', () => {
  expect(receiptLines(receipt)).toEqual([
    ['Model', 'GPT-6.2 Sol'],
    ['Read', '1,240 tokens'],
    ['Written', '612 tokens'],
    ['Cost', '$0.01'],
    ['Prices as of', '22 Nov 2026'],
  ]);
});

test('it also tells of the cache, of thoughts, of tools and of the tier, where there was any', () => {
  const lines = receiptLines({
    ...receipt,
    ...{ tier: 'flex', tools: { web_search: 2 }, toolMicros: 20_000, prices: '2026-11-22 own' },
    usage: { input: 1_240, cached: 1_024, cacheWritten: 100, output: 612, reasoning: 500 },
  });
  expect(lines).toContainEqual(['Service tier', 'flex']);
  expect(lines).toContainEqual(['of it from the cache', '1,024 tokens']);
  expect(lines).toContainEqual(['of it written to the cache', '100 tokens']);
  expect(lines).toContainEqual(['of it thoughts', '500 tokens']);
  expect(lines).toContainEqual(['Web search', '2 ×']);
  expect(lines).toContainEqual(['Tools', '$0.02']);
  expect(lines).toContainEqual(['Prices as of', '22 Nov 2026 own']);
});

test('what is estimated says so, and no price is never nothing', () => {
  const lines = receiptLines({ ...receipt, estimated: true, micros: null, prices: 'none' });
  expect(lines).toContainEqual(['Read', '≈ 1,240 tokens']);
  expect(lines.at(-1)).toEqual(['Cost', 'price unknown']);
});

test('a call says what it was for and how it ended', () => {
  expect(callWords(receipt)).toBe('Answer');
  expect(callWords({ kind: 'title', outcome: 'failed' })).toBe('Title, failed');
});

test('a sum says what is estimated and what nobody knows', () => {
  expect(spentWords({ ...nothingSpent, calls: 1, micros: 4_000 })).toBe('$0.004');
  expect(spentWords({ ...nothingSpent, calls: 1, micros: 4_000, estimated: 1 })).toBe('≈ $0.004');
  expect(spentWords({ ...nothingSpent, calls: 1, unpriced: 1 })).toBe('price unknown');
  expect(spentWords({ ...nothingSpent, calls: 3, micros: 4_000, unpriced: 2 })).toBe(
    '$0.004 + 2 of unknown price',
  );
});
