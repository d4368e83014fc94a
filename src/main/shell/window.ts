import { app, BrowserWindow, type BrowserWindowConstructorOptions } from 'electron';
import { join } from 'node:path';
import type { WindowView } from '../../shared/window-view';
import { pageOrigin } from './protocol';
import { followTheme, frameNow, material } from './title-bar';
import { frameOf, groundOf } from './window-frame';
import { displays, placeOf } from './window-place';
import type { WindowState, WindowStates } from './window-states';
import { offerReloadWhenStuck, reviveAfterCrash } from './window-trouble';

/** How much larger Chromium shows everything at each level. */
const PER_LEVEL = 1.2;

/** The main windows by their ids; the one that was in front last is the last. */
let order: readonly (readonly [id: string, window: BrowserWindow])[] = [];
let states: WindowStates;
let quitting = false;
let pageGone: (id: string) => void;

/** A window for a page of ours, not shown yet. There is no other way to make one. Each has a zoom of its own. */
export function makeWindow(
  options: Omit<BrowserWindowConstructorOptions, 'webPreferences' | 'show'>,
  zoom = 0,
): BrowserWindow {
  return new BrowserWindow({
    title: 'Parley',
    backgroundColor: groundOf(frameNow({ material: false, integrated: false })),
    ...options,
    show: false,
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      // Elsewhere Chromium would fetch dictionaries from the network.
      spellcheck: process.platform === 'darwin',
      zoomMode: 'isolated',
      zoomFactor: PER_LEVEL ** zoom,
    },
  });
}

/** Opens the windows that were open when the app ended, or one. `gone` hears of pages whose process has ended. */
export function openWindows(kept: WindowStates, gone: (id: string) => void): void {
  states = kept;
  pageGone = gone;
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
  const made = { material, integrated: states.integratedTitleBar };
  const window = makeWindow(
    {
      ...placeOf(state, mainWindow()?.getBounds() ?? null),
      minWidth: 480,
      minHeight: 560,
      alwaysOnTop: state.onTop,
      ...frameOf(frameNow(made)),
    },
    state.zoom,
  );
  order = [...order, [id, window]];
  window.once('ready-to-show', () => {
    if (state.maximized) window.maximize();
    window.show();
    if (state.fullScreen) window.setFullScreen(true);
  });
  follow(id, window);
  followTheme(window, made);
  window.webContents.on('render-process-gone', () => pageGone(id));
  reviveAfterCrash(window);
  offerReloadWhenStuck(window);
  const asked = new URLSearchParams({ window: id, ...(material && { material: '' }), ...wanted });
  void window.loadURL(`${pageOrigin}/index.html?${asked.toString()}`);
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
    pageGone(id);
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

/** Keeps how large everything in the window is shown. */
export function keepZoom(window: BrowserWindow, zoom: number): void {
  const [id] = order.find(([, other]) => other === window) ?? [];
  if (id !== undefined) states.change(id, { zoom });
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
