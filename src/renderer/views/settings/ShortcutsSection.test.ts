import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { Platform } from '../../../shared/keys';
import { usualSettings, type Settings } from '../../../shared/settings';
import { speakFrom } from '../../../shared/words';
import { english } from '../../../shared/words/english';
import { german } from '../../../shared/words/german';
import { About } from '../../state/about.svelte';
import { Accounts } from '../../state/accounts.svelte';
import { Drafts } from '../../state/drafts';
import { fakeApi } from '../../state/fake-api';
import { Navigation } from '../../state/navigation.svelte';
import { SettingsState } from '../../state/settings.svelte';
import { Updates } from '../../state/updates.svelte';
import SettingsInContext from '../SettingsInContext.svelte';
import '../../styles/tokens.css';
import '../../styles/base.css';

afterEach(() => speakFrom(() => english));

async function open(shortcuts: Settings['shortcuts'] = {}, platform: Platform = 'linux') {
  const { api, named } = fakeApi();
  const settings = new SettingsState(api);
  settings.begin({ ...usualSettings, shortcuts }, platform);
  const navigation = new Navigation({ api, drafts: new Drafts(api) });
  navigation.settings = 'shortcuts';
  const given = {
    about: new About(api, () => Promise.resolve()),
    ...{ accounts: new Accounts(api), updates: new Updates(api), navigation, settings },
  };
  await render(SettingsInContext, given);
  await expect.element(button('Change the keys of “New chat”')).toBeVisible();
  return { settings, navigation, kept: () => named('settings.change').map(({ input }) => input) };
}

const button = (name: string) => page.getByRole('button', { name, exact: true });
const field = (command: string) => page.getByRole('textbox', { name: `New keys for “${command}”` });
const row = (command: string) =>
  document.querySelector<HTMLElement>(`[data-setting="${command}"]`)?.textContent.replaceAll(/\s+/g, ' ');

const alert = () => page.getByRole('alert').query()?.textContent ?? '';

function press(key: string, change: KeyboardEventInit = {}) {
  const event = new KeyboardEvent('keydown', { key, code: key, bubbles: true, cancelable: true, ...change });
  document.activeElement?.dispatchEvent(event);
  return event;
}
const ctrlAlt = { ctrlKey: true, altKey: true };

test('a command takes the keys that are pressed, and the focus goes back to where one was', async () => {
  const { kept } = await open();
  await button('Change the keys of “New chat”').click();
  await expect.element(field('New chat')).toHaveFocus();
  await userEvent.keyboard('{Control>}{Alt>}j{/Alt}{/Control}');
  await expect.element(button('Change the keys of “New chat”')).toHaveFocus();
  expect(row('New chat')).toContain('Ctrl+Alt+J');
  expect(kept()).toEqual([{ shortcuts: { 'new-chat': 'Ctrl+Alt+J' } }]);
});

test('keys that another command has are named with it, and can be taken over', async () => {
  const { settings } = await open();
  await button('Change the keys of “Ask again”').click();
  await userEvent.keyboard('{Control>}n{/Control}');
  await expect.element(page.getByRole('alert')).toHaveTextContent('Ctrl+N belongs to “New chat”.');
  expect(settings.current.shortcuts).toEqual({});
  await button('Use it here instead').click();
  expect(settings.current.shortcuts).toEqual({ regenerate: 'Ctrl+N', 'new-chat': null });
  expect(row('New chat')).toContain('None');
});

test('keys of a chat’s number stay there', async () => {
  await open();
  await button('Change the keys of “Ask again”').click();
  press('3', { code: 'Digit3', altKey: true });
  await expect
    .element(page.getByRole('alert'))
    .toHaveTextContent('Alt+3 belongs to “Chat 3”, which keeps it.');
  expect(button('Use it here instead').query()).toBeNull();
});

test('Escape keeps the old keys and the dialog open, Backspace leaves none', async () => {
  const { settings, navigation } = await open();
  await button('Change the keys of “Usage”').click();
  await userEvent.keyboard('{Escape}');
  await expect.element(button('Change the keys of “Usage”')).toHaveFocus();
  expect(navigation.settings).toBe('shortcuts');
  expect(settings.current.shortcuts).toEqual({});
  await userEvent.keyboard('{Enter}');
  await expect.element(field('Usage')).toHaveFocus();
  await userEvent.keyboard('{Backspace}');
  expect(settings.current.shortcuts).toEqual({ 'open-usage': null });
});

