/** Sessions: custom schemes, `fetch`, the request filter and permissions. All pages belong to the default one. */
import type { ClientRequestConstructorOptions, ProxyConfig } from 'electron';
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { record } from './calls.ts';
import { ClientRequest } from './client-request.ts';
import { send, type Credentials, type Judge, type LoginFor } from './connections.ts';
import { resolved } from './host-rules.ts';
import { Permissions } from './permissions.ts';
import { asPac, proxyFor } from './proxies.ts';
import { Protocol, schemeOf } from './schemes.ts';
import { WebRequest } from './web-request.ts';

const CONTENT_TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

async function readFileUrl(url: string): Promise<Response> {
  const path = fileURLToPath(url);
  const type = CONTENT_TYPES[extname(path)] ?? 'application/octet-stream';
  return new Response(await readFile(path), { headers: { 'content-type': type } });
}

export class Session {
  readonly protocol = new Protocol();
  readonly webRequest = new WebRequest();
  readonly #permissions = new Permissions();
  #proxy: ProxyConfig = { mode: 'system' };
  #judge: Judge | null = null;
  readonly #logins = new Map<string, Credentials>();

  /** For web-contents.ts: what the app's permission handlers say about a page. */
  permissionSettings(contents: unknown, url: string): ReturnType<Permissions['settings']> {
    return this.#permissions.settings(contents, url);
  }

  async fetch(input: string | Request, init?: RequestInit): Promise<Response> {
    const url = input instanceof Request ? input.url : input;
    const method = init?.method ?? (input instanceof Request ? input.method : 'GET');
    if (await this.webRequest.cancels({ url, method, resourceType: 'other' }))
      throw new Error('net::ERR_BLOCKED_BY_CLIENT');
    const handler = this.protocol.handlers.get(schemeOf(url));
    if (handler) return handler(new Request(input, init));
    if (url.startsWith('file:')) return readFileUrl(url);
    const proxy = proxyFor(new URL(url), this.#proxy);
    if (proxy || this.#judge) return this.send(new Request(input, init), null);
    const address = resolved(url);
    return fetch(address === url ? input : new Request(address, input instanceof Request ? input : {}), init);
  }

  /** For `net.request`; `fetch` itself gives no proxy a password (electron#44249). */
  send(request: Request, login: LoginFor | null): Promise<Response> {
    const proxy = proxyFor(new URL(request.url), this.#proxy);
    return send(request, { proxy, login, judge: this.#judge, logins: this.#logins });
  }

  clearAuthCache(): Promise<void> {
    this.#logins.clear();
    return Promise.resolve();
  }

  setProxy(config: ProxyConfig): Promise<void> {
    this.#proxy = config;
    return Promise.resolve();
  }
  resolveProxy(url: string): Promise<string> {
    return Promise.resolve(asPac(proxyFor(new URL(url), this.#proxy)));
  }
  /** Those through a proxy are closed after each request; Node's `fetch` knows nothing of a session. */
  closeAllConnections(): Promise<void> {
    record('session.closeAllConnections');
    return Promise.resolve();
  }
  /** Asked for each connection: unlike Chromium it remembers no verdict. */
  setCertificateVerifyProc(judge: Judge | null): void {
    this.#judge = judge;
  }

  setPermissionRequestHandler(handler: Permissions['request']): void {
    this.#permissions.request = handler;
  }
  setPermissionCheckHandler(handler: Permissions['check']): void {
    this.#permissions.check = handler;
  }

  setDevicePermissionHandler = (handler: unknown): void =>
    record('session.setDevicePermissionHandler', handler);
  setDisplayMediaRequestHandler = (handler: unknown): void =>
    record('session.setDisplayMediaRequestHandler', handler);
  setSpellCheckerEnabled = (on: boolean): void => record('session.setSpellCheckerEnabled', on);
  setSpellCheckerLanguages = (list: string[]): void => record('session.setSpellCheckerLanguages', list);
  setUserAgent = (agent: string): void => record('session.setUserAgent', agent);
  on = (event: string): this => (record(`never emitted: session '${event}'`), this);
}

const sessions = new Map<string, Session>();

function fromPartition(name: string): Session {
  const session = sessions.get(name) ?? new Session();
  sessions.set(name, session);
  return session;
}

export const session = { defaultSession: fromPartition(''), fromPartition };
export const protocol = session.defaultSession.protocol;
export const net = {
  request: (options: ClientRequestConstructorOptions): ClientRequest =>
    new ClientRequest(options, (options.session as unknown as Session | undefined) ?? session.defaultSession),
  isOnline: (): boolean => true,
  fetch: (input: string | Request, init?: RequestInit): Promise<Response> =>
    session.defaultSession.fetch(input, init),
};
