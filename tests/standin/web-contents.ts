/** `webContents`: a page, its preload, and what happens to it. */
import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { existsSync } from 'node:fs';
import { record } from './calls.ts';
import { browser, type Params } from './cdp.ts';
import { encode } from './codec.ts';
import { nativeTheme } from './desktop.ts';
import { emitsOnly } from './events.ts';
import { Frame } from './frame.ts';
import { route } from './ipc.ts';
import { pageScripts, type WebPreferences } from './page-preload.ts';
import { PageTarget } from './page-target.ts';
import { Popups, type WindowOpenHandler } from './popups.ts';
import { Requests } from './requests.ts';
import { fromShown, toShown } from './schemes.ts';
import { Session, session } from './session.ts';

const WORLD = 'Electron Isolated Context';

interface PdfOptions {
  pageSize?: unknown;
  printBackground?: boolean;
  preferCSSPageSize?: boolean;
}

const byId = new Map<number, WebContents>();
let lastId = 0;
const ignored = (): void => undefined; // for commands to a page that may be gone

export class WebContents extends EventEmitter {
  readonly id = ++lastId;
  readonly session: Session;
  readonly mainFrame = new Frame(this);
  /** A name in the preload's world that no page can guess. */
  readonly #binding = `standin_${randomUUID().replaceAll('-', '')}`;
  readonly #preferences: WebPreferences;
  readonly #opened: Promise<void>;
  #target!: PageTarget;
  #requests!: Requests;
  /** The preload's world in the current document. */
  #world: number | undefined;
  readonly #popups = new Popups();
  #state: 'open' | 'crashed' | 'destroyed' = 'open';
  /** Of the page, or of the one that is being loaded. */
  #url = '';
  /** A page was shown: before, there is only the mark that a window starts with. */
  #shown = false;
  #title = '';
  #loading = false;
  /** Chromium keeps one for all windows of a page, unless theirs are isolated. */
  #zoom = 1;

  constructor(preferences: WebPreferences, size: { width: number; height: number }) {
    super();
    const { contextIsolation, nodeIntegration, sandbox, partition } = preferences;
    if (contextIsolation === false || nodeIntegration || sandbox === false || partition)
      throw new Error(
        'The stand-in only shows isolated, sandboxed pages, of a session by itself and not by its name.',
      );
    this.#preferences = preferences;
    this.#zoom = preferences.zoomFactor ?? 1;
    this.session = preferences.session ?? session.defaultSession;
    emitsOnly(
      this,
      'webContents',
      'newListener console-message destroyed did-fail-load did-finish-load did-start-loading did-stop-loading ' +
        'dom-ready page-title-updated preload-error render-process-gone will-frame-navigate will-navigate',
    );
    byId.set(this.id, this);
    this.#opened = this.#open(size);
    this.#opened.catch((error: unknown) => console.error('stand-in: no window:', error));
  }

