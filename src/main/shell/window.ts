import { BrowserWindow, nativeTheme } from 'electron';
import { join } from 'node:path';
import { pageOrigin } from './protocol';

/** The page's ground (`--bg`), so that a window is never the wrong colour before its first paint. */
const GROUND = { light: '#ffffff', dark: '#191918' };

/** Opens the main window; it shows when it has something to show. */
export function openWindow(): void {
  const window = new BrowserWindow({
    width: 1280,
    height: 860,
    minWidth: 480,
    minHeight: 560,
    show: false,
    title: 'Parley',
    backgroundColor: nativeTheme.shouldUseDarkColors ? GROUND.dark : GROUND.light,
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      // Elsewhere Chromium would fetch dictionaries from the network.
      spellcheck: process.platform === 'darwin',
    },
  });
  window.once('ready-to-show', () => window.show());
  // The turn goes on in main: a page that crashed is loaded again and reads what it missed.
  window.webContents.on('render-process-gone', (_, { reason }) => {
    if (reason !== 'clean-exit') window.webContents.reload();
  });
  void window.loadURL(`${pageOrigin}/index.html`);
}

/** Brings the window to the front, or opens one. */
export function showWindow(): void {
  const [window] = BrowserWindow.getAllWindows();
  if (!window) return openWindow();
  if (window.isMinimized()) window.restore();
  window.focus();
}
