/** Chromium and its DevTools protocol: one process, one WebSocket, flat sessions. */
import { type ChildProcess, spawn } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { chromiumFlags, findChromium } from './chromium.ts';

/** Untyped on purpose: types would be a dependency for a few dozen calls. */
export type Params = Record<string, any>;

const FLAGS = [
  ...chromiumFlags,
  '--test-type', // no bar about unusual flags
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  '--disable-ipc-flooding-protection',
  '--disable-back-forward-cache',
  '--disable-features=Translate,MediaRouter,HttpsUpgrades',
];

interface Pending {
  readonly method: string;
  readonly resolve: (value: any) => void;
  readonly reject: (error: Error) => void;
}

interface Options {
  readonly profile: string;
  readonly port: string;
  /** The language that pages are told to be the user's; the machine's where it is empty. */
  readonly language: string;
  /** Real windows instead of headless ones. */
  readonly windowed: boolean;
}

/** Emits what a session reports under that session's id, what the browser reports as 'browser', its end as 'lost'. */
export class Chromium extends EventEmitter {
  readonly windowed: boolean;
  readonly #profile: string;
  readonly #binary = findChromium();
  readonly #process: ChildProcess;
  readonly #pending = new Map<number, Pending>();
  #socket: WebSocket | undefined;
  #lastId = 0;

  constructor({ profile, port, language, windowed }: Options) {
    super();
    this.setMaxListeners(0);
    this.#profile = profile;
    this.windowed = windowed;
    const args = [
      ...FLAGS,
      `--user-data-dir=${profile}`,
      `--remote-debugging-port=${port}`,
      '--remote-debugging-pipe', // the lifeline: Chromium ends when this process, and its end of the pipe, is gone
      '--keep-alive-for-test',
      '--no-startup-window',
      ...(language === '' ? [] : [`--lang=${language}`, `--accept-lang=${language}`]),
      ...(windowed ? [] : ['--headless=new']),
    ];
    this.#process = spawn(this.#binary, args, {
      stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
      detached: true, // a group of its own, so that Ctrl-C reaches the app first and #kill() reaches all of Chromium
    });
    process.once('exit', () => this.#kill());
  }

  /** Resolves, when commands can be sent, with the address of its DevTools. */
  async connect(): Promise<string> {
    const url = await this.#endpoint();
    const socket = new WebSocket(url);
    await new Promise<void>((resolve, reject) => {
      socket.onopen = () => resolve();
      socket.onerror = () => reject(new Error(`cannot reach ${url}`));
    });
    socket.onmessage = (event) => this.#receive(JSON.parse(String(event.data)));
    socket.onclose = () => this.#lost();
    this.#socket = socket;
    return url;
  }

  #endpoint(): Promise<string> {
    return new Promise((resolve, reject) => {
      let log = '';
      this.#process.stderr?.on('data', (chunk: Buffer) => {
        log += chunk.toString();
        const url = /^DevTools listening on (ws:\/\/\S+)$/m.exec(log)?.[1];
        if (url) resolve(url);
      });
      this.#process.once('error', reject);
      this.#process.once('exit', (code) => reject(new Error(`${this.#binary} exited with ${code}\n${log}`)));
    });
  }

  /** Without tabs or address bar. Only a new command line can ask for that; the running Chromium takes it over. */
  openAppWindow(url: string): void {
    spawn(this.#binary, [...FLAGS, `--user-data-dir=${this.#profile}`, `--app=${url}`], { stdio: 'ignore' });
  }

  send(method: string, params: Params = {}, sessionId?: string): Promise<any> {
    return new Promise((resolve, reject) => {
      if (this.#socket?.readyState !== WebSocket.OPEN)
        return reject(new Error(`${method}: Chromium is gone`));
      const id = ++this.#lastId;
      this.#pending.set(id, { method, resolve, reject });
      this.#socket.send(JSON.stringify({ id, method, params, sessionId }));
    });
  }

  async stop(): Promise<void> {
    if (this.#process.exitCode !== null) return;
    const exited = new Promise((resolve) => this.#process.once('exit', resolve));
    this.send('Browser.close').catch(() => undefined); // it may be gone before it answers
    await Promise.race([exited, new Promise((resolve) => setTimeout(resolve, 3000))]);
    this.#kill();
  }

  #receive({ id, sessionId, method, params, error, result }: Params): void {
    if (id === undefined) return void this.emit(sessionId ?? 'browser', method, params);
    const waiting = this.#pending.get(id);
    this.#pending.delete(id);
    if (error) waiting?.reject(new Error(`${waiting.method}: ${error.message}`));
    else waiting?.resolve(result);
  }

  #lost(): void {
    for (const { method, reject } of this.#pending.values()) reject(new Error(`${method}: Chromium is gone`));
    this.#pending.clear();
    this.emit('lost');
  }

  #kill(): void {
    try {
      if (this.#process.pid) process.kill(-this.#process.pid, 'SIGKILL');
    } catch {
      // already gone
    }
  }
}

/** The one Chromium of this app; absent until the app is ready. */
export const browser: { running?: Chromium } = {};
