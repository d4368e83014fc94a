/** `app`: paths, the single-instance lock, and the life cycle from 'ready' to 'quit'. */
import type { RelaunchOptions } from 'electron';
import { spawn } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { mkdirSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { BrowserWindow, windowEvents } from './browser-window.ts';
import { record } from './calls.ts';
import { browser, Chromium, type Params } from './cdp.ts';
import { emitsOnly, isPrevented } from './events.ts';
import { isOurPage } from './page-target.ts';
import { takeLock } from './single-instance.ts';
import type { WebContents } from './web-contents.ts';

const home = homedir();

class App extends EventEmitter {
  readonly #ready = Promise.withResolvers<void>();
  readonly #switches = new Map<string, string>();
  readonly #paths = new Map([
    ['home', home],
    ['appData', process.env['XDG_CONFIG_HOME'] ?? join(home, '.config')],
    ['temp', tmpdir()],
    ['exe', process.execPath],
    ['desktop', join(home, 'Desktop')],
    ['documents', join(home, 'Documents')],
    ['downloads', join(home, 'Downloads')],
  ]);
  #info = { version: '0.0.0', path: process.cwd() };
  #chromium: Chromium | undefined;
  #releaseLock: (() => void) | undefined;
  #isReady = false;
  #quitting = false;
  #badge = 0;
  #atLogin = false;
  #next: { readonly execPath: string; readonly args: readonly string[] } | null = null;
  name = 'Electron';
  /** With these an app counts as installed. */
  isPackaged = process.env['STANDIN_RESOURCES'] !== undefined;
  readonly commandLine = {
    appendSwitch: (name: string, value = ''): void => void this.#switches.set(name, value),
    hasSwitch: (name: string): boolean => this.#switches.has(name),
    getSwitchValue: (name: string): string => this.#switches.get(name) ?? '',
  };

  /** Called by boot.ts, before the app's own code runs. */
  configure(info: { name: string; version: string; path: string }, switches: Map<string, string>): void {
    this.#info = info;
    this.name = info.name;
    for (const [name, value] of switches) this.#switches.set(name, value);
    const userData = switches.get('user-data-dir');
    if (userData) this.#paths.set('userData', userData);
  }

  /** Called by boot.ts, after the app's own code ran. */
  async start(): Promise<void> {
    if (this.#quitting) return;
    const profile = join(this.getPath('userData'), 'standin-chromium');
    mkdirSync(profile, { recursive: true });
    const port = this.commandLine.getSwitchValue('remote-debugging-port') || '0';
    const chromium = new Chromium({
      ...{ profile, port, language: this.commandLine.getSwitchValue('lang') },
      windowed: process.env['STANDIN_WINDOW'] === '1',
    });
    this.#chromium = chromium;
    const url = await chromium.connect();
    // As Electron does; Playwright waits for this line.
    if (this.commandLine.hasSwitch('remote-debugging-port'))
      process.stderr.write(`\nDevTools listening on ${url}\n`);
    chromium.once('lost', () => {
      if (!this.#quitting) this.exit(1);
    });
    // Pages wait until their preload is in place; what is not a page of ours need not wait.
    chromium.on('browser', (method: string, { targetInfo, sessionId }: Params) => {
      if (method !== 'Target.attachedToTarget' || isOurPage(targetInfo) || targetInfo.type === 'page') return;
      chromium.send('Runtime.runIfWaitingForDebugger', {}, sessionId).catch(() => undefined); // it may be gone
    });
    await chromium.send('Target.setAutoAttach', {
      autoAttach: true,
      waitForDebuggerOnStart: true,
      flatten: true,
    });
    browser.running = chromium;
    windowEvents.on('created', (window: BrowserWindow, contents: WebContents) => {
      this.emit('web-contents-created', {}, contents);
      this.emit('browser-window-created', {}, window);
      window.on('focus', () => this.emit('browser-window-focus', {}, window));
      window.on('blur', () => this.emit('browser-window-blur', {}, window));
    });
    windowEvents.on('closed', () => this.#windowClosed());
    this.#isReady = true;
    this.emit('ready', {}, {});
    this.#ready.resolve();
  }

  // Playwright replaces these two from outside, to hold the app until it is connected.
  whenReady = (): Promise<void> => this.#ready.promise;
  isReady = (): boolean => this.#isReady;

  getName = (): string => this.name;
  setName = (name: string): void => void (this.name = name);
  getVersion = (): string => this.#info.version;
  getAppPath = (): string => this.#info.path;
  getLocale = (): string => this.commandLine.getSwitchValue('lang') || 'en-US';
  getPreferredSystemLanguages = (): string[] => [this.commandLine.getSwitchValue('lang') || 'en-US'];

  getPath(name: string): string {
    const path = this.#paths.get(name) ?? this.#derivedPath(name);
    if (!path) throw new Error(`Failed to get '${name}' path`);
    if (name === 'userData') mkdirSync(path, { recursive: true });
    return path;
  }

  #derivedPath(name: string): string | undefined {
    if (name === 'userData') return join(this.getPath('appData'), this.name);
    if (name === 'sessionData') return this.getPath('userData');
    if (name === 'logs' || name === 'crashDumps') return join(this.getPath('userData'), name);
    return undefined;
  }

  setPath = (name: string, path: string): void => void this.#paths.set(name, path);

  requestSingleInstanceLock(additionalData: object = {}): boolean {
    this.#releaseLock ??= takeLock(this.getPath('userData'), additionalData, (arrival) => {
      this.emit('second-instance', {}, arrival.argv, arrival.cwd, arrival.additionalData);
    });
    return this.hasSingleInstanceLock();
  }
  hasSingleInstanceLock = (): boolean => this.#releaseLock !== undefined;
  releaseSingleInstanceLock(): void {
    this.#releaseLock?.();
    this.#releaseLock = undefined;
  }

  quit(): void {
    if (this.#quitting || this.#prevented('before-quit')) return;
    this.#quitting = true;
    for (const window of BrowserWindow.getAllWindows()) {
      if (!window.close()) this.#quitting = false; // a window refused: the app stays
    }
    if (BrowserWindow.getAllWindows().length === 0) this.#finish();
  }

  exit(code = 0): void {
    this.#quitting = true;
    void this.#end(code);
  }

  /** Once this one has ended. */
  relaunch({ execPath = process.execPath, args = process.argv.slice(1) }: RelaunchOptions = {}): void {
    this.#next = { execPath, args };
  }

  #windowClosed(): void {
    if (BrowserWindow.getAllWindows().length > 0) return;
    if (this.#quitting) this.#finish();
    else if (!this.emit('window-all-closed')) this.quit();
  }

  #prevented(event: string): boolean {
    return isPrevented((details) => this.emit(event, details));
  }

  #finish(): void {
    if (this.#prevented('will-quit')) this.#quitting = false;
    else void this.#end(0);
  }

  async #end(code: number): Promise<void> {
    this.emit('quit', {}, code);
    await this.#chromium?.stop();
    this.releaseSingleInstanceLock();
    if (this.#next) spawn(this.#next.execPath, this.#next.args, { detached: true, stdio: 'ignore' }).unref();
    process.exit(code);
  }

  setBadgeCount(count = 0): boolean {
    this.#badge = count;
    return true;
  }
  getBadgeCount = (): number => this.#badge;

  /** macOS and Windows; on Linux Electron knows of none. */
  getLoginItemSettings = (): { openAtLogin: boolean } => ({ openAtLogin: this.#atLogin });
  setLoginItemSettings = ({ openAtLogin = false }: { openAtLogin?: boolean }): void =>
    void (this.#atLogin = openAtLogin);

  focus = (): void => BrowserWindow.getAllWindows()[0]?.focus();
  enableSandbox = (): void => record('app.enableSandbox');
  disableHardwareAcceleration = (): void => record('app.disableHardwareAcceleration');
  setAppUserModelId = (id: string): void => record('app.setAppUserModelId', id);
  setAboutPanelOptions = (options: object): void => record('app.setAboutPanelOptions', options);
}

export const app = new App();
emitsOnly(
  app,
  'app',
  'newListener ready web-contents-created browser-window-created browser-window-focus browser-window-blur second-instance window-all-closed before-quit will-quit quit',
);
process.on('SIGINT', () => app.quit());
process.on('SIGTERM', () => app.quit());
