import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../styles/tokens.css';
import { render } from 'vitest-browser-svelte';
import type { Conversation } from '../../shared/model';
import type { Folder } from '../../shared/order';
import { ChatList } from '../state/chat-list.svelte';
import { Drafts } from '../state/drafts';
import { fakeApi } from '../state/fake-api';
import { Folders } from '../state/folders.svelte';
import { Library } from '../state/library.svelte';
import { Navigation } from '../state/navigation.svelte';
import { SettingsState } from '../state/settings.svelte';
import ChatListInContext from './ChatListInContext.svelte';

const now = Date.now();
const chats = (count: number): readonly Conversation[] =>
  Array.from({ length: count }, (_, index) => ({
    ...{ id: `chat-${index}`, title: `Chat ${index}`, updatedAt: now - index * 60_000 },
    ...{ folderId: null, pinned: false, archived: false },
  }));
const work: Folder = {
  ...{ id: 'work', name: 'Work', colour: 'teal', accountId: null, model: null, instructions: null },
};

async function setUp(count: number, folderList: readonly Folder[] = []) {
  const main = fakeApi((name) => (name === 'conversations.arrange' ? [] : undefined));
  const library = new Library(main.api);
  const folders = new Folders({ api: main.api, library });
  const settings = new SettingsState(main.api);
  const list = new ChatList({ library, folders, settings });
  const navigation = new Navigation({ api: main.api, drafts: new Drafts(main.api) });
  library.begin(chats(count));
  folders.begin(folderList);
  await render(ChatListInContext, { library, folders, list, navigation });
  const row = (index: number) => page.getByRole('button', { name: `Chat ${index}`, exact: true });
  const focus = (index: number) => (row(index).element() as HTMLElement).focus();
  return { ...main, library, folders, list, navigation, row, focus };
}

afterEach(() => document.documentElement.removeAttribute('dir'));

const alive = () => document.querySelectorAll('li').length;
const scroller = () => document.querySelector<HTMLElement>('.scroller') ?? document.body;

test('of ten thousand chats no more than some dozen rows are there, wherever one scrolls', async () => {
  const { row } = await setUp(10_000);
  await expect.element(row(0)).toBeVisible();
  expect(alive()).toBeLessThanOrEqual(60);
  let most = 0;
  for (let step = 1; step <= 40; step++) {
    scroller().scrollTop = (scroller().scrollHeight * step) / 40;
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    most = Math.max(most, alive());
    const { top, height } = scroller().getBoundingClientRect();
    expect(document.elementFromPoint(100, top + height / 2)?.closest('li, h2')).not.toBeNull();
  }
  expect(most).toBeLessThanOrEqual(60);
  await expect.element(row(9_999)).toBeVisible();
});

test('a row keeps the focus when one scrolls away from it, and the list is one stop for Tab', async () => {
  const { row, focus } = await setUp(5_000);
  focus(3);
  scroller().scrollTop = 50_000;
  await expect.poll(() => scroller().scrollTop).toBe(50_000);
  await new Promise(requestAnimationFrame);
  await expect.element(row(3)).toHaveFocus();
  expect(document.querySelectorAll('li button[tabindex="0"]')).toHaveLength(1);
  await userEvent.keyboard('{ArrowDown}');
  await expect.element(row(4)).toHaveFocus();
  await expect.element(row(4)).toBeInViewport();
  await userEvent.keyboard('{End}');
  await expect.element(row(4_999)).toHaveFocus();
  await userEvent.keyboard('{Home}');
  await expect.element(row(0)).toHaveFocus();
});

