import { expect, test } from 'vitest';
import { rateLimitsIn } from './rate-limits';

test('what is left of requests and tokens is read from the headers, and when it is whole again', () => {
  const headers = new Headers({
    'x-ratelimit-limit-requests': '500',
    'x-ratelimit-remaining-requests': '499',
    'x-ratelimit-reset-requests': '120ms',
    'x-ratelimit-limit-tokens': '30000',
    'x-ratelimit-remaining-tokens': '0',
    'x-ratelimit-reset-tokens': '6m1.5s',
  });
  expect(rateLimitsIn(headers)).toEqual({
    requests: { left: 499, of: 500, resetMs: 120 },
    tokens: { left: 0, of: 30_000, resetMs: 361_500 },
  });
});

test('a server that tells nothing, or nonsense, is believed nothing', () => {
  expect(rateLimitsIn(new Headers())).toBeNull();
  const odd = { 'x-ratelimit-limit-tokens': 'many', 'x-ratelimit-remaining-tokens': '3' };
  expect(rateLimitsIn(new Headers(odd))).toBeNull();
  const bare = { 'x-ratelimit-limit-requests': '5', 'x-ratelimit-remaining-requests': '3' };
  expect(rateLimitsIn(new Headers(bare))?.requests).toEqual({ left: 3, of: 5, resetMs: null });
});
