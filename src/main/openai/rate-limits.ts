import type { RateLimit, RateLimits } from '../../shared/doctor';

/** What a server tells of its limits; null where it tells nothing. */
export function rateLimitsIn(headers: Headers): RateLimits | null {
  const requests = limitIn(headers, 'requests');
  const tokens = limitIn(headers, 'tokens');
  return requests || tokens ? { requests, tokens } : null;
}

function limitIn(headers: Headers, what: 'requests' | 'tokens'): RateLimit | null {
  const number = (name: string) => Number.parseInt(headers.get(`x-ratelimit-${name}-${what}`) ?? '', 10);
  const left = number('remaining');
  const of = number('limit');
  if (!(left >= 0 && of >= 0)) return null;
  return { left, of, resetMs: durationIn(headers.get(`x-ratelimit-reset-${what}`) ?? '') };
}

const UNITS: Readonly<Record<string, number>> = { d: 86_400_000, h: 3_600_000, m: 60_000, s: 1000, ms: 1 };

/** `6m0s`, `1.5s`, `12ms` in milliseconds. */
function durationIn(text: string): number | null {
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)(ms|[dhms])/g)];
  if (parts.length === 0) return null;
  return parts.reduce((sum, [, count, unit]) => sum + Number(count) * (UNITS[unit ?? ''] ?? 0), 0);
}
