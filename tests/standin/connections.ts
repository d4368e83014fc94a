/** Requests by another way than Node's `fetch`: through a proxy, or to a server whose certificate the app judges. */
import type { AuthInfo, Certificate, Request as Verification } from 'electron';
import { request as plainRequest, type IncomingMessage } from 'node:http';
import { connect as connectPlainly, isIP, type Socket } from 'node:net';
import { Readable } from 'node:stream';
import { connect as connectSecurely, type DetailedPeerCertificate, type TLSSocket } from 'node:tls';
import { resolved } from './host-rules.ts';
import type { Proxy } from './proxies.ts';

export type Judge = (shown: Verification, answer: (verdict: number) => void) => void;

export interface Credentials {
  readonly user: string;
  readonly password: string;
}

/** Asked for what a proxy wants; null: nothing. */
export type LoginFor = (asking: AuthInfo) => Promise<Credentials | null>;

export interface By {
  readonly proxy: Proxy | null;
  /** What proxies have taken before, by their address; a session remembers it. */
  readonly logins: Map<string, Credentials>;
  readonly login: LoginFor | null;
  readonly judge: Judge | null;
}

/** A proxy that is given no password gives its answer, of which the body cannot be read; as in Chromium. */
export async function send(request: Request, by: By): Promise<Response> {
  const { proxy, logins, login } = by;
  const body = Buffer.from(await request.arrayBuffer());
  if (!proxy) return sendOnce(request, body, by, null);
  const place = `${proxy.hostname}:${proxy.port}`;
  let known = logins.get(place) ?? null;
  for (;;) {
    const answer = await sendOnce(request, body, by, known);
    if (answer.status !== 407) {
      if (known) logins.set(place, known);
      return answer;
    }
    logins.delete(place);
    known = (await login?.(asking(proxy))) ?? null;
    if (!known) return answer;
  }
}

function asking({ hostname, port }: Proxy): AuthInfo {
  return { isProxy: true, scheme: 'basic', host: hostname, port, realm: 'proxy' };
}

const basic = ({ user, password }: Credentials) =>
  `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

async function sendOnce(
  request: Request,
  body: Buffer,
  { proxy, judge }: By,
  known: Credentials | null,
): Promise<Response> {
  const url = new URL(request.url);
  const secure = url.protocol === 'https:';
  const { signal } = request;
  const login = known && { 'proxy-authorization': basic(known) };
  const socket = await (proxy ? toProxy(proxy) : toServer(url));
  signal.addEventListener('abort', () => socket.destroy(), { once: true });
  if (proxy && secure) {
    const refused = await tunnel(socket, hostOf(url), login);
    if (refused === 407) return new Response(unreadable(), { status: 407 });
    if (refused !== null) throw new Error('net::ERR_TUNNEL_CONNECTION_FAILED');
  }
  const by = secure ? await securely(socket, url.hostname.replace(/^\[|\]$/g, ''), judge) : socket;
  const path = proxy && !secure ? url.href : `${url.pathname}${url.search}`;
  const answer = await ask(by, request, { path, body, headers: (proxy && !secure && login) || {} });
  return toResponse(answer, request.redirect);
}

function hostOf(url: URL): string {
  return `${url.hostname}:${url.port || (url.protocol === 'https:' ? 443 : 80)}`;
}

function toServer(url: URL): Promise<Socket> {
  const { hostname, port } = new URL(`tcp://${hostOf(new URL(resolved(url.href)))}`);
  return opened(hostname, Number(port), 'net::ERR_CONNECTION_REFUSED');
}

function toProxy({ scheme, hostname, port }: Proxy): Promise<Socket> {
  if (scheme !== 'http') throw new Error(`The stand-in speaks to no ${scheme} proxy.`);
  return opened(hostname, port, 'net::ERR_PROXY_CONNECTION_FAILED');
}

function opened(hostname: string, port: number, otherwise: string): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connectPlainly({ host: hostname.replace(/^\[|\]$/g, ''), port });
    socket.once('connect', () => resolve(socket));
    socket.once('error', () => reject(new Error(otherwise)));
  });
}

/** Null once it leads to the server; otherwise what the proxy said in place of that. */
function tunnel(socket: Socket, host: string, login: Record<string, string> | null): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const wish = plainRequest({
      ...{ method: 'CONNECT', path: host, headers: { host, ...login }, createConnection: () => socket },
    });
    wish.once('connect', ({ statusCode = 0 }) => resolve(statusCode === 200 ? null : statusCode));
    wish.once('error', () => reject(new Error('net::ERR_TUNNEL_CONNECTION_FAILED')));
    wish.end();
  });
}

