import { AppError } from '../../../shared/errors';

const PATIENCE_MS = 15_000;
const MOST_BYTES = 1_000_000;
const LOOPBACK = /^(localhost|.+\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

export interface Download {
  readonly fetch: typeof globalThis.fetch;
  readonly patienceMs?: number;
}

/**
 * The text at an address, asked for once, by nobody in particular: no cookie, no key, no other place.
 *
 * Rejects with `BAD_ADDRESS` where it is not `https:`, or `http:` on this machine; `TIMED_OUT` where it is not all
 * there in time; `PRICES_REFUSED` where there is too much of it, which is not read; else `PRICES_NOT_FETCHED`.
 */
export async function download(
  typed: string,
  { fetch, patienceMs = PATIENCE_MS }: Download,
): Promise<string> {
  const url = addressOf(typed);
  const signal = AbortSignal.timeout(patienceMs);
  const details = { host: url.host };
  try {
    const response = await fetch(url, {
      ...{ signal, redirect: 'error', credentials: 'omit', cache: 'no-store', referrerPolicy: 'no-referrer' },
      headers: { accept: 'application/json' },
    });
    if (!response.ok) {
      await response.body?.cancel();
      throw new AppError('PRICES_NOT_FETCHED', 'The server answers with an error.', {
        details: { ...details, status: response.status },
      });
    }
    return await textOf(response);
  } catch (thrown) {
    if (thrown instanceof AppError) throw thrown;
    const cause = { cause: thrown, details };
    if (signal.aborted) throw new AppError('TIMED_OUT', 'The list did not come in time.', cause);
    throw new AppError('PRICES_NOT_FETCHED', 'The list could not be fetched.', cause);
  }
}

function addressOf(typed: string): URL {
  const url = URL.parse(typed);
  const safe = url?.protocol === 'https:' || (url?.protocol === 'http:' && LOOPBACK.test(url.hostname));
  if (!url || !safe || url.username !== '' || url.password !== '') {
    throw new AppError('BAD_ADDRESS', 'Prices are fetched from an https address.');
  }
  return url;
}

async function textOf(response: Response): Promise<string> {
  const body: ReadableStream<Uint8Array> | null = response.body;
  if (!body) return '';
  const pieces: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop lets go of the connection.
  for await (const piece of body) {
    size += piece.byteLength;
    if (size > MOST_BYTES) throw new AppError('PRICES_REFUSED', 'It is larger than a megabyte.');
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}
