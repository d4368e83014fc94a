import OpenAI, { APIError } from 'openai';
import { expect, test } from 'vitest';
import { fromEvent, incomplete, toAppError } from './errors';

const asked = { address: 'https://api.openai.com/v1', key: 'sk-proj-abcdefghijklmnop', model: 'gpt-6.2-sol' };
const answered = (status: number, error: object, headers: Record<string, string> = {}) =>
  toAppError(APIError.generate(status, { error }, undefined, new Headers(headers)), asked);

test.each([
  ['ECONNREFUSED', 'REFUSED'],
  ['ENOTFOUND', 'HOST_NOT_FOUND'],
  ['EAI_AGAIN', 'HOST_NOT_FOUND'],
  ['ENETUNREACH', 'OFFLINE'],
  ['ECONNRESET', 'CONNECTION_LOST'],
  ['UND_ERR_SOCKET', 'CONNECTION_LOST'],
  ['UND_ERR_CONNECT_TIMEOUT', 'TIMED_OUT'],
  ['ETIMEDOUT', 'TIMED_OUT'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'TLS_FAILED'],
  ['CERT_HAS_EXPIRED', 'TLS_FAILED'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'TLS_FAILED'],
  ['ERR_SSL_WRONG_VERSION_NUMBER', 'TLS_FAILED'],
])('what Node calls %s is %s', (code, expected) => {
  const cause = new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });
  expect(toAppError(new OpenAI.APIConnectionError({ cause }), asked).code).toBe(expected);
});

test.each([
  ['net::ERR_INTERNET_DISCONNECTED', 'OFFLINE'],
  ['net::ERR_NAME_NOT_RESOLVED', 'HOST_NOT_FOUND'],
  ['net::ERR_CONNECTION_REFUSED', 'REFUSED'],
  ['net::ERR_CONNECTION_RESET', 'CONNECTION_LOST'],
  ['net::ERR_CONNECTION_CLOSED', 'CONNECTION_LOST'],
  ['net::ERR_CONNECTION_TIMED_OUT', 'TIMED_OUT'],
  ['net::ERR_TIMED_OUT', 'TIMED_OUT'],
  ['net::ERR_NETWORK_CHANGED', 'CONNECTION_LOST'],
  ['net::ERR_NETWORK_IO_SUSPENDED', 'CONNECTION_LOST'],
  ['net::ERR_CERT_AUTHORITY_INVALID', 'TLS_FAILED'],
  ['net::ERR_SSL_PROTOCOL_ERROR', 'TLS_FAILED'],
  ['net::ERR_PROXY_CONNECTION_FAILED', 'PROXY_DOWN'],
  ['net::ERR_PROXY_AUTH_REQUESTED', 'PROXY_PASSWORD'],
  ['net::ERR_TUNNEL_CONNECTION_FAILED', 'PROXY_FAILED'],
  ['net::ERR_UNSAFE_REDIRECT', 'REDIRECTED'],
  ['net::ERR_SOMETHING_NEW', 'OFFLINE'],
])('what Chromium calls %s is %s', (message, expected) => {
  expect(toAppError(new OpenAI.APIConnectionError({ cause: new Error(message) }), asked).code).toBe(expected);
});

test.each([
  [401, { code: 'invalid_api_key' }, 'BAD_API_KEY'],
  [401, { code: 'account_deactivated' }, 'KEY_REVOKED'],
  [403, { code: 'unsupported_country_region_territory' }, 'NOT_ALLOWED'],
  [404, { code: 'model_not_found' }, 'MODEL_NOT_FOUND'],
  [408, {}, 'TIMED_OUT'],
  [409, {}, 'SERVER_FAILED'],
  [413, { message: 'Payload too large' }, 'TOO_LARGE'],
  [429, { type: 'insufficient_quota' }, 'NO_CREDIT'],
  [429, { code: 'credit_balance_exhausted', type: 'insufficient_quota' }, 'NO_CREDIT'],
  [429, { code: 'slow_down' }, 'RATE_LIMITED'],
  [500, {}, 'SERVER_FAILED'],
  [503, {}, 'OVERLOADED'],
  [504, {}, 'TIMED_OUT'],
  [511, {}, 'PORTAL'],
  [529, { type: 'overloaded_error' }, 'OVERLOADED'],
  [400, { code: 'invalid_prompt' }, 'QUESTION_REFUSED'],
  [400, { code: 'context_length_exceeded' }, 'TOO_LONG'],
  [400, { code: 'something_new' }, 'BAD_REQUEST'],
] as const)('status %i with %j is %s', (status, error, code) => {
  expect(answered(status, error).code).toBe(code);
});

