import { app, BrowserWindow, type BrowserWindowConstructorOptions, nativeTheme } from 'electron';
import { join } from 'node:path';
import type { WindowView } from '../../shared/window-view';
import { pageOrigin } from './protocol';
import { titleBar } from './title-bar';
import { displays, placeOf } from './window-place';
import type { WindowState, WindowStates } from './window-states';
import { offerReloadWhenStuck, reviveAfterCrash } from './window-trouble';

/** The page's ground (`--bg`), so that a window is never the wrong colour before its first paint. */
const GROUND = { light: '#ffffff', dark: '#191918' };

/** The main windows by their ids; the one that was in front last is the last. */
let order: readonly (readonly [id: string, window: BrowserWindow])[] = [];
let states: WindowStates;
let quitting = false;

/** A window for a page of ours, not shown yet. There is no other way to make one. */
export function makeWindow(
  options: Omit<BrowserWindowConstructorOptions, 'webPreferences' | 'show'>,
): BrowserWindow {
  return new BrowserWindow({
    title: 'Parley',
    backgroundColor: nativeTheme.shouldUseDarkColors ? GROUND.dark : GROUND.light,
    ...options,
    show: false,
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      // Elsewhere Chromium would fetch dictionaries from the network.
      spellcheck: process.platform === 'darwin',
    },
  });
}

/** Opens the windows that were open when the app ended, or one. */
export function openWindows(kept: WindowStates): void {
  states = kept;
  app.on('before-quit', () => (quitting = true));
  app.on('will-quit', () => kept.flush());
  if (kept.all.length === 0) kept.add();
  for (const state of kept.all) open(state);
}

/** Opens one more window. `wanted` is what it is opened for. */
export function openWindow(wanted: Readonly<Record<string, string>> = {}): void {
  // Where none is open, it is the one that was closed last.
  open((order.length === 0 && states.all.at(-1)) || states.add(), wanted);
}

function open(state: WindowState, wanted: Readonly<Record<string, string>> = {}): void {
  const { id } = state;
  const window = makeWindow({
    ...placeOf(state, mainWindow()?.getBounds() ?? null),
    minWidth: 480,
    minHeight: 560,
    alwaysOnTop: state.onTop,
    ...titleBar(),
  });
  order = [...order, [id, window]];
  window.once('ready-to-show', () => {
    if (state.maximized) window.maximize();
    window.show();
    if (state.fullScreen) window.setFullScreen(true);
  });
  follow(id, window);
  reviveAfterCrash(window);
  offerReloadWhenStuck(window);
  void window.loadURL(
    `${pageOrigin}/index.html?${new URLSearchParams({ window: id, ...wanted }).toString()}`,
  );
}

/** Keeps where it stands. */
function follow(id: string, window: BrowserWindow): void {
  const moved = () => {
    const [maximized, fullScreen] = [window.isMaximized(), window.isFullScreen()];
    const known = states.find(id)?.bounds ?? {};
    const bounds = { ...known, [displays()]: window.getNormalBounds() };
    states.change(id, { maximized, fullScreen, bounds });
  };
  window.on('resize', moved);
  window.on('move', moved);
  window.on('maximize', moved);
  window.on('unmaximize', moved);
  window.on('enter-full-screen', moved);
  window.on('leave-full-screen', moved);
  window.on('focus', () => {
    states.raise(id);
    order = [...order.filter(([other]) => other !== id), [id, window]];
  });
  window.once('closed', () => {
    order = order.filter(([other]) => other !== id);
    // The last one is what one comes back to.
    if (!quitting && order.length > 0) states.remove(id);
  });
}

/** What a window comes back to; null where it is not known, as of the only one before it has shown a chat. */
export function viewOf(id: string): WindowView | null {
  const state = states.find(id);
  const isNew = states.all.length === 1 && state?.openConversation === null;
  return isNew ? null : (state ?? null);
}

/** At once: a kill must not cost the place where one was. */
export function keepView(id: string, view: Partial<WindowView>): void {
  states.change(id, view);
  states.flush();
}

/** Keeps the window above all others, or no longer. */
export function toggleOnTop(window: BrowserWindow | null): void {
  const [id, chosen] = order.find(([, other]) => other === window) ?? order.at(-1) ?? [];
  if (id === undefined || !chosen) return;
  chosen.setAlwaysOnTop(!chosen.isAlwaysOnTop());
  states.change(id, { onTop: chosen.isAlwaysOnTop() });
}

/** Those that people chat in, without the small one and pages that are printed. The last was in front last. */
export function mainWindows(): readonly BrowserWindow[] {
  return order.map(([, window]) => window);
}

/** The main window that was in front last. */
export function mainWindow(): BrowserWindow | undefined {
  return order.at(-1)?.[1];
}

/** Brings the window to the front, or opens one. */
export function showWindow(): void {
  const window = mainWindow();
  if (!window) return openWindow();
  if (window.isMinimized()) window.restore();
  window.show();
}
