import { createRawSnippet } from 'svelte';
import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import Menu from './Menu.svelte';

test('two items may read the same', async () => {
  const item = { label: 'GPT-6 Luna', onselect: () => undefined };
  await render(Menu, {
    label: 'Model',
    items: [
      { ...item, id: 'gpt-6-luna' },
      { ...item, id: 'GPT-6 Luna' },
    ],
    children: createRawSnippet(() => ({ render: () => '<span>Model</span>' })),
  });
  await page.getByRole('button', { name: 'Model' }).click();
  await expect.poll(() => page.getByRole('menuitem').elements().length).toBe(2);
});

test('arrows, typing ahead and Escape work, and the focus goes back to the button', async () => {
  const chosen = vi.fn();
  await render(Menu, {
    label: 'Options',
    items: ['Open', 'Pin', 'Archive'].map((label) => ({ id: label, label, onselect: () => chosen(label) })),
    children: createRawSnippet(() => ({ render: () => '<span>Options</span>' })),
  });
  const button = page.getByRole('button', { name: 'Options' });
  const item = (name: string) => page.getByRole('menuitem', { name });
  (button.element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(item('Open')).toHaveFocus();
  await userEvent.keyboard('{ArrowDown}');
  await expect.element(item('Pin')).toHaveFocus();
  await userEvent.keyboard('{ArrowUp}{End}');
  await expect.element(item('Archive')).toHaveFocus();
  await userEvent.keyboard('pi');
  await expect.element(item('Pin')).toHaveFocus();
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('menu')).not.toBeInTheDocument();
  await expect.element(button).toHaveFocus();
  expect(chosen).not.toHaveBeenCalled();
  await userEvent.keyboard('{Enter}');
  await expect.element(item('Open')).toHaveFocus();
  await userEvent.keyboard('{End}');
  await expect.element(item('Archive')).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  expect(chosen).toHaveBeenCalledExactlyOnceWith('Archive');
});