test.each([
  ['a letter alone', { key: 'j', code: 'KeyJ' }, /A key by itself is for typing/],
  ['a letter with Shift', { key: 'J', code: 'KeyJ', shiftKey: true }, /A key by itself is for typing/],
  ['Enter', { key: 'Enter', ctrlKey: true }, /Ctrl\+Enter moves in the window/],
  ['an arrow', { key: 'ArrowUp' }, /↑ moves in the window/],
  ['the keys of messages', { key: 'ArrowUp', altKey: true }, /Alt\+↑ moves in the window/],
  ['copying', { key: 'c', ctrlKey: true }, /Ctrl\+C belongs to the system/],
  ['undoing', { key: 'z', ctrlKey: true }, /Ctrl\+Z belongs to the system/],
  ['a key of the desktop', { key: 'k', metaKey: true }, /belongs to the system/],
  ['a letter that no menu shows', { key: 'é', code: 'Digit2x', ctrlKey: true }, /cannot show that key/],
] as const)('%s is refused, with the reason', async (_, { key, ...change }, why) => {
  const { kept } = await open();
  await button('Change the keys of “New chat”').click();
  await expect.element(field('New chat')).toHaveFocus();
  press(key, change);
  await expect.poll(alert).toMatch(why);
  expect(kept()).toEqual([]);
});

test('an input method, AltGr and keys that are only held are no keys', async () => {
  const { kept } = await open();
  await button('Change the keys of “New chat”').click();
  await expect.element(field('New chat')).toHaveFocus();
  press('j', { ...ctrlAlt, isComposing: true });
  press('ć', { ...ctrlAlt, modifierAltGraph: true, code: 'KeyC' });
  press('Control', { ctrlKey: true });
  await expect.element(field('New chat')).toHaveFocus();
  expect(page.getByRole('alert').query()).toBeNull();
  expect(kept()).toEqual([]);
});

test('Tab goes on, and what was asked is left', async () => {
  const { kept } = await open();
  await button('Change the keys of “New chat”').click();
  await userEvent.keyboard('{Tab}');
  await expect.element(button('Change the keys of “New chat”')).toBeVisible();
  expect(kept()).toEqual([]);
});

test('one command is as it was, or all are', async () => {
  const { settings } = await open({ 'new-chat': 'Ctrl+Alt+J', find: null });
  await button('Reset the keys of “New chat”').click();
  expect(settings.current.shortcuts).toEqual({ find: null });
  await expect.element(button('Change the keys of “New chat”')).toHaveFocus();
  await button('Reset all shortcuts').click();
  expect(settings.current.shortcuts).toEqual({});
  await expect.element(button('Reset all shortcuts')).toBeDisabled();
});

test('a command whose usual keys were given away asks for them', async () => {
  const { settings } = await open({ 'new-chat': null, regenerate: 'Ctrl+N' });
  await button('Reset the keys of “New chat”').click();
  await expect.element(page.getByRole('alert')).toHaveTextContent('Ctrl+N belongs to “Ask again”.');
  await button('Use it here instead').click();
  expect(settings.current.shortcuts).toEqual({ regenerate: null });
});

test('on macOS the keys have their signs, and Option alone writes', async () => {
  const { settings } = await open({}, 'mac');
  expect(row('Copy last code')).toContain('⌥⌘C');
  await button('Change the keys of “New chat”').click();
  await expect.element(field('New chat')).toHaveFocus();
  press('ç', { code: 'KeyC', altKey: true });
  await expect.poll(alert).toMatch(/Hold ⌘/);
  press('ø', { code: 'KeyO', altKey: true, metaKey: true });
  expect(settings.current.shortcuts).toEqual({ 'new-chat': 'Alt+Cmd+O' });
});

test('Enter can be given to new lines', async () => {
  const { settings } = await open();
  await page.getByRole('switch', { name: 'Enter sends' }).click();
  expect(settings.current.enterSends).toBe(false);
});

test('the keys are named as German keyboards name them', () => {
  speakFrom(() => german);
  const settings = new SettingsState(fakeApi().api);
  settings.begin(usualSettings, 'linux');
  expect(settings.keys('delete-chat')).toBe('Strg+Entf');
});
