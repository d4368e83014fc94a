/** `BrowserWindow`: size, state and life of a window; its page is in web-contents.ts. */
import { EventEmitter } from 'node:events';
import { record } from './calls.ts';
import { browser } from './cdp.ts';
import { emitsOnly, isPrevented } from './events.ts';
import type { WebPreferences } from './page-preload.ts';
import { WebContents } from './web-contents.ts';

interface Rectangle {
  x: number;
  y: number;
  width: number;
  height: number;
}
interface Options extends Partial<Rectangle> {
  show?: boolean;
  title?: string;
  webPreferences?: WebPreferences;
  [other: string]: unknown;
}
type State = 'normal' | 'minimized' | 'maximized' | 'fullscreen';

const windows = new Map<number, BrowserWindow>();
let focused: BrowserWindow | null = null;

function moveFocus(to: BrowserWindow): void {
  if (focused === to) return;
  focused?.emit('blur');
  focused = to;
  to.emit('focus');
}

/** For app.ts: 'created' with the window and its contents, 'closed' after one has gone. */
export const windowEvents = new EventEmitter();

export class BrowserWindow extends EventEmitter {
  readonly id: number;
  readonly webContents: WebContents;
  #bounds: Rectangle;
  #visible: boolean;
  #title: string;
  #state: State = 'normal';
  #onTop: boolean;

  constructor(options: Options = {}) {
    super();
    if (!browser.running) throw new Error('Cannot create BrowserWindow before app is ready');
    emitsOnly(
      this,
      'BrowserWindow',
      'newListener blur close closed enter-full-screen focus hide leave-full-screen maximize minimize move ' +
        'page-title-updated ready-to-show resize restore show unmaximize',
    );
    const { x = 0, y = 0, width = 800, height = 600, title = 'Electron', webPreferences = {} } = options;
    this.#bounds = { x, y, width, height };
    this.#visible = options.show !== false;
    this.#onTop = options['alwaysOnTop'] === true;
    this.#title = title;
    this.webContents = new WebContents(webPreferences, this.#bounds);
    this.id = this.webContents.id;
    windows.set(this.id, this);
    if (this.#visible) moveFocus(this);
    this.#follow(this.webContents);
    this.#place();
    windowEvents.emit('created', this, this.webContents);
  }

  #follow(contents: WebContents): void {
    contents.once('did-finish-load', () => this.emit('ready-to-show', {}));
    contents.on('page-title-updated', (_event, title: string) => {
      if (!isPrevented((event) => this.emit('page-title-updated', event, title, true))) this.#title = title;
    });
    contents.once('destroyed', () => {
      windows.delete(this.id);
      if (focused === this) focused = null;
      this.emit('closed');
      windowEvents.emit('closed');
    });
  }

  #place(): void {
    this.#moveInChromium().catch(() => undefined); // the window may be gone
  }

  async #moveInChromium(): Promise<void> {
    const { x, y, width, height } = this.#bounds;
    const contents = this.webContents;
    const { windowId } = await contents.command('Browser.getWindowForTarget');
    const set = (bounds: object): Promise<void> =>
      contents.command('Browser.setWindowBounds', { windowId, bounds });
    await set({ windowState: 'normal' });
    if (this.#state !== 'normal') return set({ windowState: this.#state });
    await set({ left: x, top: y, width, height });
    // Chromium's frame takes a part of the window; the app asked for a size without one.
    const { cssLayoutViewport } = await contents.command('Page.getLayoutMetrics');
    const missing = height - cssLayoutViewport.clientHeight;
    if (missing > 0) await set({ height: height + missing });
  }

  #enter(state: State, event: string): void {
    this.#state = state;
    this.#place();
    this.emit(event);
  }

  loadURL = (url: string): Promise<void> => this.webContents.loadURL(url);
  reload = (): void => this.webContents.reload();

  show(): void {
    this.#visible = true;
    this.emit('show');
    this.focus();
  }
  hide(): void {
    if (!this.#visible) return;
    this.#visible = false;
    this.emit('hide');
    this.blur();
  }
  blur(): void {
    if (focused !== this) return;
    focused = null;
    this.emit('blur');
  }
  focus(): void {
    moveFocus(this);
    this.webContents.focus();
  }

  /** False when the app kept the window open. */
  close(): boolean {
    if (isPrevented((event) => this.emit('close', event))) return false;
    this.webContents.close({ waitForBeforeUnload: true });
    return true;
  }
  destroy = (): void => this.webContents.close();

  minimize = (): void => this.#enter('minimized', 'minimize');
  maximize = (): void => this.#enter('maximized', 'maximize');
  unmaximize = (): void => this.#enter('normal', 'unmaximize');
  restore = (): void => this.#enter('normal', 'restore');
  setFullScreen = (on: boolean): void =>
    on ? this.#enter('fullscreen', 'enter-full-screen') : this.#enter('normal', 'leave-full-screen');

  isDestroyed = (): boolean => !windows.has(this.id);
  isVisible = (): boolean => this.#visible;
  isFocused = (): boolean => focused === this;
  isMinimized = (): boolean => this.#state === 'minimized';
  isMaximized = (): boolean => this.#state === 'maximized';
  isFullScreen = (): boolean => this.#state === 'fullscreen';

  getTitle = (): string => this.#title;
  setTitle = (title: string): void => void (this.#title = title);
  getBounds = (): Rectangle => ({ ...this.#bounds });
  getNormalBounds = (): Rectangle => ({ ...this.#bounds });
  setBounds(bounds: Partial<Rectangle>): void {
    const before = this.#bounds;
    const now = { ...before, ...bounds };
    this.#bounds = now;
    this.#place();
    if (before.width !== now.width || before.height !== now.height) this.emit('resize');
    if (before.x !== now.x || before.y !== now.y) this.emit('move');
  }

  setAlwaysOnTop = (on: boolean): void => void (this.#onTop = on);
  isAlwaysOnTop = (): boolean => this.#onTop;
  setBackgroundColor = (color: string): void => record('window.setBackgroundColor', color);
  setTitleBarOverlay = (options: object): void => record('window.setTitleBarOverlay', options);
  setMenuBarVisibility = (on: boolean): void => record('window.setMenuBarVisibility', on);
  setAutoHideMenuBar = (on: boolean): void => record('window.setAutoHideMenuBar', on);

  static getAllWindows(): BrowserWindow[] {
    return [...windows.values()];
  }
  static getFocusedWindow(): BrowserWindow | null {
    return focused;
  }
  static fromId(id: number): BrowserWindow | null {
    return windows.get(id) ?? null;
  }
  static fromWebContents(contents: unknown): BrowserWindow | null {
    return [...windows.values()].find((window) => window.webContents === contents) ?? null;
  }
}
