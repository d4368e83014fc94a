import OpenAI, { APIError } from 'openai';
import { AppError, type ErrorCode, type ErrorDetails } from '../../shared/errors';
import type { Address } from '../services/server';

/** What the error was about, for its details. The key is here only to be kept out of them. */
export interface Asked extends Address {
  readonly model?: string;
}

/** The server's own codes come first, then its type, then the HTTP status. */
const BY_CODE: Record<string, ErrorCode> = {
  invalid_api_key: 'BAD_API_KEY',
  account_deactivated: 'BAD_API_KEY',
  insufficient_quota: 'NO_CREDIT',
  credit_balance_exhausted: 'NO_CREDIT',
  billing_hard_limit_reached: 'NO_CREDIT',
  billing_not_active: 'NO_CREDIT',
  rate_limit_exceeded: 'RATE_LIMITED',
  slow_down: 'RATE_LIMITED',
  model_not_found: 'MODEL_NOT_FOUND',
  context_length_exceeded: 'TOO_LONG',
  server_error: 'SERVER_FAILED',
  server_is_overloaded: 'SERVER_FAILED',
};

const BY_STATUS: Record<number, ErrorCode> = {
  401: 'BAD_API_KEY',
  403: 'NOT_ALLOWED',
  408: 'TIMED_OUT',
  413: 'TOO_LONG',
  429: 'RATE_LIMITED',
  511: 'NOT_A_SERVER',
};

/** Every failure of the SDK, of its stream and of the network becomes ours, once. */
export function toAppError(thrown: unknown, asked: Asked): AppError {
  const ours = causes(thrown).find((cause) => cause instanceof AppError);
  if (ours) return ours;
  const details = detailsOf(thrown, asked);
  const fail = (code: ErrorCode, message: string) => new AppError(code, message, { cause: thrown, details });

  if (thrown instanceof OpenAI.APIConnectionTimeoutError)
    return fail('TIMED_OUT', 'The server did not answer.');
  if (thrown instanceof OpenAI.APIConnectionError) return fail('OFFLINE', 'The server cannot be reached.');
  const answered = apiError(thrown);
  if (answered) return fail(codeOf(answered), `The server answered ${answered.status ?? 'with an error'}.`);
  if (causes(thrown).some(isBrokenStream)) return fail('CONNECTION_LOST', 'The connection broke.');
  return AppError.from(thrown);
}

/** A socket that breaks under a running answer is a bare TypeError, and a cut event a SyntaxError. */
function isBrokenStream(cause: unknown): boolean {
  if (cause instanceof SyntaxError) return true;
  const { code = '', message = '' } = cause as { code?: unknown; message?: string }; // each may be missing
  return /^(ECONN|EPIPE|ETIMEDOUT|UND_ERR)/.test(String(code)) || /^terminated$|net::ERR_/.test(message);
}

/** The error that a stream carries as an event. */
export function fromEvent(error: { code?: string | null; message?: string } | null, asked: Asked): AppError {
  const message = error?.message ?? '';
  return new AppError(BY_CODE[error?.code ?? ''] ?? 'SERVER_FAILED', 'The server reported an error.', {
    details: { ...aboutRequest(asked), ...(message && { serverMessage: withoutKey(message, asked.key) }) },
  });
}

function codeOf(error: APIError): ErrorCode {
  const { status, code, type } = error;
  const named = BY_CODE[code ?? ''] ?? BY_CODE[type ?? ''];
  if (named) return named;
  if (status === undefined) return 'SERVER_FAILED';
  if (status === 404) return notFound(messageOf(error));
  return BY_STATUS[status] ?? (status >= 500 ? 'SERVER_FAILED' : 'BAD_REQUEST');
}

/** Other servers give no code; one that says nothing at all does not know the API. */
function notFound(message: string): ErrorCode {
  if (message === '') return 'NOT_A_SERVER';
  return /\bmodel\b.*\bnot (found|exist)/i.test(message) ? 'MODEL_NOT_FOUND' : 'BAD_REQUEST';
}

function detailsOf(thrown: unknown, asked: Asked): ErrorDetails {
  const request = aboutRequest(asked);
  const answered = apiError(thrown);
  if (!answered) return request;
  const { status, requestID, headers } = answered;
  const message = causes(thrown).map(messageOf).at(-1) ?? '';
  const retryAfterMs = retryAfter(headers);
  return {
    ...request,
    ...(status !== undefined && { status }),
    ...(requestID && { requestId: requestID }),
    ...(message && { serverMessage: withoutKey(message, asked.key) }),
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  };
}

/** An answer that the server ended before it was whole. */
export function incomplete(reason: string | undefined, asked: Asked): AppError {
  const code = reason === 'content_filter' ? 'CONTENT_FILTER' : 'OUTPUT_LIMIT';
  return new AppError(code, `The answer is incomplete: ${reason ?? 'unknown'}.`, {
    details: aboutRequest(asked),
  });
}

/** What every error says of its request. */
export function aboutRequest({ address, model }: Asked): ErrorDetails {
  return { host: new URL(address).host, ...(model !== undefined && { model }) };
}

/** `instanceof` alone would make every field `any`. */
function apiError(thrown: unknown): APIError | undefined {
  return thrown instanceof APIError ? (thrown as APIError) : undefined;
}

/** From the outermost to the innermost. */
function causes(thrown: unknown): unknown[] {
  const chain: unknown[] = [];
  for (
    let cause = thrown;
    cause && chain.length < 6;
    cause = cause instanceof Error ? cause.cause : undefined
  ) {
    chain.push(cause);
  }
  return chain;
}

/** Plain words only: a proxy's page is no message. */
function messageOf(cause: unknown): string {
  const body =
    cause instanceof OpenAI.APIError ? (cause.error as { message?: unknown } | undefined) : undefined;
  const text = typeof body?.message === 'string' ? body.message : cause instanceof Error ? cause.message : '';
  return /<(!doctype|html|body|head)|\(no body\)/i.test(text) ? '' : text;
}

/** A server may repeat what it was sent. */
function withoutKey(text: string, key: string | null): string {
  return (key ? text.replaceAll(key, '…') : text).slice(0, 1000);
}

/** Milliseconds, from `retry-after-ms`, or from `retry-after` in seconds or as a date. */
function retryAfter(headers: Headers | undefined): number | undefined {
  const exact = Number.parseFloat(headers?.get('retry-after-ms') ?? '');
  if (exact >= 0) return exact;
  const value = headers?.get('retry-after');
  if (!value) return undefined;
  const wait = /^\d+(\.\d+)?$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
  return wait >= 0 ? wait : undefined;
}
