/** Which Chromium shows our pages when Electron cannot, and how it is started: shared with Vitest's browser mode. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The usual places, the plainest build first. */
function places(): string[] {
  switch (process.platform) {
    case 'darwin':
      return [
        '/Applications/Chromium.app/Contents/MacOS/Chromium',
        '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      ];
    case 'win32':
      return ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((name) => {
        const folder = process.env[name];
        if (!folder) return [];
        return ['Chromium', 'Google/Chrome', 'Microsoft/Edge'].map((browser) =>
          join(folder, browser, 'Application', browser.endsWith('Edge') ? 'msedge.exe' : 'chrome.exe'),
        );
      });
    default:
      return [
        '/usr/bin/chromium',
        '/usr/bin/chromium-browser',
        '/usr/bin/google-chrome-stable',
        '/usr/bin/google-chrome',
        '/snap/bin/chromium',
      ];
  }
}

/** The Chromium to use: `STANDIN_CHROMIUM`, else the first that is installed. Throws when there is none. */
export function findChromium(): string {
  const chosen = process.env['STANDIN_CHROMIUM'];
  if (chosen && !existsSync(chosen))
    throw new Error(`STANDIN_CHROMIUM names ${chosen}, which does not exist.`);
  const found = chosen ?? places().find((path) => existsSync(path));
  if (found) return found;
  throw new Error('No Chromium was found. Install Chromium or Chrome, or name one in STANDIN_CHROMIUM.');
}

/** Quiet, offline, the same on every machine. Chromium's sandbox refuses to run as root, so only root goes without. */
export const chromiumFlags: string[] = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-extensions',
  '--disable-sync',
  '--password-store=basic',
  '--force-color-profile=srgb',
];
