import { matchKeybindingPress, parseKeybinding, tinykeys } from 'tinykeys';
import {
  commands,
  commandNames,
  isWindowCommand,
  type KeyChoices,
  keysOf,
  type WindowCommand,
} from '../../shared/commands';
import { isSign, parseKeys, type Platform } from '../../shared/keys';

interface Listening {
  readonly platform: Platform;
  readonly choices: KeyChoices;
  readonly run: (command: WindowCommand) => void;
  /** What Escape does. False when there was nothing to end. */
  readonly escape: () => boolean;
}

/** Listens on the whole window; returns what ends it. */
export function listen({ platform, choices, run, escape }: Listening): () => void {
  const keys: Record<string, (event: KeyboardEvent) => void> = {
    Escape: (event) => {
      if (!event.isComposing && !isLayered(event.target) && escape()) event.preventDefault();
    },
  };
  for (const name of commandNames) {
    const own = keysOf(name, platform, choices);
    if (own === null || !isWindowCommand(name) || !isHeardHere(name, platform)) continue;
    const act = (event: KeyboardEvent) => {
      // There the keys delete words; held down until it is empty, they stop at that.
      if (name === 'delete-chat' && (hasText(event.target) || event.repeat)) return;
      // A shortcut belongs to the window, so it waits while a dialog is open.
      if (isLayered(event.target)) return;
      event.preventDefault();
      run(name);
    };
    const { usual, byPlace } = patterns(own, platform);
    if (usual) keys[usual] = act;
    if (byPlace) keys[byPlace] = (event) => isForeign(event) && act(event);
  }
  const ignore = (event: KeyboardEvent) => event.isComposing || isAltGr(event, platform);
  return tinykeys(window, keys, { ignore });
}

/** On macOS the menu hears the keys of what stands in it; both would do it twice. See `menu-template.ts` in main. */
function isHeardHere(name: WindowCommand, platform: Platform): boolean {
  return platform !== 'mac' || !commands[name].menu;
}

/** Whether these keys were pressed. */
export function isPressed(event: KeyboardEvent, keys: string, platform: Platform): boolean {
  if (event.isComposing || isAltGr(event, platform)) return false;
  const { usual, byPlace } = patterns(keys, platform);
  const matches = (pattern: string | null) =>
    pattern !== null && parseKeybinding(pattern).some((press) => matchKeybindingPress(event, press));
  return matches(usual) || (isForeign(event) && matches(byPlace));
}

const held: Readonly<Record<string, string>> = { Ctrl: 'Control', Cmd: 'Meta' };
const named: Readonly<Record<string, string>> = {
  ...{ Up: 'ArrowUp', Down: 'ArrowDown', Left: 'ArrowLeft', Right: 'ArrowRight' },
  ...{ Return: 'Enter', Plus: '+' },
};
const signPlaces: Readonly<Record<string, string>> = {
  ...{ ',': 'Comma', '-': 'Minus', '=': 'Equal', '[': 'BracketLeft', ']': 'BracketRight', '`': 'Backquote' },
  ...{ '\\': 'Backslash', ';': 'Semicolon', "'": 'Quote', '/': 'Slash', '.': 'Period' },
};

interface Patterns {
  readonly usual: string | null;
  /** Where the key lies, for keyboards that write other letters. */
  readonly byPlace: string | null;
}

/** As tinykeys writes them. */
function patterns(keys: string, platform: Platform): Patterns {
  const press = parseKeys(keys, platform);
  if (!press) return { usual: null, byPlace: null };
  const { key } = press;
  const before = press.held.map((name) => `${held[name] ?? name}+`).join('');
  // Where a digit lies, another keyboard has a sign.
  if (/^\d$/.test(key)) return { usual: `${before}Digit${key}`, byPlace: null };
  if (/^[A-Z]$/.test(key)) return { usual: before + key.toLowerCase(), byPlace: `${before}Key${key}` };
  if (!isSign(key) && key !== 'Plus') return { usual: before + (named[key] ?? key), byPlace: null };
  // Some keyboards have the sign with Shift, some without.
  const either = press.held.includes('Shift') ? '' : '[Shift]+';
  const place = signPlaces[key];
  return { usual: before + either + (named[key] ?? key), byPlace: place ? before + place : null };
}

/** The keyboard writes letters that no shortcut is named after; with Option on macOS most do. */
function isForeign({ key }: KeyboardEvent): boolean {
  return key === 'Dead' || (key.length === 1 && key > '~');
}

/** AltGr writes letters; Windows reports it as Ctrl and Alt. */
function isAltGr(event: KeyboardEvent, platform: Platform): boolean {
  return platform !== 'mac' && event.getModifierState('AltGraph');
}

/** Whether something lies over the window: a dialog or a menu that is open, or was when the key was pressed in it. */
export function isLayered(target: EventTarget | null = null): boolean {
  const inside = target instanceof Element && target.closest('dialog, [role="menu"]') !== null;
  return inside || document.querySelector('dialog[open], [role="menu"]') !== null;
}

/** Whether it is a field in which keys would delete words. */
export function hasText(target: EventTarget | null): boolean {
  const field = target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement;
  return field && target.value !== '';
}
