import { systemPreferences } from 'electron';

/** The colour that the user gave the system, `#rrggbb`; null where it has none. */
export function accent(): string | null {
  try {
    return colourOf(systemPreferences.getAccentColor());
  } catch {
    return null; // a desktop that keeps no such colour
  }
}

/** Windows and Linux tell of a new one by an event, macOS by a notification to every app. */
export function onAccent(changed: (colour: string | null) => void): void {
  const tell = () => changed(accent());
  if (process.platform === 'darwin')
    systemPreferences.subscribeNotification('AppleColorPreferencesChangedNotification', tell);
  else systemPreferences.on('accent-color-changed', tell);
}

/** Electron's is `rrggbbaa`, with a `#` on some systems. */
function colourOf(rgba: string): string | null {
  const digits = /^#?([0-9a-f]{6})(?:[0-9a-f]{2})?$/i.exec(rgba)?.[1];
  return digits === undefined ? null : `#${digits.toLowerCase()}`;
}
