import type { MenuItemConstructorOptions } from 'electron';
import { afterEach, expect, test, vi } from 'vitest';
import { commandNames, commands, usualKeys } from '../../shared/commands';
import { canonical, type Platform } from '../../shared/keys';
import { usualSettings } from '../../shared/settings';
import { speakFrom } from '../../shared/words';
import { english } from '../../shared/words/english';
import { german } from '../../shared/words/german';
import { menuTemplate } from './menu-template';

afterEach(() => speakFrom(() => english));

function menuOf(platform: Platform, shortcuts: Record<string, string | null> = {}) {
  const run = vi.fn();
  const open = vi.fn();
  const choices = { ...usualSettings, shortcuts };
  const template = menuTemplate({ platform, choices, developing: false, run, open });
  return { template, items: flat(template), run, open };
}

function flat(items: readonly MenuItemConstructorOptions[]): readonly MenuItemConstructorOptions[] {
  return items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])]);
}

/** As the menu's item with that id is clicked, or its keys are heard. */
function click(items: readonly MenuItemConstructorOptions[], id: string, triggeredByAccelerator: boolean) {
  const item = items.find((one) => one.id === id);
  item?.click?.({} as never, undefined, { triggeredByAccelerator });
}

test.each(['mac', 'windows', 'linux'] as const)(
  'the menu has each command that belongs in it, with its keys, on %s',
  (platform) => {
    const { items } = menuOf(platform);
    const shown = commandNames.filter((name) => commands[name].menu);
    expect(
      items
        .flatMap(({ id }) => ((commandNames as readonly (string | undefined)[]).includes(id) ? [id] : []))
        .toSorted(),
    ).toEqual(shown.toSorted());
    for (const name of shown) {
      expect(items.find(({ id }) => id === name)?.accelerator, name).toBe(
        usualKeys(name, platform) ?? undefined,
      );
    }
  },
);

test('on macOS the menu hears the keys; elsewhere it only shows those that the window hears', () => {
  const heard = (platform: Platform, id: string) =>
    menuOf(platform).items.find((item) => item.id === id)?.registerAccelerator;
  expect(heard('mac', 'new-chat')).toBe(true);
  expect(heard('windows', 'new-chat')).toBe(false);
  expect(heard('linux', 'new-chat')).toBe(false);
  expect(heard('linux', 'zoom-in')).toBe(true);
});

test('macOS has its own menu first, and its menus in its order', () => {
  const { template } = menuOf('mac');
  expect(template.map(({ label }) => label?.replace('&', ''))).toEqual([
    'Parley',
    'File',
    'Edit',
    'View',
    'Chat',
    'Window',
    'Help',
  ]);
  const own = flat(template.slice(0, 1)).flatMap(({ role, id }) => role ?? id ?? []);
  expect(own).toEqual(['about', 'open-settings', 'services', 'hide', 'hideOthers', 'unhide', 'quit']);
  const roles = menuOf('mac').items.map(({ role }) => role);
  expect(roles).toEqual(expect.arrayContaining(['startSpeaking', 'stopSpeaking', 'window', 'help', 'front']));
});

test('Windows and Linux have Settings and Exit in the File menu, About in Help, and no menu of the app', () => {
  const { template } = menuOf('windows');
  expect(template[0]?.label).toBe('&File');
  const file = flat(template.slice(0, 1));
  expect(file.map(({ id, role }) => id ?? role)).toEqual(expect.arrayContaining(['open-settings', 'quit']));
  expect(flat(template.slice(-1)).some(({ role }) => role === 'about')).toBe(true);
});

test.each(['mac', 'linux'] as const)('no two items hear the same keys on %s', (platform) => {
  const keys = menuOf(platform).items.flatMap(({ accelerator }) =>
    accelerator ? [canonical(accelerator, platform)] : [],
  );
  expect(keys).toEqual([...new Set(keys)]);
});

test('the menu shows the keys that the user chose', () => {
  const { items } = menuOf('linux', { 'new-chat': 'Ctrl+Alt+J', find: null });
  expect(items.find(({ id }) => id === 'new-chat')?.accelerator).toBe('Ctrl+Alt+J');
  expect(items.find(({ id }) => id === 'find')).not.toHaveProperty('accelerator');
});

test('every item is named in the language that is spoken, also where Electron would name it', () => {
  speakFrom(() => german);
  const named = flat(menuOf('mac').template).filter(({ type }) => type !== 'separator');
  expect(named.every(({ label }) => label)).toBe(true);
  expect(named.find(({ role }) => role === 'undo')?.label).toBe('Rückgängig');
  expect(named.find(({ id }) => id === 'new-chat')?.label).toBe('Neuer Chat');
});

test('a command says whether the menu heard its keys or was clicked', () => {
  const { items, run } = menuOf('mac');
  click(items, 'delete-chat', true);
  click(items, 'delete-chat', false);
  expect(run.mock.calls).toEqual([
    ['delete-chat', true],
    ['delete-chat', false],
  ]);
});
