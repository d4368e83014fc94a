import { BrowserWindow, type BrowserWindowConstructorOptions, nativeTheme } from 'electron';
import { join } from 'node:path';
import { pageOrigin } from './protocol';
import { offerReloadWhenStuck, reviveAfterCrash } from './window-trouble';

/** The page's ground (`--bg`), so that a window is never the wrong colour before its first paint. */
const GROUND = { light: '#ffffff', dark: '#191918' };

/** The main windows; the one that was in front last is the last. */
let order: readonly BrowserWindow[] = [];

/** What every page of ours is shown with. */
export function pageOptions(): BrowserWindowConstructorOptions {
  return {
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
  };
}

/** Opens a main window; it shows when it has something to show. `wanted` is what it is opened for. */
export function openWindow(wanted: Readonly<Record<string, string>> = {}): void {
  const window = new BrowserWindow({
    ...pageOptions(),
    width: 1280,
    height: 860,
    minWidth: 480,
    minHeight: 560,
  });
  order = [...order, window];
  window.on('focus', () => (order = [...order.filter((other) => other !== window), window]));
  window.once('closed', () => (order = order.filter((other) => other !== window)));
  window.once('ready-to-show', () => window.show());
  reviveAfterCrash(window);
  offerReloadWhenStuck(window);
  void window.loadURL(`${pageOrigin}/index.html?${new URLSearchParams(wanted).toString()}`);
}

/** Those that people chat in, without the small one and pages that are printed. The last was in front last. */
export function mainWindows(): readonly BrowserWindow[] {
  return order;
}

/** The main window that was in front last. */
export function mainWindow(): BrowserWindow | undefined {
  return order.at(-1);
}

/** Brings the window to the front, or opens one. */
export function showWindow(): void {
  const window = mainWindow();
  if (!window) return openWindow();
  if (window.isMinimized()) window.restore();
  window.show();
}
