import { isSign, type Platform } from '../../shared/keys';

/** What the keys that were pressed are for: a shortcut, or why they are none. */
export type Recorded =
  | { readonly kind: 'keys'; readonly keys: string }
  | { readonly kind: 'refused'; readonly why: Refusal; readonly keys: string }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'clear' }
  | { readonly kind: 'leave' }
  | { readonly kind: 'wait' };

type Refusal = 'alone' | 'window' | 'system' | 'unknown';

const modifiers = ['Control', 'Shift', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'Fn', 'NumLock', 'Dead'];
const named: Readonly<Record<string, string>> = {
  ...{ ArrowUp: 'Up', ArrowDown: 'Down', ArrowLeft: 'Left', ArrowRight: 'Right', ' ': 'Space', '+': 'Plus' },
  ...{ Enter: 'Return', Home: 'Home', End: 'End', PageUp: 'PageUp', PageDown: 'PageDown', Tab: 'Tab' },
  ...{ Insert: 'Insert', Delete: 'Delete', Backspace: 'Backspace', Escape: 'Escape' },
};

/** Reads a press as Electron names it; {@link listen} hears what is read here. */
export function record(event: KeyboardEvent, platform: Platform): Recorded {
  const altGr = platform !== 'mac' && event.getModifierState('AltGraph');
  if (event.isComposing || altGr || (modifiers.includes(event.key) && !/^Key/.test(event.code)))
    return { kind: 'wait' };
  const { ctrlKey, altKey, metaKey, shiftKey } = event;
  const held = ctrlKey || altKey || metaKey;
  if (!held && event.key === 'Escape') return { kind: 'cancel' };
  if (!held && !shiftKey && event.key === 'Backspace') return { kind: 'clear' };
  if (!held && event.key === 'Tab') return { kind: 'leave' }; // one goes on to what comes next
  const key = keyOf(event);
  if (key === null) return { kind: 'refused', why: 'unknown', keys: event.key };
  const shift = shiftKey && !isSign(key) && key !== 'Plus'; // a sign may need it on this keyboard
  const keys = [ctrlKey && 'Ctrl', altKey && 'Alt', shift && 'Shift', metaKey && 'Cmd', key]
    .filter((part) => part !== false)
    .join('+');
  const why = refusal({ key, keys, held }, platform);
  return why ? { kind: 'refused', why, keys } : { kind: 'keys', keys };
}

function keyOf({ key, code }: KeyboardEvent): string | null {
  const digit = /^Digit(\d)$/.exec(code)?.[1];
  if (digit) return digit;
  if (/^[a-z]$/i.test(key)) return key.toUpperCase();
  if (/^F([1-9]|1\d|2[0-4])$/.test(key) || isSign(key)) return key;
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  // Another alphabet, or what Option makes of a letter.
  if (letter && (key === 'Dead' || key > '~')) return letter;
  return named[key] ?? null;
}

/** Of these the system or the field that has the focus makes something else. */
const ofTheSystem: Readonly<Record<Platform, readonly string[]>> = {
  mac: [
    ...['Cmd+C', 'Cmd+V', 'Cmd+X', 'Cmd+Z', 'Shift+Cmd+Z', 'Cmd+A', 'Cmd+Q', 'Cmd+H', 'Alt+Cmd+H', 'Cmd+M'],
    ...['Cmd+W', 'Cmd+Tab', 'Cmd+Space', 'Ctrl+Cmd+F', 'Shift+Cmd+3', 'Shift+Cmd+4', 'Shift+Cmd+5'],
    ...['Alt+Shift+Cmd+V', 'Cmd+`'],
  ],
  windows: [
    ...['Ctrl+C', 'Ctrl+V', 'Ctrl+X', 'Ctrl+Z', 'Ctrl+Y', 'Ctrl+A', 'Ctrl+Shift+Z', 'Ctrl+Shift+V'],
    ...['Ctrl+W', 'Alt+F4', 'Alt+Tab', 'Alt+Space', 'Ctrl+Alt+Delete', 'F10', 'F11'],
  ],
  linux: [
    ...['Ctrl+C', 'Ctrl+V', 'Ctrl+X', 'Ctrl+Z', 'Ctrl+Y', 'Ctrl+A', 'Ctrl+Shift+Z', 'Ctrl+Shift+V'],
    ...['Ctrl+W', 'Ctrl+Q', 'Alt+F4', 'Alt+Tab', 'Alt+Space', 'Ctrl+Alt+Delete', 'F10', 'F11'],
  ],
};
/** With these one moves in the window and in what one writes. */
const moving = [
  'Tab',
  'Return',
  'Escape',
  'Space',
  'Backspace',
  'Up',
  'Down',
  'Left',
  'Right',
  'Home',
  'End',
];

function refusal(
  { key, keys, held }: { readonly key: string; readonly keys: string; readonly held: boolean },
  platform: Platform,
): Refusal | null {
  if (['Tab', 'Return', 'Escape'].includes(key)) return 'window';
  if (!held && (moving.includes(key) || /^Page|^(Insert|Delete)$/.test(key))) return 'window';
  if (/^(Alt)\+(Up|Down)$/.test(keys)) return 'window'; // from message to message
  if (ofTheSystem[platform].includes(keys)) return 'system';
  if (platform !== 'mac' && keys.includes('Cmd+')) return 'system'; // the Windows key
  // There Option writes signs, and elsewhere Alt with a letter opens a menu.
  const alt = /^Alt\+(Shift\+)?(.)$/.exec(keys)?.[2];
  if (alt !== undefined && platform === 'mac') return 'alone';
  if (alt !== undefined && /[A-Z]/.test(alt)) return 'system';
  return held || /^F\d+$/.test(key) ? null : 'alone';
}