  async #open(size: { width: number; height: number }): Promise<void> {
    if (!browser.running) throw new Error('Cannot create BrowserWindow before app is ready');
    const target = await PageTarget.open(browser.running, size);
    this.#target = target;
    this.#requests = new Requests(this, target);
    target.onEvent((method, params) => this.#events[method]?.(params));
    target.onGone(() => this.#destroyed());
    target.onOtherPage((page) => this.#popups.close(page, target));
    const { preload } = this.#preferences;
    if (preload && !existsSync(preload))
      this.emit('preload-error', {}, preload, new Error(`cannot find ${preload}`));
    const scripts = pageScripts(this.#binding, this.#preferences);
    // First: the page may be there, and a theme be chosen, before all of this has been answered.
    nativeTheme.on('updated', () => void this.#followTheme().catch(ignored));
    await Promise.all([
      target.send('Page.enable'),
      target.send('Runtime.enable'),
      target.send('Inspector.enable'),
      target.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
      target.send('Runtime.addBinding', { name: this.#binding, executionContextName: WORLD }),
      target.send('Page.addScriptToEvaluateOnNewDocument', { source: scripts.main }),
      target.send('Page.addScriptToEvaluateOnNewDocument', { source: scripts.isolated, worldName: WORLD }),
      this.#followTheme(),
      target.send('Emulation.setScriptExecutionDisabled', { value: this.#preferences.javascript === false }),
      target.onFrame((frame) => this.#openFrame(frame)),
      target.send('Runtime.runIfWaitingForDebugger'),
    ]);
  }

  /** A frame inside the page has no preload, but the page's session. */
  #openFrame(frame: PageTarget): Promise<unknown> {
    frame.onEvent((method, params) => {
      if (method === 'Fetch.requestPaused') void this.#requests.decide(params, frame).catch(ignored);
    });
    return frame.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
  }

  #followTheme(): Promise<void> {
    const { themeSource } = nativeTheme;
    const features = [{ name: 'prefers-color-scheme', value: themeSource }];
    return this.#target.send('Emulation.setEmulatedMedia', {
      features: themeSource === 'system' ? [] : features,
    });
  }

  /** By the names of DevTools' events. */
  readonly #events: Record<string, (params: Params) => void> = {
    'Runtime.bindingCalled': ({ payload }) => void route(this, payload),
    'Runtime.executionContextCreated': ({ context }) => {
      if (context.name === WORLD && context.auxData.frameId === this.#target.id) this.#world = context.id;
    },
    'Runtime.executionContextDestroyed': ({ executionContextId }) => {
      if (executionContextId === this.#world) this.#world = undefined;
    },
    'Runtime.executionContextsCleared': () => void (this.#world = undefined),
    'Runtime.consoleAPICalled': ({ type, args }) => {
      const level = ['warning', 'error', 'debug'].includes(type) ? type : 'info';
      const message = args.map((arg: Params) => arg['value'] ?? arg['description'] ?? '').join(' ');
      this.emit('console-message', { level, message, frame: this.mainFrame });
    },
    'Runtime.exceptionThrown': ({ exceptionDetails }) => {
      // The page's own are Playwright's 'pageerror'.
      if (exceptionDetails.executionContextId === this.#world)
        this.#preloadFailed(exceptionDetails, 'failed');
    },
    'Page.frameRequestedNavigation': ({ frameId, url }) => {
      if (frameId === this.#target.id) this.#requests.pageWantsTo(url);
    },
    'Page.frameStartedNavigating': ({ frameId }) => {
      if (frameId === this.#target.id) this.#startLoading();
    },
    'Page.frameNavigated': ({ frame }) => {
      if (frame.parentId || frame.url.startsWith('data:')) return;
      this.#requests.appNavigates(false);
      void this.#followTheme().catch(ignored); // who else drives the page may have reset it
      this.#url = fromShown(`${frame.url}${frame.urlFragment ?? ''}`);
      this.#shown = true;
      this.#state = 'open';
    },
    'Page.navigatedWithinDocument': ({ frameId, url }) => {
      if (frameId === this.#target.id) this.#url = fromShown(url);
    },
    'Page.domContentEventFired': () => {
      if (this.#shown) this.emit('dom-ready', {});
    },
    'Page.loadEventFired': () => void this.#loaded(),
    'Page.windowOpen': (params) => this.#popups.announce(params),
    'Inspector.targetCrashed': () => {
      this.#state = 'crashed';
      this.#world = undefined;
      this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 });
    },
    'Fetch.requestPaused': (params) => void this.#requests.decide(params).catch(ignored),
  };

  #startLoading(): void {
    if (this.#loading) return;
    this.#loading = true;
    this.emit('did-start-loading', {});
  }

  async #loaded(): Promise<void> {
    if (!this.#shown) return;
    this.#loading = false;
    const title = await this.executeJavaScript('document.title').catch(() => this.#title);
    if (title !== this.#title) this.emit('page-title-updated', {}, (this.#title = title), true);
    this.emit('did-finish-load', {});
    this.emit('did-stop-loading', {});
  }

  #preloadFailed({ exception, text }: Params, how: string): void {
    const error = new Error(exception?.description ?? text);
    console.error(`stand-in: the preload ${how}:`, error.message);
    this.emit('preload-error', {}, this.#preferences.preload, error);
  }

  #destroyed(): void {
    if (this.#state === 'destroyed') return;
    this.#state = 'destroyed';
    byId.delete(this.id);
    this.emit('destroyed');
  }

  /** For browser-window.ts: a DevTools command, once the page is there. */
  async command(method: string, params: Params = {}): Promise<any> {
    await this.#opened;
    return this.#target.send(method, params);
  }

  async loadURL(url: string): Promise<void> {
    this.#url = url;
    const permissions = await this.session.permissionSettings(this, url);
    await Promise.all(permissions.map((setting) => this.command('Browser.setPermission', setting)));
    this.#startLoading();
    const loaded = new Promise<void>((resolve) => this.once('did-finish-load', () => resolve()));
    this.#requests.appNavigates(true);
    const { errorText, loaderId } = await this.command('Page.navigate', { url: toShown(url) });
    if (loaderId && !errorText) return loaded;
    this.#requests.appNavigates(false);
    if (!errorText) return; // only the part after # differed
    this.#loading = false;
    this.emit('did-fail-load', {}, -2, errorText, url, true);
    throw Object.assign(new Error(`${errorText} (-2) loading '${url}'`), { code: errorText, errno: -2, url });
  }

  reload(): void {
    if (!this.#shown) return;
    this.#requests.appNavigates(true);
    this.#startLoading();
    const again = this.isCrashed()
      ? this.command('Page.navigate', { url: toShown(this.#url) })
      : this.command('Page.reload');
    again.catch((error: unknown) => console.error('stand-in: reload:', error));
  }

  send(channel: string, ...args: unknown[]): void {
    this.deliver('event', 0, channel, encode(args));
  }

  /** For ipc.ts: to the preload's world of the current document. Like Electron, nothing waits for one to come. */
  deliver(kind: 'event' | 'result' | 'failure', id: number, channel: string, payload: string): void {
    if (this.#world === undefined) return;
    const args = [kind, id, channel, payload].map((value) => JSON.stringify(value)).join();
    const expression = `${this.#binding}_deliver(${args})`;
    this.command('Runtime.evaluate', { expression, contextId: this.#world }).then(({ exceptionDetails }) => {
      if (exceptionDetails) this.#preloadFailed(exceptionDetails, `failed at '${channel}'`);
    }, ignored);
  }

  async executeJavaScript(code: string, userGesture = false): Promise<any> {
    const { result, exceptionDetails } = await this.command('Runtime.evaluate', {
      expression: code,
      awaitPromise: true,
      returnByValue: true,
      userGesture,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  async capturePage(): Promise<{ toPNG: () => Buffer }> {
    const { data } = await this.command('Page.captureScreenshot');
    return { toPNG: () => Buffer.from(data, 'base64') };
  }

  /** Inches, on paper of that size. */
  async printToPDF({ printBackground = false, preferCSSPageSize = false }: PdfOptions = {}): Promise<Buffer> {
    const paper = { paperWidth: 8.27, paperHeight: 11.69 };
    const { data } = await this.command('Page.printToPDF', { ...paper, printBackground, preferCSSPageSize });
    return Buffer.from(data, 'base64');
  }

  setWindowOpenHandler(handler: WindowOpenHandler): void {
    this.#popups.handler = handler;
  }
  forcefullyCrashRenderer(): void {
    this.command('Page.crash').catch(ignored);
  }
  close({ waitForBeforeUnload = false } = {}): void {
    const wait = waitForBeforeUnload && !this.isCrashed();
    void this.#opened.then(() => this.#target.close(wait), ignored);
  }
  focus(): void {
    this.command('Page.bringToFront').catch(ignored);
  }

  getURL = (): string => this.#url;
  getTitle = (): string => this.#title;
  isLoading = (): boolean => this.#loading;
  isCrashed = (): boolean => this.#state === 'crashed';
  isDestroyed = (): boolean => this.#state === 'destroyed';

  getZoomFactor = (): number => this.#zoom;
  getZoomLevel = (): number => Math.log(this.#zoom) / Math.log(1.2);
  setZoomLevel = (level: number): void => this.setZoomFactor(1.2 ** level);
  setZoomFactor(factor: number): void {
    const isolated = this.#preferences.zoomMode === 'isolated';
    for (const contents of isolated ? [this] : byId.values()) contents.#zoom = factor;
    record('webContents.setZoomFactor', factor);
  }
  openDevTools = (): void => record('webContents.openDevTools');
  toggleDevTools = (): void => record('webContents.toggleDevTools');

  static getAllWebContents(): WebContents[] {
    return [...byId.values()];
  }
  static fromId(id: number): WebContents | undefined {
    return byId.get(id);
  }
  /** How Playwright finds the window of a page. */
  static fromDevToolsTargetId(targetId: string): WebContents | undefined {
    return [...byId.values()].find((contents) => contents.#target.id === targetId);
  }
}
