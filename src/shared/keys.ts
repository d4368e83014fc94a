import { words } from './words';

/**
 * Keys, written as Electron names them: `CmdOrCtrl+Shift+M`. What the menu takes, what Settings keep, what the
 * window listens for and what is shown is made from this one notation.
 */
export type Platform = 'mac' | 'windows' | 'linux';

const modifiers = ['Ctrl', 'Alt', 'Shift', 'Cmd'] as const;
type Modifier = (typeof modifiers)[number];

/** One press: what is held, and the key itself. */
export interface Press {
  readonly held: readonly Modifier[];
  readonly key: string;
}

const other: Readonly<Record<string, Modifier>> = {
  Control: 'Ctrl',
  Option: 'Alt',
  Command: 'Cmd',
  Super: 'Cmd',
  Meta: 'Cmd',
};

/** Keys that have a name; the others are one letter, one digit, or one of {@link signs}. */
const named = new Set(
  'Up Down Left Right Home End PageUp PageDown Insert Delete Backspace Space Tab Return Escape Plus'.split(
    ' ',
  ),
);
const signs = ",-=[]\\;'/.`";

/** Null: that is no key which a menu of Electron could have. */
export function parseKeys(keys: string, platform: Platform): Press | null {
  const parts = keys.split('+');
  const key = parts.pop() ?? '';
  const held = new Set(parts.map((part) => modifier(part, platform)));
  const known = /^([A-Z0-9]|F([1-9]|1\d|2[0-4]))$/.test(key) || named.has(key) || isSign(key);
  if (!known || held.size < parts.length) return null;
  const ordered = modifiers.filter((name) => held.has(name));
  return ordered.length === held.size ? { held: ordered, key } : null;
}

/** A character by itself, which another keyboard may have on another key. */
export function isSign(key: string): boolean {
  return key.length === 1 && signs.includes(key);
}

function modifier(name: string, platform: Platform): string {
  if (name === 'CmdOrCtrl' || name === 'CommandOrControl') return platform === 'mac' ? 'Cmd' : 'Ctrl';
  return other[name] ?? name;
}

/** The same press is always written in the same way; null where it is none. */
export function canonical(keys: string, platform: Platform): string | null {
  const press = parseKeys(keys, platform);
  return press && [...press.held, press.key].join('+');
}

const onMac: Readonly<Record<string, string>> = {
  ...{ Ctrl: '⌃', Alt: '⌥', Shift: '⇧', Cmd: '⌘' },
  ...{ Up: '↑', Down: '↓', Left: '←', Right: '→', Backspace: '⌫', Delete: '⌦', Return: '↩', Escape: 'Esc' },
  ...{ Home: '↖', End: '↘', PageUp: '⇞', PageDown: '⇟', Tab: '⇥', Plus: '+' },
};

/** As the system shows them: `⇧⌘M`, `Ctrl+Shift+M`. */
export function keysLabel(keys: string, platform: Platform): string {
  const press = parseKeys(keys, platform);
  if (!press) return keys;
  const said: Readonly<Record<string, string>> = words.desktop.keys;
  const mac = platform === 'mac';
  const parts = mac ? [...press.held, press.key] : [...inOrder(press.held), press.key];
  return parts.map((part) => (mac && onMac[part]) || said[part] || part).join(mac ? '' : '+');
}

/** On Windows and Linux Shift is named last. */
function inOrder(held: readonly Modifier[]): readonly Modifier[] {
  return held.toSorted((one, next) => Number(one === 'Shift') - Number(next === 'Shift'));
}

const aria: Readonly<Record<string, string>> = {
  ...{ Ctrl: 'Control', Cmd: 'Meta', Plus: '+', Return: 'Enter' },
  ...{ Up: 'ArrowUp', Down: 'ArrowDown', Left: 'ArrowLeft', Right: 'ArrowRight' },
};

/** As `aria-keyshortcuts` has them: `Control+Shift+M`. */
export function ariaKeys(keys: string, platform: Platform): string | undefined {
  const press = parseKeys(keys, platform);
  return press ? [...press.held, press.key].map((part) => aria[part] ?? part).join('+') : undefined;
}
