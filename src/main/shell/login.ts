import { app } from 'electron';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Whether the app opens when one logs in; null where the system has no such list. */
export function opensAtLogin(): boolean | null {
  if (process.platform !== 'linux') return app.getLoginItemSettings().openAtLogin;
  try {
    return !/^(Hidden=true|X-GNOME-Autostart-enabled=false)$/m.test(readFileSync(autostartFile(), 'utf8'));
  } catch {
    return false;
  }
}

/** Puts the app on the system's list, or takes it off. Throws where the list cannot be written. */
export function openAtLogin(on: boolean): void {
  if (process.platform !== 'linux') return app.setLoginItemSettings({ openAtLogin: on });
  const file = autostartFile();
  if (!on) return rmSync(file, { force: true });
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, entry());
}

/** specifications.freedesktop.org/autostart-spec */
const autostartFile = () => join(app.getPath('appData'), 'autostart', 'parley.desktop');

function entry(): string {
  const command = process.env['APPIMAGE'] ?? app.getPath('exe');
  const words = app.isPackaged ? [command] : [command, app.getAppPath()];
  return [
    '[Desktop Entry]',
    'Type=Application',
    `Name=${app.getName()}`,
    `Exec=${words.map(quoted).join(' ')}`,
    'Terminal=false',
    '',
  ].join('\n');
}

/** As the specification of desktop entries reads a word of a command. */
const quoted = (word: string) => `"${word.replace(/["`$\\]/g, '\\$&').replaceAll('%', '%%')}"`;
