/** The world the preload runs in, as it runs in a page: `ipcRenderer`, `contextBridge`, and a `require` for them. */
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { decode, encode } from './codec.ts';
import type { Session } from './session.ts';
import { type Channels, link, mainWorld } from './page-bridge.ts';

interface World extends Channels {
  /** The function through which this world speaks to the main process. */
  readonly binding: string;
  readonly process: Record<string, unknown>;
}

type Listener = (...args: any[]) => void;
type Preload = (require: unknown, module: unknown, exports: unknown, process: unknown) => void;

/** Taken with toString(): it uses nothing outside its own body. */
function isolatedWorld(
  makeLink: typeof link,
  world: World,
  codec: { encode: typeof encode; decode: typeof decode },
  preload: Preload,
): void {
  if (window !== window.top) return;
  const { toWire, post } = makeLink(world.toMain, world.fromMain);
  const globals = globalThis as any;
  const listeners = new Map<string, { listener: Listener; once: boolean }[]>();
  const invoked = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let lastId = 0;

  const tell = (kind: string, id: number, channel: string, args: unknown[]): void =>
    globals[world.binding](JSON.stringify([kind, id, channel, codec.encode(args)]));
  const add = (channel: string, listener: Listener, once = false): object => {
    listeners.set(channel, [...(listeners.get(channel) ?? []), { listener, once }]);
    return ipcRenderer;
  };
  const remove = (channel: string, listener: Listener): object => {
    const list = listeners.get(channel) ?? [];
    const at = list.findLastIndex((entry) => entry.listener === listener);
    if (at >= 0) listeners.set(channel, list.toSpliced(at, 1));
    return ipcRenderer;
  };
  const ipcRenderer = {
    on: (channel: string, listener: Listener) => add(channel, listener),
    once: (channel: string, listener: Listener) => add(channel, listener, true),
    off: remove,
    removeListener: remove,
    send: (channel: string, ...args: unknown[]) => tell('send', 0, channel, args),
    invoke: (channel: string, ...args: unknown[]) =>
      new Promise((resolve, reject) => {
        const id = ++lastId;
        tell('invoke', id, channel, args); // throws, as in Electron, when an argument cannot be cloned
        invoked.set(id, { resolve, reject });
      }),
  };

  globals[`${world.binding}_deliver`] = (kind: string, id: number, channel: string, text: string): void => {
    const payload = codec.decode(text) as any;
    if (kind === 'event') {
      for (const { listener, once } of listeners.get(channel) ?? []) {
        if (once) remove(channel, listener);
        listener({ sender: ipcRenderer, senderId: 0, ports: [] }, ...payload);
      }
      return;
    }
    if (kind === 'result') invoked.get(id)?.resolve(payload);
    else invoked.get(id)?.reject(new Error(payload));
    invoked.delete(id);
  };

  const contextBridge = {
    exposeInMainWorld: (key: string, api: unknown) => {
      if (key in window)
        throw new Error('Cannot bind an API on top of an existing property on the window object');
      post({ $: 'expose', key, api: toWire(api) });
    },
  };
  const require = (name: string): unknown => {
    if (/^electron(\/(renderer|common))?$/.test(name)) return { ipcRenderer, contextBridge };
    throw new Error(`module not found: ${name}`);
  };
  const module = { exports: {} };
  preload(require, module, module.exports, { ...world.process, nextTick: queueMicrotask });
}

export interface WebPreferences {
  preload?: string;
  additionalArguments?: string[];
  contextIsolation?: boolean;
  sandbox?: boolean;
  nodeIntegration?: boolean;
  partition?: string;
  session?: Session;
  javascript?: boolean;
  zoomMode?: 'default' | 'isolated';
  zoomFactor?: number;
  [other: string]: unknown;
}

/** The scripts to run in each document before its own: one for the page's world, one for the preload's. */
export function pageScripts(
  binding: string,
  { preload, additionalArguments = [] }: WebPreferences,
): { main: string; isolated: string } {
  const { electron, node } = process.versions as Record<string, string>;
  const world: World = {
    binding,
    fromMain: randomUUID(),
    toMain: randomUUID(),
    process: {
      type: 'renderer',
      sandboxed: true,
      contextIsolated: true,
      isMainFrame: true,
      platform: process.platform,
      arch: process.arch,
      versions: { electron, node },
      argv: ['', ...additionalArguments],
      env: {}, // Electron gives the preload the real one; nothing of ours may come to rely on that
    },
  };
  const source = preload && existsSync(preload) ? readFileSync(preload, 'utf8') : '';
  const json = JSON.stringify(world);
  return {
    main: `(${mainWorld})(${link}, ${json})`,
    isolated:
      `(${isolatedWorld})(${link}, ${json}, { encode: ${encode}, decode: ${decode} }, ` +
      `function (require, module, exports, process) {${source}\n})`,
  };
}
