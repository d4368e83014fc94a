import type { ShortcutName } from '../lib/shortcuts';
import type { Navigation, SettingsSection } from '../state/navigation.svelte';
import type { SettingsState } from '../state/settings.svelte';
import type { CommandName, Commands } from './commands';

/** Something that the palette can do. To add one, add it here. */
export interface PaletteAction {
  readonly id: string;
  readonly label: string;
  /** Other words that one may look for it by. */
  readonly words: string;
  readonly shortcut: ShortcutName | null;
  readonly run: () => void;
}

interface ActionDeps {
  readonly commands: Commands;
  readonly navigation: Navigation;
  readonly settings: SettingsState;
}

const named: readonly (readonly [CommandName, label: string, words: string, ShortcutName | null])[] = [
  ['new-chat', 'New chat', 'start conversation', 'newChat'],
  ['choose-model', 'Switch model…', 'choose', 'model'],
  ['find', 'Find in chat…', 'search page', 'find'],
  ['focus-composer', 'Go to message box', 'write composer', 'composer'],
  ['copy-answer', 'Copy last answer', 'clipboard', 'copyAnswer'],
  ['regenerate', 'Ask again', 'regenerate retry answer', 'regenerate'],
  ['stop', 'Stop the answer', 'cancel', null],
  ['chat-options', 'Chat options…', 'instructions account', null],
  ['archive-chat', 'Archive chat', 'put away', null],
  ['export-chat', 'Export chat…', 'save markdown pdf html json', null],
  ['delete-chat', 'Delete chat', 'remove trash', 'deleteChat'],
  ['previous-chat', 'Previous chat', 'up', 'previousChat'],
  ['next-chat', 'Next chat', 'down', 'nextChat'],
  ['toggle-sidebar', 'Toggle sidebar', 'hide show', 'sidebar'],
  ['import-chats', 'Import chats…', 'chatgpt claude bring', null],
  ['open-archive', 'Archive', 'archived chats', null],
  ['open-trash', 'Trash', 'deleted restore', null],
  ['open-usage', 'Usage', 'costs money tokens spending', 'usage'],
  ['open-settings', 'Settings…', 'preferences options', 'settings'],
];

const sections: readonly (readonly [SettingsSection, label: string, words: string])[] = [
  ['account', 'Accounts', 'key server'],
  ['models', 'Models', 'prices default'],
  ['budgets', 'Budgets', 'limits money'],
  ['chats', 'Chats', 'instructions titles'],
  ['library', 'Library', 'snapshot backup restore encrypt folder move'],
  ['appearance', 'Appearance', 'text size theme width'],
  ['accessibility', 'Accessibility', 'screen reader announce'],
  ['about', 'About', 'version licence'],
];

const themes = [
  ['system', 'Theme: as the system'],
  ['light', 'Theme: light'],
  ['dark', 'Theme: dark'],
] as const;

/** Everything that can be done now. */
export function paletteActions({ commands, navigation, settings }: ActionDeps): readonly PaletteAction[] {
  const ofChat: readonly CommandName[] = [
    'find',
    'copy-answer',
    'regenerate',
    'archive-chat',
    'export-chat',
    'delete-chat',
  ];
  const { chat } = navigation;
  const possible = (name: CommandName) =>
    name === 'stop'
      ? chat.busy
      : !ofChat.includes(name) || (navigation.view === 'chat' && chat.path.length > 0);
  return [
    ...named
      .filter(([name]) => possible(name))
      .map(([name, label, words, shortcut]) => ({ id: name, label, words, shortcut, run: commands[name] })),
    ...sections.map(([section, label, words]) => ({
      ...{ id: `settings-${section}`, label: `Settings: ${label}`, words, shortcut: null },
      run: () => void (navigation.settings = section),
    })),
    ...themes.map(([theme, label]) => ({
      ...{ id: `theme-${theme}`, label, words: 'appearance mode colours', shortcut: null },
      run: () => void settings.change({ theme }),
    })),
    {
      ...{ id: 'what-is-a-token', label: 'What is a token?', words: 'help explain', shortcut: null },
      run: commands['what-is-a-token'],
    },
  ];
}
