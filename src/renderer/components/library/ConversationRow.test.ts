import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import ConversationRow from './ConversationRow.svelte';

const conversation = { id: 'trip', title: 'Trip to Lisbon', updatedAt: 1 };

async function setUp() {
  const onopen = vi.fn();
  const onrename = vi.fn();
  const onexport = vi.fn();
  const ondelete = vi.fn();
  await render(ConversationRow, { conversation, current: true, onopen, onrename, onexport, ondelete });
  return { onopen, onrename, ondelete };
}

async function openMenu() {
  (page.getByRole('button', { name: 'Options for “Trip to Lisbon”' }).element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('menuitem', { name: 'Rename' })).toHaveFocus();
}

test('a chat is renamed with the keyboard alone', async () => {
  const { onrename } = await setUp();
  await openMenu();
  await userEvent.keyboard('{Enter}');
  const field = page.getByRole('textbox', { name: 'Chat name' });
  await expect.element(field).toHaveFocus();
  await userEvent.keyboard('Lisbon{Enter}');
  expect(onrename).toHaveBeenCalledExactlyOnceWith('Lisbon');
  await expect.element(page.getByRole('button', { name: 'Trip to Lisbon', exact: true })).toHaveFocus();
});

test('Escape leaves the name as it was', async () => {
  const { onrename } = await setUp();
  await openMenu();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('textbox', { name: 'Chat name' })).toHaveFocus();
  await userEvent.keyboard('Wrong{Escape}');
  expect(onrename).not.toHaveBeenCalled();
  await expect.element(page.getByRole('button', { name: 'Trip to Lisbon', exact: true })).toBeVisible();
});

test('a chat is deleted with the keyboard alone', async () => {
  const { ondelete, onopen } = await setUp();
  await openMenu();
  await userEvent.keyboard('{ArrowDown}{Enter}');
  expect(ondelete).toHaveBeenCalledOnce();
  expect(onopen).not.toHaveBeenCalled();
});

test('the open chat is marked for everyone', async () => {
  await setUp();
  const row = page.getByRole('button', { name: 'Trip to Lisbon', exact: true });
  await expect.element(row).toHaveAttribute('aria-current', 'page');
});
