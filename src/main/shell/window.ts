import { BrowserWindow, dialog, nativeTheme, session } from 'electron';
import { join } from 'node:path';
import { pageOrigin } from './protocol';

/** The page's ground (`--bg`), so that a window is never the wrong colour before its first paint. */
const GROUND = { light: '#ffffff', dark: '#191918' };

/** Two crashes within this time are one that repeats itself. */
const CRASH_LOOP_MS = 10_000;

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
  reviveAfterCrash(window);
  offerReloadWhenStuck(window);
  void window.loadURL(`${pageOrigin}/index.html`);
}

/** The one that people see: a page that is printed has a window, too. */
export function mainWindow() {
  return BrowserWindow.getAllWindows().find(
    ({ webContents }) => webContents.session === session.defaultSession,
  );
}

/** Brings the window to the front, or opens one. */
export function showWindow(): void {
  const window = mainWindow();
  if (!window) return openWindow();
  if (window.isMinimized()) window.restore();
  window.focus();
}

/** Has the window begin anew. */
export function reloadWindow(): void {
  mainWindow()?.webContents.reload();
}

/** The turn goes on in main: a page that crashed is loaded again and reads what it missed, unless it crashes at once. */
function reviveAfterCrash(window: BrowserWindow): void {
  let last = -Infinity;
  window.webContents.on('render-process-gone', (_, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    const now = performance.now();
    const again = now - last < CRASH_LOOP_MS;
    last = now;
    if (!again) return window.webContents.reload();
    dialog.showErrorBox('The window keeps crashing', 'Nothing is lost. Quit Parley and start it again.');
  });
}

/** A page that hangs does not hold up the turn; one that was crashed on purpose is loaded again like any other. */
function offerReloadWhenStuck(window: BrowserWindow): void {
  window.on('unresponsive', () => {
    const question = dialog.showMessageBox(window, {
      type: 'question',
      message: 'The window does not respond.',
      detail: 'Answers go on and are kept. Loading the window again loses nothing but what was typed last.',
      buttons: ['Load it again', 'Wait'],
      defaultId: 0,
      cancelId: 1,
      noLink: true,
    });
    void question.then(({ response }) => response === 0 && window.webContents.forcefullyCrashRenderer());
  });
}
