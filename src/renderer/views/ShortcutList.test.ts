import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { Platform } from '../../shared/keys';
import { usualSettings, type Settings } from '../../shared/settings';
import { Accounts } from '../state/accounts.svelte';
import { Drafts } from '../state/drafts';
import { fakeApi } from '../state/fake-api';
import { Navigation } from '../state/navigation.svelte';
import { SettingsState } from '../state/settings.svelte';
import ShortcutListInContext from './ShortcutListInContext.svelte';

/** What stands there, with one space between its parts. */
function words(element: Element | null): string {
  const parts = [...(element?.querySelectorAll('dt, kbd') ?? [])].map(({ textContent }) => textContent);
  return parts.join(' ');
}

async function open(platform: Platform, change: Partial<Settings> = {}) {
  const { api } = fakeApi();
  const settings = new SettingsState(api);
  settings.begin({ ...usualSettings, ...change }, platform);
  const navigation = new Navigation({ api, drafts: new Drafts(api) });
  navigation.listingShortcuts = true;
  await render(ShortcutListInContext, { accounts: new Accounts(api), navigation, settings });
  const row = (name: string) => {
    const terms = [...document.querySelectorAll('dt')].filter(({ textContent }) => textContent === name);
    return terms.map(({ parentElement }) => words(parentElement)).join();
  };
  return { navigation, row };
}

/** The rows of the keyboard map, as macOS has them and as the others have them. */
const map = [
  ['New chat', '⌘N', 'Ctrl+N'],
  ['Search chats and commands', '⌘K', 'Ctrl+K'],
  ['Find in chat…', '⌘F', 'Ctrl+F'],
  ['Find next', '⌘G', 'F3'],
  ['Find previous', '⇧⌘G', 'Shift+F3'],
  ['Settings…', '⌘,', 'Ctrl+,'],
  ['Toggle sidebar', '⌃⌘S', 'Ctrl+B'],
  ['Go to message box', '⌘L', 'Ctrl+L'],
  ['Switch model…', '⇧⌘M', 'Ctrl+Shift+M'],
  ['Send', '↩', 'Enter'],
  ['New line', '⇧↩', 'Shift+Enter'],
  ['Stop the answer, or close what is open', 'Esc', 'Esc'],
  ['Ask again', '⇧⌘R', 'Ctrl+Shift+R'],
  ['Copy last answer', '⇧⌘C', 'Ctrl+Shift+C'],
  ['Copy last code', '⌥⌘C', 'Ctrl+Alt+C'],
  ['Edit the last question, in an empty message box', '↑', '↑'],
  ['Previous chat', '⌥⌘↑', 'Ctrl+PgUp'],
  ['Next chat', '⌥⌘↓', 'Ctrl+PgDn'],
  ['Chat 1 to 9', '⌘1–9', 'Ctrl+1–9'],
  ['Previous and next message, in the conversation', '⌥↑ ⌥↓', 'Alt+↑ Alt+↓'],
  ['Delete chat', '⌘⌫', 'Ctrl+Delete'],
  ['Temporary chat', '⇧⌘N', 'Ctrl+Shift+N'],
  ['Quick ask', '⌥Space', 'Ctrl+Alt+Space'],
  ['Zoom in', '⌘+', 'Ctrl++'],
  ['Zoom out', '⌘−', 'Ctrl+−'],
  ['Actual size', '⌘0', 'Ctrl+0'],
  ['Keyboard shortcuts', '⌘/', 'Ctrl+/'],
] as const;

const quickAsk = { on: true, keys: null, model: null };

test('every row of the keyboard map is listed with the keys of macOS', async () => {
  const { row } = await open('mac', { quickAsk });
  for (const [name, keys] of map) expect(row(name)).toBe(`${name} ${keys}`);
  expect(row('Stop the answer')).toBe('Stop the answer ⌘.');
});

test('every row of the keyboard map is listed with the keys of Windows', async () => {
  const { row } = await open('windows', { quickAsk });
  for (const [name, , keys] of map) expect(row(name)).toBe(`${name} ${keys}`);
});

test('Linux opens chats with Alt, and what is switched off is not listed', async () => {
  const { row } = await open('linux');
  expect(row('Chat 1 to 9')).toBe('Chat 1 to 9 Alt+1–9');
  expect(page.getByText('Quick ask').query()).toBeNull();
});

test('the list shows the keys as they are now, and leads to where they are changed', async () => {
  const shortcuts = { 'new-chat': 'Ctrl+Alt+J', find: null };
  const { navigation, row } = await open('linux', { shortcuts, enterSends: false });
  expect(row('New chat')).toBe('New chat Ctrl+Alt+J');
  expect(row('Send')).toBe('Send Shift+Enter');
  expect(page.getByText('Find in chat…').query()).toBeNull();
  await page.getByRole('button', { name: 'Change shortcuts…' }).click();
  expect(navigation.settings).toBe('shortcuts');
  expect(navigation.listingShortcuts).toBe(false);
});
