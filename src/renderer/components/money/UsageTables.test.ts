import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { UsageReport } from '../../../shared/contract/usage';
import { nothingSpent } from '../../../shared/money';
import UsageTables from './UsageTables.svelte';

const spent = (micros: number, change = {}) => ({
  ...nothingSpent,
  ...{ calls: 1, input: 1000, cached: 610, output: 200, micros },
  ...change,
});
const report: UsageReport = {
  total: spent(1_840_123, { calls: 3 }),
  days: [
    { day: '2026-11-21', spent: spent(1), models: [] },
    { day: '2026-11-22', spent: spent(2), models: [] },
  ],
  models: [
    { model: 'gpt-6.2-sol', spent: spent(1_840_123) },
    { model: 'llama', spent: spent(0, { unpriced: 1 }) },
    { model: 'gpt-6-luna', spent: spent(20_000, { estimated: 1 }) },
  ],
  accounts: [{ id: 'acc', name: 'OpenAI', spent: spent(1) }],
  kinds: [{ kind: 'title', spent: spent(1) }],
  conversations: [
    { id: 'trip', title: 'Trip to Lisbon', deleted: false, spent: spent(4) },
    { id: 'old', title: 'Old plans', deleted: true, spent: spent(3) },
    { id: 'gone', title: null, deleted: true, spent: spent(2) },
    { id: null, title: null, deleted: false, spent: spent(1) },
  ],
  others: { count: 12, spent: spent(9) },
};

async function setUp() {
  const onopen = vi.fn();
  await render(UsageTables, { report, name: (model) => model.toUpperCase(), onopen });
  const by = (part: string) => page.getByRole('radio', { name: part }).click();
  const column = (index: number) =>
    [...document.querySelectorAll('tr')].map((row) => row.cells[index]?.textContent.trim());
  return { onopen, by, column };
}

test('models are listed with their cost: unknown as unknown, an estimate as such, and every micro-dollar told', async () => {
  const { column } = await setUp();
  expect(column(0)).toEqual(['Model', 'GPT-6.2-SOL', 'LLAMA', 'GPT-6-LUNA', 'All']);
  expect(column(5)).toEqual(['Cost', '$1.84', 'price unknown', '≈ $0.02', '$1.84']);
  expect(column(3)).toEqual(['Cached', '61 %', '61 %', '61 %', '61 %']);
  await expect.element(page.getByTitle('$1.840123').first()).toBeVisible();
  expect(document.querySelector('tfoot data')?.getAttribute('value')).toBe('1840123');
});

test('the same can be seen by day, the newest first, by account and by kind', async () => {
  const { by, column } = await setUp();
  await by('Day');
  await expect.element(page.getByRole('table', { name: 'Usage by day' })).toBeVisible();
  expect(column(0)).toEqual(['Day', 'Sun 22 Nov 2026', 'Sat 21 Nov 2026', 'All']);
  await by('Account');
  await expect.poll(() => column(0)).toEqual(['Account', 'OpenAI', 'All']);
  await by('Kind');
  await expect.poll(() => column(0)).toEqual(['Kind', 'Titles', 'All']);
});

test('a chat opens by its name; one that is deleted says so and does not', async () => {
  const { by, column, onopen } = await setUp();
  await by('Chat');
  await expect
    .poll(() => column(0))
    .toEqual([
      ...['Chat', 'Trip to Lisbon', 'Old plans (deleted)', 'A deleted chat', 'Outside of any chat'],
      ...['12 other chats', 'All'],
    ]);
  expect(page.getByRole('button').elements()).toHaveLength(1);
  await page.getByRole('button', { name: 'Trip to Lisbon' }).click();
  expect(onopen).toHaveBeenCalledWith('trip');
});
