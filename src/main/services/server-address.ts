import { AppError } from '../../shared/errors';

/** Hosts of one's own machine or network, where plain `http:` is usual. */
const NEARBY =
  /^([^.:[\]]+|.+\.(local|lan|home|internal|localhost)|127\.\d+\.\d+\.\d+|10\.\d+\.\d+\.\d+|192\.168\.\d+\.\d+|172\.(1[6-9]|2\d|3[01])\.\d+\.\d+|\[::1\]|\[f[cd][0-9a-f]{2}:.*\])$/i;

/**
 * The base address of an API as it is stored: no credentials, query, hash or last slash.
 *
 * Throws `BAD_ADDRESS` for what is not a web address, and where a key would cross the open internet in the clear.
 */
export function serverAddress(typed: string, withKey: boolean): string {
  const text = /^[a-z][a-z0-9+.-]*:\/\//i.test(typed)
    ? typed
    : `${NEARBY.test(hostOf(typed)) ? 'http' : 'https'}://${typed}`;
  const url = URL.parse(text);
  if (!url || !['http:', 'https:'].includes(url.protocol) || url.hostname === '') {
    throw new AppError('BAD_ADDRESS', 'This is not the address of a server.');
  }
  if (url.protocol === 'http:' && withKey && !NEARBY.test(url.hostname)) {
    throw new AppError('BAD_ADDRESS', 'A key is not sent over http: use https.', {
      details: { host: url.host },
    });
  }
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
}

function hostOf(typed: string): string {
  return URL.parse(`http://${typed}`)?.hostname ?? '';
}
