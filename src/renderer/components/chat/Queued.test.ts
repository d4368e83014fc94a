import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import Queued from './Queued.svelte';

async function setUp(busy: boolean) {
  const on = { onsend: vi.fn(), onedit: vi.fn(), onremove: vi.fn() };
  await render(Queued, { text: 'And red?', busy, ...on });
  return on;
}

test('while an answer is written it waits by itself, and can be taken back', async () => {
  const { onedit, onremove } = await setUp(true);
  await expect
    .element(page.getByRole('region', { name: 'Queued message' }).getByText('And red?'))
    .toBeVisible();
  expect(page.getByRole('button', { name: 'Send now' }).query()).toBeNull();
  await page.getByRole('button', { name: 'Edit' }).click();
  await page.getByRole('button', { name: 'Remove' }).click();
  expect([onedit.mock.calls.length, onremove.mock.calls.length]).toEqual([1, 1]);
});

test('when the answer did not end well it waits for a word', async () => {
  const { onsend } = await setUp(false);
  await page.getByRole('button', { name: 'Send now' }).click();
  expect(onsend).toHaveBeenCalledOnce();
});
