import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { RequestItem } from '../../../shared/request';
import RequestItems from './RequestItems.svelte';

const item = (id: string, change: Partial<RequestItem> = {}): RequestItem => ({
  ...{ id, kind: 'question', words: `Words of ${id}`, tokens: 1200, micros: 12_000, leftOut: false },
  ...change,
});
const items = [
  item('instructions', { kind: 'instructions', words: 'Be brief.', micros: null }),
  item('q1'),
  item('message', { kind: 'message', words: 'And then?' }),
];

test('each item has its kind, words, tokens and cost; the new message cannot be left out', async () => {
  await render(RequestItems, { items, leaveOut: [], onsend: () => undefined });
  await expect.element(page.getByRole('row', { name: 'You Words of q1 1,200 $0.012' })).toBeVisible();
  await expect.element(page.getByRole('cell', { name: '–' })).toBeVisible();
  await expect.element(page.getByText('And then?')).toBeVisible();
  expect(page.getByRole('checkbox').elements()).toHaveLength(2);
});

test('the space bar leaves an item out, and takes it along again', async () => {
  const onsend = vi.fn();
  const { rerender } = await render(RequestItems, { items, leaveOut: [], onsend });
  await userEvent.tab();
  await userEvent.keyboard(' ');
  expect(onsend).toHaveBeenLastCalledWith('instructions', false);
  await rerender({ leaveOut: ['instructions'] });
  await expect.element(page.getByRole('checkbox', { name: 'Instructions Be brief.' })).not.toBeChecked();
  await userEvent.keyboard(' ');
  expect(onsend).toHaveBeenLastCalledWith('instructions', true);
});

test('while nothing can be left out it says why', async () => {
  await render(RequestItems, { items, leaveOut: [], fixed: 'Not now.', onsend: () => undefined });
  await expect.element(page.getByText('Not now.')).toBeVisible();
  await expect.element(page.getByRole('checkbox', { name: 'You Words of q1' })).toBeDisabled();
});

test('of two thousand items two hundred are drawn, and the rest when it is asked for', async () => {
  const many = Array.from({ length: 2000 }, (_, index) => item(`q${index}`));
  await render(RequestItems, { items: many, leaveOut: [], onsend: () => undefined });
  expect(page.getByRole('checkbox').elements()).toHaveLength(200);
  await page.getByRole('button', { name: 'Show all 2,000' }).click();
  await expect.element(page.getByRole('checkbox', { name: 'You Words of q200' })).toHaveFocus();
  expect(document.querySelectorAll('input[type="checkbox"]')).toHaveLength(2000);
});
