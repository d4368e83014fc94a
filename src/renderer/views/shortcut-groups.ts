import { commandGroups, commandNames, commands, type CommandGroup } from '../../shared/commands';
import { keysLabel } from '../../shared/keys';
import { words } from '../../shared/words';
import type { SettingsState } from '../state/settings.svelte';

interface ShortcutRow {
  readonly name: string;
  /** As they are shown. */
  readonly keys: readonly string[];
}

interface ShortcutGroup {
  readonly id: CommandGroup;
  readonly name: string;
  readonly rows: readonly ShortcutRow[];
}

/** What has keys now: commands, and the keys that belong to a place in the window. */
export function shortcutGroups(settings: SettingsState): readonly ShortcutGroup[] {
  const places = placeRows(settings);
  return commandGroups.map((id) => {
    const own = commandNames
      .filter((name) => commands[name].group === id && !commands[name].fixed && isOffered(name, settings))
      .map((name) => ({ name: words.commands.names[name], keys: [settings.keys(name)] }))
      .filter(({ keys: [keys] }) => keys !== '');
    return { id, name: words.commands.groups[id], rows: [...own, ...(places[id] ?? [])] };
  });
}

/** Quick ask has no keys while it is switched off. */
function isOffered(name: string, settings: SettingsState): boolean {
  return name !== 'quick-ask' || settings.current.quickAsk.on;
}

function placeRows(settings: SettingsState): Partial<Record<CommandGroup, readonly ShortcutRow[]>> {
  const { places } = words.commands;
  const { platform } = settings;
  const label = (keys: string) => keysLabel(keys, platform);
  const enters = [label('Return'), label('Shift+Return')];
  const [send = '', newline = ''] = settings.current.enterSends ? enters : enters.toReversed();
  return {
    chats: [{ name: places.chats, keys: [`${settings.keys('chat-1')}–9`] }],
    writing: [
      { name: places.send, keys: [send] },
      { name: places.newline, keys: [newline] },
      { name: places.stop, keys: [label('Escape')] },
      { name: places.editLast, keys: [label('Up')] },
    ],
    conversation: [{ name: places.messages, keys: [label('Alt+Up'), label('Alt+Down')] }],
  };
}
