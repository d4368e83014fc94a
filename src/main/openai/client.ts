import OpenAI from 'openai';
import { AppError } from '../../shared/errors';
import type { Address } from '../services/server';

/** Until the server has answered with headers; what comes after is watched by whoever reads it. */
const HEADERS_MS = 60_000;

export type Fetch = typeof globalThis.fetch;

/**
 * A client for one request.
 *
 * It never holds the key, since `util.inspect` would print it: the key is put on at the last moment, for the
 * account's own origin only, and a redirect is refused because it would carry the question elsewhere.
 * Everything that the SDK would take from the environment is given, and it retries nothing by itself.
 */
export function createClient({ address, key }: Address, fetch: Fetch): OpenAI {
  const { origin, host } = new URL(address);
  const guarded: Fetch = async (input, init) => {
    if (new URL(input instanceof Request ? input.url : input).origin !== origin) {
      throw new AppError('NOT_A_SERVER', 'The request would have gone to another host.', {
        details: { host },
      });
    }
    const headers = new Headers(init?.headers);
    headers.delete('authorization');
    if (key !== null) headers.set('authorization', `Bearer ${key}`);
    const response = await fetch(input, { ...init, headers, redirect: 'error', credentials: 'omit' });
    if (response.ok && response.headers.get('content-type')?.includes('text/html')) {
      await response.body?.cancel();
      throw new AppError('NOT_A_SERVER', 'A web page answered.', {
        details: { host, status: response.status },
      });
    }
    return response;
  };
  return new OpenAI({
    apiKey: 'put on by the guarded fetch',
    adminAPIKey: null,
    webhookSecret: null,
    organization: null,
    project: null,
    baseURL: address,
    maxRetries: 0,
    timeout: HEADERS_MS,
    logLevel: 'off',
    fetch: guarded,
  });
}