test('chats are chosen together with keys, and what is done is done to all of them at once', async () => {
  const { focus, list, named, row } = await setUp(100);
  focus(10);
  await userEvent.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
  expect([...list.selection.ids]).toEqual(['chat-10', 'chat-11', 'chat-12']);
  await expect.element(page.getByRole('toolbar', { name: 'Chosen: 3 chats' })).toBeVisible();
  await userEvent.keyboard('{Escape}');
  expect(list.selection.size).toBe(0);
  await userEvent.keyboard('{Control>}a{/Control}');
  expect(list.selection.size).toBe(100);
  await userEvent.keyboard('{Escape}');
  await row(20).click({ modifiers: ['ControlOrMeta'] });
  await row(18).click({ modifiers: ['Shift'] });
  await userEvent.keyboard('{Delete}');
  await vi.waitFor(() => expect(named('conversations.arrange')).toHaveLength(1));
  expect(named('conversations.arrange')[0]?.input).toEqual([
    { ids: ['chat-18', 'chat-19', 'chat-20'], deleted: true },
  ]);
  await expect.element(row(21)).toHaveFocus();
});

test('F2 renames, Enter keeps the name, and the focus comes back to the row', async () => {
  const { focus, named } = await setUp(5);
  focus(2);
  await userEvent.keyboard('{F2}');
  await expect.element(page.getByRole('textbox', { name: 'Chat name' })).toHaveFocus();
  await userEvent.keyboard('Lisbon{Enter}');
  expect(named('conversations.rename')[0]?.input).toEqual({ id: 'chat-2', title: 'Lisbon' });
  await expect.element(page.getByRole('button', { name: 'Lisbon', exact: true })).toHaveFocus();
});

test('the menu is opened by keyboard, moves a chat into a folder, and gives the focus back', async () => {
  const { focus, named, row } = await setUp(5, [work]);
  focus(1);
  await userEvent.keyboard('{Shift>}{F10}{/Shift}');
  await expect.element(page.getByRole('menuitem', { name: 'Open' })).toHaveFocus();
  await userEvent.keyboard('{Escape}');
  await expect.element(row(1)).toHaveFocus();
  await userEvent.keyboard('{Shift>}{F10}{/Shift}');
  await expect.element(page.getByRole('menuitem', { name: 'Open' })).toHaveFocus();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{ArrowRight}');
  await expect.element(page.getByRole('menuitemradio', { name: 'Work' })).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await vi.waitFor(() => expect(named('conversations.arrange')).toHaveLength(1));
  expect(named('conversations.arrange')[0]?.input).toEqual([{ ids: ['chat-1'], folderId: 'work' }]);
});

test.for([
  ['ltr', '{ArrowRight}', '{ArrowLeft}'],
  ['rtl', '{ArrowLeft}', '{ArrowRight}'],
] as const)('arrows open a folder and go back to it from a chat in it, %s', async ([direction, on, back]) => {
  document.documentElement.dir = direction;
  const { library, list, row } = await setUp(3, [work]);
  library.receive({ name: 'conversation.changed', conversation: { ...chats(1)[0]!, folderId: 'work' } });
  const folder = page.getByRole('button', { name: 'Work', exact: true });
  (folder.element() as HTMLElement).focus();
  await expect.element(folder).toHaveAttribute('aria-expanded', 'false');
  await userEvent.keyboard(on);
  await expect.element(folder).toHaveAttribute('aria-expanded', 'true');
  await userEvent.keyboard('{ArrowDown}');
  await expect.element(row(0)).toHaveFocus();
  await userEvent.keyboard(back + back);
  await expect.element(folder).toHaveFocus();
  expect(list.isOpen('work')).toBe(false);
});

test('a chat is dragged onto a folder, and out of it', async () => {
  const { named, row } = await setUp(4, [work]);
  const data = new DataTransfer();
  const drag = (target: Element, type: string) =>
    target.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: data }));
  drag(row(2).element(), 'dragstart');
  const folder = page.getByRole('button', { name: 'Work', exact: true }).element();
  expect(drag(folder, 'dragover')).toBe(false); // it would be taken
  expect(drag(row(1).element(), 'dragover')).toBe(true); // it is in no folder already
  drag(folder, 'drop');
  await vi.waitFor(() => expect(named('conversations.arrange')).toHaveLength(1));
  expect(named('conversations.arrange')[0]?.input).toEqual([{ ids: ['chat-2'], folderId: 'work' }]);
});
