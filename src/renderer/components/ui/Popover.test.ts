import { createRawSnippet } from 'svelte';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import Popover from './Popover.svelte';

async function setUp() {
  const before = document.createElement('textarea');
  document.body.append(before);
  before.focus();
  const { rerender } = await render(Popover, {
    label: 'Model',
    panelLabel: 'Models',
    children: createRawSnippet(() => ({ render: () => '<span>Model</span>' })),
    panel: createRawSnippet(() => ({ render: () => '<input aria-label="Find" />' })),
  });
  return { before, rerender };
}

test('opened by a shortcut it has the focus, which goes back to where one was', async () => {
  const { before, rerender } = await setUp();
  await rerender({ open: true });
  await expect.element(page.getByRole('dialog', { name: 'Models' })).toBeVisible();
  expect(document.activeElement).toBe(page.getByRole('textbox', { name: 'Find' }).element());
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => page.getByRole('dialog').elements()).toEqual([]);
  expect(document.activeElement).toBe(before);
  before.remove();
});

test('its button opens and closes it', async () => {
  const { before } = await setUp();
  const button = page.getByRole('button', { name: 'Model' });
  await button.click();
  await expect.element(page.getByRole('textbox', { name: 'Find' })).toHaveFocus();
  await expect.element(button).toHaveAttribute('aria-expanded', 'true');
  await button.click();
  await expect.element(button).toHaveAttribute('aria-expanded', 'false');
  before.remove();
});
