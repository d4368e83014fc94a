import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import FindBar from './FindBar.svelte';

const on = { ontype: vi.fn(), onstep: vi.fn(), onclose: vi.fn() };
const props = {
  ...{ query: 'sky', position: 3, total: 17, searched: true, wanted: 1 },
  ...{ keys: { next: 'F3', previous: 'Shift+F3' }, ...on },
};
const field = page.getByRole('textbox', { name: 'Find in chat' });

afterEach(() => {
  vi.clearAllMocks();
  document.body.replaceChildren();
});

test('it has the focus, and what is there is selected, each time one wants to type', async () => {
  const { rerender } = await render(FindBar, props);
  await expect.element(field).toHaveFocus();
  expect(getSelection()?.toString()).toBe('sky');
  page.getByRole('button', { name: 'Next match' }).element().focus();
  await rerender({ wanted: 2 });
  await expect.element(field).toHaveFocus();
  await userEvent.keyboard('sea');
  expect(on.ontype).toHaveBeenLastCalledWith('sea');
});

test('it tells where one is among how many', async () => {
  const { rerender } = await render(FindBar, props);
  const count = page.getByRole('status');
  await expect.element(count).toHaveTextContent('3 of 17');
  await rerender({ position: 0, total: 0 });
  await expect.element(count).toHaveTextContent('No matches');
  await rerender({ query: '', searched: false });
  await expect.element(count).toHaveTextContent('');
});

test('Enter goes on, with Shift back, and so do the buttons', async () => {
  await render(FindBar, props);
  await userEvent.keyboard('{Enter}{Shift>}{Enter}{/Shift}');
  await page.getByRole('button', { name: 'Next match' }).click();
  await page.getByRole('button', { name: 'Previous match' }).click();
  await userEvent.keyboard('{Enter}');
  expect(on.onstep.mock.calls).toEqual([[1], [-1], [1], [-1], [-1]]);
});

test('Escape closes it and nothing else, and the focus goes back to where it was', async () => {
  const before = document.body.appendChild(document.createElement('textarea'));
  const heard = vi.fn();
  before.focus();
  window.addEventListener('keydown', heard);
  const { unmount } = await render(FindBar, props);
  await userEvent.keyboard('{Escape}');
  expect(on.onclose).toHaveBeenCalledOnce();
  expect(heard).not.toHaveBeenCalled();
  window.removeEventListener('keydown', heard);
  await unmount();
  expect(document.activeElement).toBe(before);
});
