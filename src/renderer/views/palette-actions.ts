import type { WindowCommand } from '../../shared/commands';
import { themes } from '../../shared/settings';
import { words } from '../../shared/words';
import type { Navigation } from '../state/navigation.svelte';
import type { SettingsState } from '../state/settings.svelte';
import type { Commands } from './commands';
import { sections } from './settings/sections';

/** Something that the palette can do. */
export interface PaletteAction {
  readonly id: string;
  readonly label: string;
  /** Other words that one may look for it by. */
  readonly words: string;
  /** As they are shown; none: ''. */
  readonly keys: string;
  readonly run: () => void;
}

interface ActionDeps {
  readonly commands: Commands;
  readonly navigation: Navigation;
  readonly settings: SettingsState;
}

/** Commands in the order in which they are offered. To add one, add it here and what else it may be called. */
const named = [
  'new-chat',
  'temporary-chat',
  'choose-model',
  'find',
  'focus-composer',
  'copy-answer',
  'copy-code',
  'regenerate',
  'stop',
  'chat-options',
  'archive-chat',
  'export-chat',
  'delete-chat',
  'previous-chat',
  'next-chat',
  'toggle-sidebar',
  'import-chats',
  'open-archive',
  'open-trash',
  'open-usage',
  'open-settings',
  'shortcut-list',
] as const satisfies readonly WindowCommand[];

const ofChat: readonly WindowCommand[] = [
  'find',
  'copy-answer',
  'copy-code',
  'regenerate',
  'archive-chat',
  'export-chat',
  'delete-chat',
];

const ofKept: readonly WindowCommand[] = ['archive-chat', 'export-chat'];

/** Everything that can be done now. */
export function paletteActions({ commands, navigation, settings }: ActionDeps): readonly PaletteAction[] {
  const { palette } = words;
  const { chat } = navigation;
  const possible = (name: WindowCommand) =>
    name === 'stop'
      ? chat.busy
      : !(chat.temporary && ofKept.includes(name)) &&
        (!ofChat.includes(name) || (navigation.view === 'chat' && chat.path.length > 0));
  const action = (name: WindowCommand & keyof typeof palette.find): PaletteAction => ({
    ...{ id: name, label: words.commands.names[name], words: palette.find[name] },
    ...{ keys: settings.keys(name), run: commands[name] },
  });
  return [
    ...named.filter(possible).map(action),
    ...sections.map(({ id }) => ({
      ...{ id: `settings-${id}`, label: palette.section(words.settings.sections[id]) },
      ...{ words: palette.findSection[id], keys: '' },
      run: () => void (navigation.settings = id),
    })),
    ...themes.map((theme) => ({
      ...{ id: `theme-${theme}`, label: palette.themes[theme], words: palette.themesFind, keys: '' },
      run: () => void settings.change({ theme }),
    })),
    action('what-is-a-token'),
  ];
}
