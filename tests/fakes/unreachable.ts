/** Servers that cannot be reached: behind a proxy that says no, gone, or for Chromium's own reasons. */
import { createServer, type AddressInfo } from 'node:net';

export interface RefusingProxy {
  /** For a proxy setting. */
  readonly address: string;
  /** The first line of each request so far. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

/** A proxy that lets nobody through without a password, which nobody has: 407, whether asked to tunnel or to fetch. */
export async function startRefusingProxy(): Promise<RefusingProxy> {
  const requests: string[] = [];
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', (data) => {
      requests.push(data.toString('latin1').split('\r\n')[0] ?? '');
      const headers = ['Proxy-Authenticate: Basic realm="proxy"', 'Content-Length: 0', 'Connection: close'];
      socket.end(`HTTP/1.1 407 Proxy Authentication Required\r\n${headers.join('\r\n')}\r\n\r\n`);
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    close: () => new Promise((closed) => server.close(() => closed())),
  };
}

/** A port of this machine where nobody listens. */
export async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

/** What Chromium calls the ways in which the network fails. */
export const netErrors = [
  'net::ERR_INTERNET_DISCONNECTED',
  'net::ERR_NAME_NOT_RESOLVED',
  'net::ERR_CONNECTION_REFUSED',
  'net::ERR_CONNECTION_RESET',
  'net::ERR_CONNECTION_CLOSED',
  'net::ERR_CONNECTION_TIMED_OUT',
  'net::ERR_TIMED_OUT',
  'net::ERR_ADDRESS_UNREACHABLE',
  'net::ERR_NETWORK_CHANGED',
  'net::ERR_NETWORK_IO_SUSPENDED',
  'net::ERR_PROXY_CONNECTION_FAILED',
  'net::ERR_TUNNEL_CONNECTION_FAILED',
  'net::ERR_PROXY_AUTH_REQUESTED',
  'net::ERR_CERT_AUTHORITY_INVALID',
  'net::ERR_CERT_COMMON_NAME_INVALID',
  'net::ERR_CERT_DATE_INVALID',
  'net::ERR_SSL_PROTOCOL_ERROR',
  'net::ERR_HTTP2_PROTOCOL_ERROR',
  'net::ERR_EMPTY_RESPONSE',
  'net::ERR_INCOMPLETE_CHUNKED_ENCODING',
] as const;

export type NetError = (typeof netErrors)[number];

/** A `fetch` that fails as that of Electron's session does: a plain error, and the reason is its message. */
export const fetchFailingWith = (name: NetError) => (): Promise<never> => Promise.reject(new Error(name));
