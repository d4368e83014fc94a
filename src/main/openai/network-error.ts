import type { ErrorCode } from '../../shared/errors';

/** What Node, undici and Chromium call what went wrong between here and the server; the first that fits counts. */
const NETWORK: readonly (readonly [RegExp, ErrorCode])[] = [
  [
    /unexpected redirect|ERR_UNSAFE_REDIRECT|redirect mode is set to error|ERR_TOO_MANY_REDIRECTS/i,
    'REDIRECTED',
  ],
  [/Proxy response \(407\)|ERR_(PROXY_AUTH|UNSUPPORTED_AUTH|MISSING_AUTH)/, 'PROXY_PASSWORD'],
  [/ERR_PROXY_CONNECTION_FAILED|ERR_SOCKS_CONNECTION_FAILED/, 'PROXY_DOWN'],
  [/Proxy response|ERR_(PROXY|TUNNEL|SOCKS|MANDATORY_PROXY|NO_SUPPORTED_PROXIES)/, 'PROXY_FAILED'],
  [/^(DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|CERT_|HOSTNAME_MISMATCH|ERR_TLS|ERR_SSL|EPROTO)/, 'TLS_FAILED'],
  [/net::ERR_(CERT|SSL|BAD_SSL|ECH)/, 'TLS_FAILED'],
  [/^(ENOTFOUND|EAI_AGAIN)$|ERR_NAME_(NOT_RESOLVED|RESOLUTION_FAILED)|ERR_DNS/, 'HOST_NOT_FOUND'],
  [/^ECONNREFUSED$|ERR_CONNECTION_REFUSED/, 'REFUSED'],
  [/^(ETIMEDOUT|UND_ERR_(CONNECT|HEADERS)_TIMEOUT)$|ERR_(CONNECTION_)?TIMED_OUT/, 'TIMED_OUT'],
  [
    /^(ENETUNREACH|EHOSTUNREACH|ENETDOWN)$|ERR_(INTERNET_DISCONNECTED|ADDRESS_UNREACHABLE|NETWORK_ACCESS)/,
    'OFFLINE',
  ],
  [/^(ECONN(RESET|ABORTED)|EPIPE|UND_ERR_)|^terminated$|other side closed/, 'CONNECTION_LOST'],
  [/ERR_(CONNECTION|NETWORK|EMPTY_RESPONSE|HTTP2|QUIC|INCOMPLETE_CHUNKED|CONTENT_LENGTH)/, 'CONNECTION_LOST'],
  [/net::ERR_/, 'OFFLINE'],
];

/** Of a failure and its causes, the outermost first. Undefined: it is none of the network's. */
export function networkError(causes: readonly unknown[]): ErrorCode | undefined {
  const words = causes.flatMap((cause) => {
    const { code, message } = cause as { code?: unknown; message?: unknown }; // each may be missing
    return [code, message].filter((word): word is string => typeof word === 'string');
  });
  return NETWORK.find(([pattern]) => words.some((word) => pattern.test(word)))?.[1];
}

/** A stream that is cut in mid-event cannot be read to its end. */
export function isCutOff(causes: readonly unknown[]): boolean {
  return causes.some((cause) => cause instanceof SyntaxError);
}
