import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { nothingSpent, type Receipt } from '../../../shared/money';
import AnswerCost from './AnswerCost.svelte';

const spent = { ...nothingSpent, calls: 2, input: 500, output: 112, micros: 4_200 };
const receipt: Receipt = {
  ...{ id: 'r', at: 0, kind: 'answer', outcome: 'completed', conversationId: 'c', messageId: 'm' },
  ...{ accountId: 'a', accountName: 'OpenAI', asked: 'gpt-6.2-sol', model: 'gpt-6.2-sol', tier: null },
  ...{ tools: {}, toolMicros: 0, micros: 4_200, prices: '2026-11-22', estimated: true },
  usage: { input: 500, cached: 0, cacheWritten: 0, output: 112, reasoning: 0 },
};

test('tokens and cost stand below the answer, and a click shows the receipts', async () => {
  const receipts = vi.fn(() => Promise.resolve([receipt]));
  await render(AnswerCost, { spent, receipts });
  expect(receipts).not.toHaveBeenCalled();
  await page.getByRole('button', { name: 'Receipt: 612 tokens · $0.0042' }).click();
  const dialog = page.getByRole('dialog', { name: 'Receipt' });
  await expect.element(dialog.getByText('≈ $0.0042')).toBeVisible();
  await expect.element(dialog.getByText('Estimated: the server did not say what it counted.')).toBeVisible();
});

test('receipts that cannot be read say so', async () => {
  await render(AnswerCost, { spent, receipts: () => Promise.reject(new Error('no')) });
  await page.getByRole('button').click();
  await expect.element(page.getByRole('dialog')).toHaveTextContent('The receipts could not be read.');
});