test.each([
  [{ param: 'reasoning.effort', code: 'unsupported_value' }, 'reasoning.effort'],
  [{ param: 'reasoning', code: 'unsupported_parameter' }, 'reasoning.effort'],
  [{ param: 'include[0]', code: 'unsupported_value' }, 'include'],
  [{ param: 'text', code: 'unknown_parameter' }, 'text.verbosity'],
  [{ param: 'stream', message: 'Your organization must be verified to stream this model.' }, 'stream'],
  [{ message: 'Unrecognized request argument supplied: verbosity' }, 'text.verbosity'],
  [{ message: 'stream_options is not supported' }, 'stream_options'],
  [{ param: 'temperature', code: 'unsupported_parameter' }, 'temperature'],
  [{ param: 'input[0].content', message: 'Invalid value.' }, 'input[0].content'],
  [{ message: 'Something else is wrong.' }, undefined],
])('a refusal of %j is about %s', (error, parameter) => {
  expect(answered(400, { message: 'No.', ...error }).details.parameter).toBe(parameter);
});

test.each([
  [{ 'retry-after': '20' }, 20_000],
  [{ 'retry-after-ms': '1500', 'retry-after': '20' }, 1500],
  [{ 'retry-after': 'soon' }, undefined],
])('headers %j ask to wait %s ms', (headers, ms) => {
  expect(answered(429, {}, headers).details.retryAfterMs).toBe(ms);
});

test('a date to wait for is a span from now, and one that is over is none', () => {
  const inAMinute = new Date(Date.now() + 60_000).toUTCString();
  const wait = answered(429, {}, { 'retry-after': inAMinute }).details.retryAfterMs ?? 0;
  expect(wait).toBeGreaterThan(50_000);
  expect(wait).toBeLessThanOrEqual(60_000);
  const past = new Date(Date.now() - 60_000).toUTCString();
  expect(answered(429, {}, { 'retry-after': past }).details.retryAfterMs).toBeUndefined();
});

test('the server’s word on another try is kept', () => {
  expect(answered(500, {}, { 'x-should-retry': 'false' }).details.mayRetry).toBe(false);
  expect(answered(500, {}).details).not.toHaveProperty('mayRetry');
});

test.each([
  ['server_error', 'SERVER_FAILED'],
  ['rate_limit_exceeded', 'RATE_LIMITED'],
  ['bio_policy', 'QUESTION_REFUSED'],
  ['misalignment_policy_violation', 'QUESTION_REFUSED'],
  ['image_parse_error', 'QUESTION_REFUSED'],
  [undefined, 'SERVER_FAILED'],
  [500, 'SERVER_FAILED'],
])('an event that tells %s is %s', (code, expected) => {
  expect(fromEvent({ code, message: 'No.' }, asked)).toMatchObject({
    code: expected,
    details: { serverMessage: 'No.' },
  });
});

test.each([
  ['max_output_tokens', 'OUTPUT_LIMIT'],
  ['content_filter', 'CONTENT_FILTER'],
  ['max_messages', 'ENDED_EARLY'],
  ['steered', 'ENDED_EARLY'],
  [undefined, 'ENDED_EARLY'],
])('an answer that is incomplete for %s is %s', (reason, code) => {
  expect(incomplete(reason, asked).code).toBe(code);
});

test('no error holds the key or a page, whatever the server repeats', () => {
  const repeated = answered(400, { message: `You sent ${asked.key}.` });
  expect(JSON.stringify(repeated.toData())).not.toContain(asked.key);
  const page = APIError.generate(502, undefined, '<html><script>alert(1)</script>', new Headers());
  expect(toAppError(page, asked).details).not.toHaveProperty('serverMessage');
});
