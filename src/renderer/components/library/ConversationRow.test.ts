import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import ConversationRow from './ConversationRow.svelte';

const conversation = {
  ...{ id: 'trip', title: 'Trip to Lisbon', updatedAt: 1, folderId: null, pinned: false, archived: false },
};

async function setUp(
  more: { renaming?: boolean; selected?: boolean | null; conversation?: typeof conversation } = {},
) {
  const onopen = vi.fn();
  const onrenamed = vi.fn();
  const onmenu = vi.fn();
  await render(ConversationRow, {
    ...{ conversation, position: 3, size: 12, top: 0, current: true, active: true, inFolder: false },
    ...{ selected: null, renaming: false, onopen, onrename: vi.fn(), onrenamed, onmenu, ...more },
  });
  return { onopen, onrenamed, onmenu };
}

test('Enter keeps a new name, and the focus goes back by key', async () => {
  const { onrenamed } = await setUp({ renaming: true });
  await expect.element(page.getByRole('textbox', { name: 'Chat name' })).toHaveFocus();
  await userEvent.keyboard('Lisbon{Enter}');
  expect(onrenamed).toHaveBeenCalledExactlyOnceWith('Lisbon', true);
});

test('Escape leaves the name as it was', async () => {
  const { onrenamed } = await setUp({ renaming: true });
  await expect.element(page.getByRole('textbox', { name: 'Chat name' })).toHaveFocus();
  await userEvent.keyboard('Wrong{Escape}');
  expect(onrenamed).toHaveBeenCalledExactlyOnceWith(null, true);
});

test('its menu is opened beside its button, and does not open the chat', async () => {
  const { onmenu, onopen } = await setUp();
  const button = page.getByRole('button', { name: 'Options for “Trip to Lisbon”' });
  await button.click();
  expect(onmenu).toHaveBeenCalledExactlyOnceWith(button.element());
  expect(onopen).not.toHaveBeenCalled();
});

test('the open chat is marked for everyone, with its place among the others', async () => {
  await setUp();
  const row = page.getByRole('button', { name: 'Trip to Lisbon', exact: true });
  await expect.element(row).toHaveAttribute('aria-current', 'page');
  await expect.element(row).not.toHaveAttribute('aria-pressed');
  const item = page.getByRole('listitem');
  await expect.element(item).toHaveAttribute('aria-posinset', '3');
  await expect.element(item).toHaveAttribute('aria-setsize', '12');
});

test('that it was chosen is told, too', async () => {
  await setUp({ selected: true });
  const row = page.getByRole('button', { name: 'Trip to Lisbon', exact: true });
  await expect.element(row).toHaveAttribute('aria-pressed', 'true');
});

test('a title in Hebrew runs from right to left, and begins where all titles do', async () => {
  await setUp({ conversation: { ...conversation, title: 'טיול לליסבון' } });
  const title = page.getByRole('button', { name: 'טיול לליסבון', exact: true }).element();
  const { direction, textAlign } = getComputedStyle(title);
  expect([direction, textAlign]).toEqual(['rtl', 'left']);
});
