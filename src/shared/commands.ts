import { canonical, type Platform } from './keys';
import type { Settings } from './settings';

/** In which part of the list of shortcuts a command stands. */
export const commandGroups = ['chats', 'writing', 'conversation', 'window'] as const;
export type CommandGroup = (typeof commandGroups)[number];

type UsualKeys =
  | string
  | null
  | { readonly mac: string | null; readonly windows: string | null; readonly linux: string | null };

export interface CommandEntry {
  readonly group: CommandGroup;
  /** Before the user chose others; null: none. */
  readonly keys: UsualKeys;
  /** It stands in the application menu. */
  readonly menu?: true;
  /** Main does it, and hears its keys by the menu; what else there is the window does. */
  readonly by?: 'main';
  /** Its keys are heard in every program, not by the menu or a window. */
  readonly everywhere?: true;
  /** The user cannot give it other keys. */
  readonly fixed?: true;
}

const split = (mac: string | null, elsewhere: string | null) => ({
  mac,
  windows: elsewhere,
  linux: elsewhere,
});
const nth = (number: number) =>
  ({
    ...{ group: 'chats', fixed: true },
    keys: { mac: `Cmd+${String(number)}`, windows: `Ctrl+${String(number)}`, linux: `Alt+${String(number)}` },
  }) as const satisfies CommandEntry;

/** All that can be done by a key, from the menu or from the palette. To add one, add it here and follow the compiler. */
const table = {
  'new-chat': { group: 'chats', keys: 'CmdOrCtrl+N', menu: true },
  'temporary-chat': { group: 'chats', keys: 'CmdOrCtrl+Shift+N', menu: true },
  search: { group: 'chats', keys: 'CmdOrCtrl+K', menu: true },
  'previous-chat': { group: 'chats', keys: split('Alt+Cmd+Up', 'Ctrl+PageUp'), menu: true },
  'next-chat': { group: 'chats', keys: split('Alt+Cmd+Down', 'Ctrl+PageDown'), menu: true },
  ...{ 'chat-1': nth(1), 'chat-2': nth(2), 'chat-3': nth(3), 'chat-4': nth(4), 'chat-5': nth(5) },
  ...{ 'chat-6': nth(6), 'chat-7': nth(7), 'chat-8': nth(8), 'chat-9': nth(9) },
  'archive-chat': { group: 'chats', keys: null, menu: true },
  'export-chat': { group: 'chats', keys: null, menu: true },
  'delete-chat': { group: 'chats', keys: split('Cmd+Backspace', 'Ctrl+Delete'), menu: true },
  'import-chats': { group: 'chats', keys: null, menu: true },
  'focus-composer': { group: 'writing', keys: 'CmdOrCtrl+L', menu: true },
  'choose-model': { group: 'writing', keys: 'CmdOrCtrl+Shift+M', menu: true },
  'chat-options': { group: 'writing', keys: null },
  stop: { group: 'writing', keys: split('Cmd+.', null), menu: true },
  find: { group: 'conversation', keys: 'CmdOrCtrl+F', menu: true },
  'find-next': { group: 'conversation', keys: split('Cmd+G', 'F3'), menu: true },
  'find-previous': { group: 'conversation', keys: split('Shift+Cmd+G', 'Shift+F3'), menu: true },
  regenerate: { group: 'conversation', keys: 'CmdOrCtrl+Shift+R', menu: true },
  'copy-answer': { group: 'conversation', keys: 'CmdOrCtrl+Shift+C', menu: true },
  'copy-code': { group: 'conversation', keys: 'CmdOrCtrl+Alt+C', menu: true },
  'new-window': { group: 'window', keys: 'CmdOrCtrl+Alt+N', menu: true, by: 'main' },
  'quick-ask': { group: 'window', keys: split('Alt+Space', 'Ctrl+Alt+Space'), by: 'main', everywhere: true },
  'toggle-sidebar': { group: 'window', keys: split('Ctrl+Cmd+S', 'Ctrl+B'), menu: true },
  'next-pane': { group: 'window', keys: 'F6' },
  'previous-pane': { group: 'window', keys: 'Shift+F6' },
  'open-usage': { group: 'window', keys: 'CmdOrCtrl+U', menu: true },
  'open-archive': { group: 'window', keys: null },
  'open-trash': { group: 'window', keys: null },
  'open-settings': { group: 'window', keys: 'CmdOrCtrl+,', menu: true },
  'zoom-in': { group: 'window', keys: 'CmdOrCtrl+Plus', menu: true, by: 'main' },
  'zoom-out': { group: 'window', keys: 'CmdOrCtrl+-', menu: true, by: 'main' },
  'zoom-reset': { group: 'window', keys: 'CmdOrCtrl+0', menu: true, by: 'main' },
  'always-on-top': { group: 'window', keys: null, menu: true, by: 'main' },
  'shortcut-list': { group: 'window', keys: 'CmdOrCtrl+/', menu: true },
  'what-is-a-token': { group: 'window', keys: null, menu: true },
} as const satisfies Record<string, CommandEntry>;

export type CommandName = keyof typeof table;
/** What main does; the window does the others. */
export type MainCommand = {
  [N in CommandName]: (typeof table)[N] extends { readonly by: 'main' } ? N : never;
}[CommandName];
export type WindowCommand = Exclude<CommandName, MainCommand>;

export const commands: Readonly<Record<CommandName, CommandEntry>> = table;
export const commandNames = Object.keys(table) as readonly CommandName[];

export function isWindowCommand(name: CommandName): name is WindowCommand {
  return commands[name].by !== 'main';
}

/** What Settings say of keys. */
export type KeyChoices = Pick<Settings, 'shortcuts' | 'quickAsk'>;

/** The keys that a command has without any choice of the user's. */
export function usualKeys(name: CommandName, platform: Platform): string | null {
  const { keys } = commands[name];
  return keys === null || typeof keys === 'string' ? keys : keys[platform];
}

/** The keys that a command has now; null: none. What was kept and is no key counts as not kept. */
export function keysOf(name: CommandName, platform: Platform, choices: KeyChoices): string | null {
  const usual = usualKeys(name, platform);
  if (commands[name].fixed) return usual;
  const chosen = name === 'quick-ask' ? (choices.quickAsk.keys ?? undefined) : choices.shortcuts[name];
  if (chosen === undefined) return usual;
  return chosen === null || canonical(chosen, platform) !== null ? chosen : usual;
}

/** The command that has these keys now. */
export function commandWith(keys: string, platform: Platform, choices: KeyChoices): CommandName | undefined {
  const wanted = canonical(keys, platform);
  const has = (name: CommandName) => {
    const own = keysOf(name, platform, choices);
    return own !== null && canonical(own, platform) === wanted;
  };
  return wanted === null ? undefined : commandNames.find(has);
}

/** What to keep so that a command has these keys; its usual ones need not be kept. */
export function withKeys(
  name: CommandName,
  keys: string | null,
  { platform, choices }: { readonly platform: Platform; readonly choices: KeyChoices },
): KeyChoices {
  const usual = usualKeys(name, platform);
  const asUsual = keys === usual || (keys !== null && usual !== null && same(keys, usual, platform));
  if (name === 'quick-ask')
    return { ...choices, quickAsk: { ...choices.quickAsk, keys: asUsual ? null : keys } };
  const others = Object.entries(choices.shortcuts).filter(([other]) => other !== name);
  return { ...choices, shortcuts: Object.fromEntries(asUsual ? others : [...others, [name, keys]]) };
}

function same(one: string, next: string, platform: Platform): boolean {
  return canonical(one, platform) === canonical(next, platform);
}
