import { tinykeys } from 'tinykeys';

export type Platform = 'mac' | 'windows' | 'linux';

/** What the keyboard can do. */
export interface ShortcutActions {
  newChat(): void;
  search(): void;
  openSettings(): void;
  openUsage(): void;
  toggleSidebar(): void;
  focusComposer(): void;
  chooseModel(): void;
  find(): void;
  /** The next occurrence or the one before. */
  findStep(step: 1 | -1): void;
  /** False when nothing was running. */
  stop(): boolean;
  regenerate(): void;
  copyAnswer(): void;
  deleteChat(): void;
  /** The chat below or above in the list. */
  stepChat(step: 1 | -1): void;
  openNth(index: number): void;
  cyclePanes(step: 1 | -1): void;
}

const labels = {
  newChat: { mac: '⌘N', other: 'Ctrl+N' },
  search: { mac: '⌘K', other: 'Ctrl+K' },
  settings: { mac: '⌘,', other: 'Ctrl+,' },
  usage: { mac: '⌘U', other: 'Ctrl+U' },
  sidebar: { mac: '⌃⌘S', other: 'Ctrl+B' },
  composer: { mac: '⌘L', other: 'Ctrl+L' },
  model: { mac: '⇧⌘M', other: 'Ctrl+Shift+M' },
  find: { mac: '⌘F', other: 'Ctrl+F' },
  deleteChat: { mac: '⌘⌫', other: 'Ctrl+Delete' },
  previousChat: { mac: '⌥⌘↑', other: 'Ctrl+PgUp' },
  nextChat: { mac: '⌥⌘↓', other: 'Ctrl+PgDn' },
  regenerate: { mac: '⇧⌘R', other: 'Ctrl+Shift+R' },
  copyAnswer: { mac: '⇧⌘C', other: 'Ctrl+Shift+C' },
  findNext: { mac: '⌘G', other: 'F3' },
  findPrevious: { mac: '⇧⌘G', other: 'Shift+F3' },
} as const;

export type ShortcutName = keyof typeof labels;

export function shortcutLabel(name: ShortcutName, platform: Platform): string {
  return labels[name][platform === 'mac' ? 'mac' : 'other'];
}

/** Listens on the whole window; returns what ends it. */
export function listen(platform: Platform, actions: ShortcutActions): () => void {
  const mac = platform === 'mac';
  const number = platform === 'linux' ? 'Alt' : '$mod';
  const keys: Record<string, (event: KeyboardEvent) => void> = {
    '$mod+n': plain(() => actions.newChat()),
    '$mod+k': plain(() => actions.search()),
    '$mod+,': plain(() => actions.openSettings()),
    '$mod+u': plain(() => actions.openUsage()),
    [mac ? 'Control+Meta+s' : '$mod+b']: plain(() => actions.toggleSidebar()),
    '$mod+l': plain(() => actions.focusComposer()),
    '$mod+Shift+m': plain(() => actions.chooseModel()),
    '$mod+f': plain(() => actions.find()),
    [mac ? 'Meta+g' : 'F3']: plain(() => actions.findStep(1)),
    [mac ? 'Meta+Shift+g' : 'Shift+F3']: plain(() => actions.findStep(-1)),
    '$mod+Shift+r': plain(() => actions.regenerate()),
    '$mod+Shift+c': plain(() => actions.copyAnswer()),
    [mac ? 'Alt+Meta+ArrowUp' : 'Control+PageUp']: plain(() => actions.stepChat(-1)),
    [mac ? 'Alt+Meta+ArrowDown' : 'Control+PageDown']: plain(() => actions.stepChat(1)),
    F6: plain(() => actions.cyclePanes(1)),
    'Shift+F6': plain(() => actions.cyclePanes(-1)),
    [mac ? 'Meta+Backspace' : 'Control+Delete']: (event) => {
      // There the keys delete words; held down until it is empty, they stop at that.
      if (hasText(event.target) || event.repeat) return;
      plain(() => actions.deleteChat())(event);
    },
    Escape: (event) => {
      if (!event.isComposing && !isLayered(event.target) && actions.stop()) event.preventDefault();
    },
  };
  if (mac) keys['Meta+.'] = plain(() => void actions.stop());
  for (let index = 0; index < 9; index += 1) {
    keys[`${number}+Digit${index + 1}`] = plain(() => actions.openNth(index));
  }
  return tinykeys(window, keys, { ignore: (event) => event.isComposing });
}

/** A shortcut belongs to the window, so it waits while a dialog is open. */
function plain(act: () => void): (event: KeyboardEvent) => void {
  return (event) => {
    if (isLayered(event.target)) return;
    event.preventDefault();
    act();
  };
}

/** Whether something lies over the window: a dialog or a menu that is open, or was when the key was pressed in it. */
export function isLayered(target: EventTarget | null = null): boolean {
  const inside = target instanceof Element && target.closest('dialog, [role="menu"]') !== null;
  return inside || document.querySelector('dialog[open], [role="menu"]') !== null;
}

function hasText(target: EventTarget | null): boolean {
  const field = target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement;
  return field && target.value !== '';
}
