import type { AppError, ErrorCode } from '../../shared/errors';

/** How often each failure is tried again, where nothing of the answer had arrived. What is not here, never. */
const TIMES: Partial<Record<ErrorCode, number>> = {
  RATE_LIMITED: 4,
  OVERLOADED: 4,
  SERVER_FAILED: 3,
  CONNECTION_LOST: 2,
  HOST_NOT_FOUND: 2,
  OFFLINE: 2,
  REFUSED: 2,
  TIMED_OUT: 1,
};

/** What a machine without a network meets. */
const NO_NETWORK: readonly ErrorCode[] = ['CONNECTION_LOST', 'HOST_NOT_FOUND', 'OFFLINE', 'REFUSED'];

const FIRST_MS = 500;
const LONGEST_MS = 30_000;
/** Who is asked to wait longer than this would rather decide. */
const PATIENCE_MS = 90_000;

export interface Failure {
  readonly error: AppError;
  /** How often it has been tried again before. */
  readonly retries: number;
  /** The system believes that there is a network. */
  readonly online: boolean;
  /** From 0 up to 1. */
  readonly random: number;
}

/**
 * How many milliseconds to wait before trying again; `network`: until there is one; null: not at all.
 *
 * Only for a turn of which nothing has arrived: what the user has seen is never asked for twice. The server's word
 * counts; without one the wait is drawn from a span that doubles each time, so that many clients do not come back
 * at once.
 */
export function retryWait({ error, retries, online, random }: Failure): number | 'network' | null {
  if (!online && NO_NETWORK.includes(error.code)) return 'network';
  if (retries >= (TIMES[error.code] ?? 0) || error.details.mayRetry === false) return null;
  const asked = error.details.retryAfterMs;
  if (asked !== undefined) return asked <= PATIENCE_MS ? asked : null;
  return random * Math.min(LONGEST_MS, FIRST_MS * 2 ** retries);
}
