import { net, type AuthInfo, type Session } from 'electron';
import { Readable } from 'node:stream';

type Fetch = typeof globalThis.fetch;
/** Gives a proxy what it asks for; with nothing the request ends as the proxy wants it to. */
export type Give = (user?: string, password?: string) => void;
export type Login = (asking: AuthInfo, give: Give) => void;

/**
 * The session's `fetch`, for a proxy that asks for a password.
 *
 * Electron's own takes nobody's answer to that question; the request below it does (electron#44249).
 * A password that was refused is not given again: a proxy may lock whoever insists.
 */
export async function fetchWithLogin(
  own: Session,
  [input, init]: Parameters<Fetch>,
  login: Login,
): Promise<Response> {
  const asked = new Request(input, init);
  const { url, method, redirect, signal } = asked;
  signal.throwIfAborted();
  const body = asked.body === null ? null : Buffer.from(await asked.arrayBuffer());
  const request = net.request({ session: own, url, method, redirect, credentials: 'omit' });
  for (const [name, value] of asked.headers) request.setHeader(name, value);
  return new Promise((resolve, reject) => {
    let answer: Readable | null = null;
    let given = false;
    signal.addEventListener('abort', () => {
      const reason = signal.reason as Error;
      reject(reason);
      answer?.destroy(reason);
      request.abort();
    });
    request.on('login', (asking, give) => {
      if (given || !asking.isProxy) return give();
      given = true;
      login(asking, give);
    });
    request.on('error', reject);
    request.on('response', (response) => {
      answer = response as unknown as Readable; // As it is one; the types promise less.
      answer.once('error', () => undefined); // Whoever reads the body hears of it.
      resolve(toResponse(response, answer));
    });
    if (body) request.write(body);
    request.end();
  });
}

function toResponse(
  { statusCode, statusMessage, headers }: Electron.IncomingMessage,
  answer: Readable,
): Response {
  const given = Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]);
  const empty = statusCode === 204 || statusCode === 304;
  const body = empty ? null : (Readable.toWeb(answer) as ReadableStream<Uint8Array<ArrayBuffer>>);
  return new Response(body, { status: statusCode, statusText: statusMessage, headers: given });
}
