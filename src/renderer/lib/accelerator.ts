/** Keys as Electron names them: `Ctrl+Alt+Space`. */

const NAMED: Readonly<Record<string, string>> = {
  ...{ Space: 'Space', Enter: 'Enter', Tab: 'Tab', Home: 'Home', End: 'End', Insert: 'Insert' },
  ...{ PageUp: 'PageUp', PageDown: 'PageDown', Delete: 'Delete' },
  ...{ ArrowUp: 'Up', ArrowDown: 'Down', ArrowLeft: 'Left', ArrowRight: 'Right' },
  ...{ Minus: '-', Equal: '=', Comma: ',', Period: '.', Slash: '/', Backquote: '`' },
};

/** What was pressed; null while it is no key that a whole system could give: one needs Ctrl, Alt or ⌘, or an F key. */
export function acceleratorOf(event: KeyboardEvent, mac: boolean): string | null {
  const key = /^(?:Key|Digit)(.)$/.exec(event.code)?.[1] ?? NAMED[event.code] ?? functionKey(event.code);
  const held = event.ctrlKey || event.altKey || event.metaKey;
  if (key === null || (!held && functionKey(event.code) === null)) return null;
  return [
    ...(event.ctrlKey ? ['Ctrl'] : []),
    ...(event.altKey ? ['Alt'] : []),
    ...(event.shiftKey ? ['Shift'] : []),
    ...(event.metaKey ? [mac ? 'Cmd' : 'Super'] : []),
    key,
  ].join('+');
}

const functionKey = (code: string) => (/^F([1-9]|1\d|2[0-4])$/.test(code) ? code : null);
