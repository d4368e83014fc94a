import type { AppErrorData } from './errors';
import type { links } from './links';

/** What is looked at to see why an account does not work: three steps for nothing, four more by a tiny question. */
export const freeChecks = ['address', 'key', 'model'] as const;
export const askedChecks = ['streaming', 'summaries', 'credit', 'limits'] as const;
export type Check = (typeof freeChecks)[number] | (typeof askedChecks)[number];

/** What was found, in words the window may branch on. `failed`: its error tells; `unseen`: nothing led so far. */
export type Reason =
  | 'reached'
  | 'accepted'
  | 'none-needed'
  | 'no-key'
  | 'refused'
  | 'revoked'
  | 'expired'
  | 'organization'
  | 'project'
  | 'permission'
  | 'place'
  | 'country'
  | 'listed'
  | 'not-listed'
  | 'allowed'
  | 'unverified'
  | 'no-thoughts'
  | 'credit'
  | 'no-credit'
  | 'room'
  | 'limited'
  | 'untold'
  | 'failed'
  | 'unseen';

/** What came of one step. */
export interface Finding {
  readonly check: Check;
  readonly verdict: 'fine' | 'problem' | 'unknown';
  readonly reason: Reason;
  readonly host: string;
  readonly model: string;
  /** What the server said, where that is more than the reason. Never a key. */
  readonly error: AppErrorData | null;
  readonly limits: RateLimits | null;
  /** The page that fixes it. */
  readonly page: keyof typeof links | null;
}

/** How much may still be asked, as a server tells beside its answers. */
export interface RateLimit {
  readonly left: number;
  readonly of: number;
  /** Milliseconds until all of it is there again; null where it was not said. */
  readonly resetMs: number | null;
}

export interface RateLimits {
  readonly requests: RateLimit | null;
  readonly tokens: RateLimit | null;
}

/** What the free steps found, and what the question may cost at most, in micro-dollars; null where nobody knows. */
export interface Examination {
  readonly findings: readonly Finding[];
  readonly micros: number | null;
  /** A question would tell more. */
  readonly mayAsk: boolean;
}
