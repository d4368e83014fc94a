import type OpenAI from 'openai';
import { AppError } from '../../shared/errors';
import type { Address } from '../services/server';

/** Until the server has answered with headers; what comes after is watched by whoever reads it. */
const HEADERS_MS = 60_000;
/** Far more than any answer with its pictures; what goes on is out of control. In bytes. */
const LARGEST = 64 * 1024 * 1024;

export type Fetch = typeof globalThis.fetch;

/** How requests leave: `trusting` those to the server with this name, for which also this authority (PEM) may vouch. */
export interface Ways {
  readonly fetch: Fetch;
  readonly trusting?: ((authority: string, hostname: string) => Fetch) | undefined;
}

/** What requests to this address leave by. Throws where it has an authority and nobody could ask it. */
export function fetchFor({ fetch, trusting }: Ways, { address, authority }: Address): Fetch {
  if (!authority) return fetch;
  if (!trusting) throw new Error('An authority was given, and there is nobody to ask it.');
  return trusting(authority, new URL(address).hostname);
}

/** The SDK is more than half of main's code, and the first window does without it. */
export const loadSdk = () => import('openai');

/**
 * A client for one request.
 *
 * It never holds the key, since `util.inspect` would print it: the key is put on at the last moment, for the
 * account's own origin only, and a redirect is refused because it would carry the question elsewhere.
 * Everything that the SDK would take from the environment is given, and it retries nothing by itself.
 */
export async function createClient(at: Address, fetch: Fetch, headersMs = HEADERS_MS): Promise<OpenAI> {
  const { default: Client } = await loadSdk();
  return new Client({
    apiKey: 'put on by the guarded fetch',
    adminAPIKey: null,
    webhookSecret: null,
    organization: at.organization,
    project: at.project,
    baseURL: at.address,
    maxRetries: 0,
    timeout: headersMs,
    logLevel: 'off',
    fetch: guarded(at, fetch),
  });
}

function guarded({ address, key }: Address, fetch: Fetch): Fetch {
  const { origin, host } = new URL(address);
  return async (input, init) => {
    if (new URL(input instanceof Request ? input.url : input).origin !== origin) {
      throw new AppError('REDIRECTED', 'The request would have gone to another host.', { details: { host } });
    }
    const headers = new Headers(init?.headers);
    headers.delete('authorization');
    if (key !== null) headers.set('authorization', `Bearer ${key}`);
    const response = await fetch(input, { ...init, headers, redirect: 'error', credentials: 'omit' });
    if (response.ok && response.headers.get('content-type')?.includes('text/html')) {
      await response.body?.cancel();
      throw new AppError('PORTAL', 'A web page answered.', { details: { host, status: response.status } });
    }
    return response.ok ? capped(response, host) : response;
  };
}

/** The same response, broken off where it gets too large. */
function capped(response: Response, host: string): Response {
  if (response.body === null) return response;
  let size = 0;
  const counted = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, out) {
      size += chunk.byteLength;
      if (size > LARGEST) throw new AppError('TOO_MUCH', 'The answer does not end.', { details: { host } });
      out.enqueue(chunk);
    },
  });
  const { status, statusText, headers } = response;
  return new Response(response.body.pipeThrough(counted), { status, statusText, headers });
}
