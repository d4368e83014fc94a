import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { Model } from '../../../shared/model';
import ShutdownNote from './ShutdownNote.svelte';

const mini: Model = {
  id: 'gpt-5-mini',
  name: 'GPT-5 mini',
  shutdownAt: Date.UTC(2026, 11, 11),
  replacement: 'gpt-6.1-terra',
  contextWindow: null,
  maxInput: null,
  maxOutput: null,
  images: true,
  reasons: true,
  efforts: [],
  defaultEffort: null,
  verbosity: true,
  price: null,
};

test('a model that ends soon says so, and what takes its place is one click away', async () => {
  const onreplace = vi.fn();
  await render(ShutdownNote, { model: mini, now: Date.UTC(2026, 10, 22), onreplace });
  await expect
    .element(page.getByText('GPT-5 mini ends 11 Dec 2026 · GPT-6.1 Terra takes its place.'))
    .toBeVisible();
  await page.getByRole('button', { name: 'Use GPT-6.1 Terra' }).click();
  expect(onreplace).toHaveBeenCalledExactlyOnceWith('gpt-6.1-terra');
});

test('a model that lasts longer says nothing', async () => {
  await render(ShutdownNote, { model: mini, now: Date.UTC(2026, 8, 1) });
  expect(page.getByRole('note').elements()).toEqual([]);
});
