import { expect, test } from 'vitest';
import { AppError, type ErrorCode, type ErrorDetails } from '../../shared/errors';
import { retryWait } from './retry-policy';

const failed = (code: ErrorCode, details: ErrorDetails = {}) => new AppError(code, code, { details });
const wait = (error: AppError, retries = 0, random = 1, online = true) =>
  retryWait({ error, retries, random, online });

test.each([
  ['RATE_LIMITED', 4],
  ['OVERLOADED', 4],
  ['SERVER_FAILED', 3],
  ['CONNECTION_LOST', 2],
  ['REFUSED', 2],
  ['HOST_NOT_FOUND', 2],
  ['OFFLINE', 2],
  ['TIMED_OUT', 1],
] as const)('%s is tried again %i times', (code, times) => {
  expect(wait(failed(code), times - 1)).toBeGreaterThan(0);
  expect(wait(failed(code), times)).toBeNull();
});

test.each([
  'NO_CREDIT',
  'BAD_API_KEY',
  'BAD_REQUEST',
  'TOO_LONG',
  'CUT_OFF',
  'STALLED',
  'TLS_FAILED',
  'PROXY_FAILED',
  'PORTAL',
  'REDIRECTED',
  'DISK_FAILED',
  'INTERNAL',
] as const)('%s is never tried again', (code) => {
  expect(wait(failed(code))).toBeNull();
});

test('the span doubles each time up to half a minute, and the wait is drawn from all of it', () => {
  const spans = [0, 1, 2, 3].map((retries) => wait(failed('OVERLOADED'), retries));
  expect(spans).toEqual([500, 1000, 2000, 4000]);
  expect(wait(failed('OVERLOADED'), 3, 0)).toBe(0);
});

test('the wait that the server asks for is kept exactly, up to a minute and a half', () => {
  expect(wait(failed('RATE_LIMITED', { retryAfterMs: 90_000 }), 0, 0)).toBe(90_000);
  expect(wait(failed('RATE_LIMITED', { retryAfterMs: 90_001 }))).toBeNull();
});

test('a server that says not to ask again is not asked again', () => {
  expect(wait(failed('SERVER_FAILED', { mayRetry: false }))).toBeNull();
});

test('without a network it waits for one, however often that takes', () => {
  expect(wait(failed('HOST_NOT_FOUND'), 9, 1, false)).toBe('network');
  expect(wait(failed('NO_CREDIT'), 0, 1, false)).toBeNull();
});
