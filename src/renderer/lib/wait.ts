import type { Waiting } from '../../shared/model';

/** A wait whose end is known by the clock that only runs forward, so that it can be counted down wherever it is shown. */
export interface Wait extends Waiting {
  /** On the scale of `performance.now()`; null: when there is a network. */
  readonly until: number | null;
}

export function waitFrom(waiting: Waiting, now = performance.now()): Wait {
  return { ...waiting, until: waiting.waitMs === null ? null : now + waiting.waitMs };
}
