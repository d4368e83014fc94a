import { APIConnectionError, APIConnectionTimeoutError, APIError } from 'openai/core/error';
import { AppError, type ErrorCode, type ErrorDetails } from '../../shared/errors';
import type { Address } from '../services/server';
import { isCutOff, networkError } from './network-error';
import { refusedParameter } from './refused-parameter';

/** What the error was about, for its details. The key is here only to be kept out of them. */
export interface Asked extends Pick<Address, 'address' | 'key'> {
  readonly model?: string;
}

/** The server's own codes come first, then its type, then the HTTP status. */
const BY_CODE: Record<string, ErrorCode> = {
  invalid_api_key: 'BAD_API_KEY',
  account_deactivated: 'KEY_REVOKED',
  key_revoked: 'KEY_REVOKED',
  insufficient_quota: 'NO_CREDIT',
  credit_balance_exhausted: 'NO_CREDIT',
  billing_hard_limit_reached: 'NO_CREDIT',
  billing_not_active: 'NO_CREDIT',
  rate_limit_exceeded: 'RATE_LIMITED',
  rate_limit_error: 'RATE_LIMITED',
  slow_down: 'RATE_LIMITED',
  model_not_found: 'MODEL_NOT_FOUND',
  context_length_exceeded: 'TOO_LONG',
  server_error: 'SERVER_FAILED',
  server_is_overloaded: 'OVERLOADED',
  overloaded: 'OVERLOADED',
  overloaded_error: 'OVERLOADED',
  service_unavailable: 'OVERLOADED',
};

/** The model is not to answer this: whichever policy, picture or prompt it names. */
const ABOUT_THE_QUESTION =
  /^(invalid_prompt|invalid_image|image_|unsupported_image|failed_to_download_image)|_policy(_|$)|content_policy/;

const BY_STATUS: Record<number, ErrorCode> = {
  401: 'BAD_API_KEY',
  403: 'NOT_ALLOWED',
  407: 'PROXY_PASSWORD',
  408: 'TIMED_OUT',
  409: 'SERVER_FAILED',
  413: 'TOO_LARGE',
  429: 'RATE_LIMITED',
  503: 'OVERLOADED',
  504: 'TIMED_OUT',
  511: 'PORTAL',
  529: 'OVERLOADED',
};

/** Every failure of the SDK, of its stream and of the network becomes ours, once. */
export function toAppError(thrown: unknown, asked: Asked): AppError {
  const chain = causes(thrown);
  const ours = chain.find((cause) => cause instanceof AppError);
  if (ours) return ours;
  const fail = (code: ErrorCode, message: string, details = aboutRequest(asked)) =>
    new AppError(code, message, { cause: thrown, details });

  const answered = apiError(thrown);
  if (answered && !(thrown instanceof APIConnectionError)) {
    if (answered.status === undefined)
      return fromEvent({ code: answered.code ?? answered.type, message: messageOf(answered) }, asked);
    return fail(codeOf(answered), `The server answered ${answered.status}.`, detailsOf(answered, asked));
  }
  const broken = networkError(chain);
  if (broken) return fail(broken, 'The connection failed.');
  if (thrown instanceof APIConnectionTimeoutError) {
    return fail('TIMED_OUT', 'The server did not answer.');
  }
  if (answered) return fail('OFFLINE', 'The server cannot be reached.');
  if (isCutOff(chain)) return fail('CUT_OFF', 'The stream ended in the middle of an event.');
  return AppError.from(thrown);
}

/** An error that comes in the place of an answer, or in its middle. */
export function fromEvent(
  error: { code?: unknown; type?: unknown; message?: string } | null,
  asked: Asked,
): AppError {
  const { code, message = '' } = error ?? {};
  const ours = named(code) ?? 'SERVER_FAILED';
  return new AppError(ours, 'The server reported an error.', {
    details: {
      ...aboutRequest(asked),
      // It had begun, and may have cost something: only a limit on how often one may ask is worth another try.
      ...(ours !== 'RATE_LIMITED' && { mayRetry: false }),
      ...(typeof code === 'string' && { serverCode: code }),
      ...(message !== '' && { serverMessage: withoutKey(message, asked.key) }),
    },
  });
}

/** An answer that the server ended before it was whole. */
export function incomplete(reason: string | undefined, asked: Asked): AppError {
  const codes: Record<string, ErrorCode> = {
    max_output_tokens: 'OUTPUT_LIMIT',
    content_filter: 'CONTENT_FILTER',
  };
  return new AppError(
    codes[reason ?? ''] ?? 'ENDED_EARLY',
    `The answer is incomplete: ${reason ?? 'unknown'}.`,
    {
      details: aboutRequest(asked),
    },
  );
}

/** What every error says of its request. */
export function aboutRequest({ address, model }: Asked): ErrorDetails {
  return { host: new URL(address).host, ...(model !== undefined && { model }) };
}

function codeOf(error: APIError): ErrorCode {
  const { status, code, type } = error;
  const known = named(code) ?? named(type);
  if (known) return known;
  if (status === undefined) return 'SERVER_FAILED';
  if (status === 404 || status === 405)
    return error.error === undefined ? 'NOT_A_SERVER' : notFound(messageOf(error));
  return BY_STATUS[status] ?? (status >= 500 ? 'SERVER_FAILED' : 'BAD_REQUEST');
}

function named(code: unknown): ErrorCode | undefined {
  if (typeof code !== 'string') return undefined;
  return BY_CODE[code] ?? (ABOUT_THE_QUESTION.test(code) ? 'QUESTION_REFUSED' : undefined);
}

/** Other servers give no code; one that says nothing at all does not know the API. */
function notFound(message: string): ErrorCode {
  if (message === '') return 'NOT_A_SERVER';
  return /\bmodel\b.*\bnot (found|exist)/i.test(message) ? 'MODEL_NOT_FOUND' : 'BAD_REQUEST';
}

function detailsOf(error: APIError, asked: Asked): ErrorDetails {
  const { status, code, param, requestID, headers } = error;
  const message = messageOf(error);
  const retryAfterMs = retryAfter(headers);
  const mayRetry = headers?.get('x-should-retry');
  const parameter = status === 400 || status === 422 ? refusedParameter({ code, param, message }) : undefined;
  return {
    ...aboutRequest(asked),
    ...(status !== undefined && { status }),
    ...(requestID && { requestId: requestID }),
    ...(code && { serverCode: code }),
    ...(message && { serverMessage: withoutKey(message, asked.key) }),
    ...(parameter !== undefined && { parameter }),
    ...(retryAfterMs !== undefined && { retryAfterMs }),
    ...(mayRetry && { mayRetry: mayRetry !== 'false' }),
  };
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
function messageOf(error: APIError): string {
  const { message } = (error.error ?? {}) as { message?: unknown };
  const text = typeof message === 'string' ? message : error.message;
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