async function securely(socket: Socket, hostname: string, judge: Judge | null): Promise<TLSSocket> {
  const secure = connectSecurely({
    ...{ socket, rejectUnauthorized: false, ALPNProtocols: ['http/1.1'] },
    ...(isIP(hostname) ? { host: hostname } : { host: hostname, servername: hostname }),
  });
  await new Promise<void>((resolve, reject) => {
    secure.once('secureConnect', resolve);
    secure.once('error', () => reject(new Error('net::ERR_SSL_PROTOCOL_ERROR')));
  });
  const found = verdictOn(secure);
  const verdict = judge ? await judged(judge, secure, hostname, found) : AS_FOUND;
  const error = verdict === AS_FOUND ? found : verdict === 0 ? null : { name: 'ERR_FAILED', code: -2 };
  if (!error) return secure;
  secure.destroy();
  throw new Error(`net::${error.name}`);
}

const AS_FOUND = -3;
/** As Chromium does by this switch, which `insteadOfOpenAi` gives: the server there has another name. */
const IGNORES_CERTIFICATES = process.argv.includes('--ignore-certificate-errors');

interface NetError {
  readonly name: string;
  readonly code: number;
}

/** In Chromium's words, where more than one thing is wrong the one that it names first. */
function verdictOn({ authorizationError }: TLSSocket): NetError | null {
  if (IGNORES_CERTIFICATES) return null;
  const code = (authorizationError as string | Error | null)?.toString() ?? '';
  if (code === '') return null;
  if (code.includes('ALTNAME')) return { name: 'ERR_CERT_COMMON_NAME_INVALID', code: -200 };
  if (/EXPIRED|NOT_YET/.test(code)) return { name: 'ERR_CERT_DATE_INVALID', code: -201 };
  return { name: 'ERR_CERT_AUTHORITY_INVALID', code: -202 };
}

function judged(judge: Judge, secure: TLSSocket, hostname: string, found: NetError | null): Promise<number> {
  const certificate = toCertificate(secure.getPeerCertificate(true));
  return new Promise((answer) =>
    judge(
      {
        ...{ hostname, certificate, validatedCertificate: certificate, isIssuedByKnownRoot: false },
        verificationResult: found ? `net::${found.name}` : 'net::OK',
        errorCode: found?.code ?? 0,
      },
      answer,
    ),
  );
}

/** With no more than the chain and its PEM: nobody has asked for more yet. */
function toCertificate(peer: DetailedPeerCertificate, seen: readonly string[] = []): Certificate {
  const base64 = peer.raw.toString('base64').replaceAll(/.{64}/g, '$&\n');
  const data = `-----BEGIN CERTIFICATE-----\n${base64}\n-----END CERTIFICATE-----\n`;
  const issuer = peer.issuerCertificate as DetailedPeerCertificate | undefined;
  const more = issuer !== undefined && !seen.includes(issuer.fingerprint256);
  return {
    data,
    ...(more && { issuerCert: toCertificate(issuer, [...seen, peer.fingerprint256, issuer.fingerprint256]) }),
  } as Certificate;
}

interface Sent {
  readonly path: string;
  readonly body: Buffer;
  readonly headers: Record<string, string>;
}

function ask(
  socket: Socket,
  request: Request,
  { path, body, headers: more }: Sent,
): Promise<IncomingMessage> {
  const { method, headers, signal } = request;
  const { host } = new URL(request.url);
  return new Promise((resolve, reject) => {
    const wish = plainRequest({
      ...{ method, path, createConnection: () => socket },
      headers: {
        ...Object.fromEntries(headers),
        ...more,
        host,
        'content-length': body.length,
        connection: 'close',
      },
    });
    wish.once('response', resolve);
    wish.once('error', () =>
      reject(signal.aborted ? (signal.reason as Error) : new Error('net::ERR_CONNECTION_CLOSED')),
    );
    wish.end(body);
  });
}

function toResponse(answer: IncomingMessage, redirect: RequestRedirect): Response {
  const { statusCode: status = 0, headers } = answer;
  if (status >= 300 && status < 400 && redirect === 'error')
    throw new Error('Attempted to redirect, but redirect policy was "error"');
  const given = Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]);
  const empty = status === 204 || status === 304;
  const body = empty ? null : (Readable.toWeb(answer) as ReadableStream<Uint8Array<ArrayBuffer>>);
  return new Response(body, { status, headers: given });
}

function unreadable(): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream({
    start: (controller) => controller.error(new Error('net::ERR_TUNNEL_CONNECTION_FAILED')),
  });
}
