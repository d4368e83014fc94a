/**
 * What did not change took so many milliseconds on the machine that the goals were set on: one of 2 cores, before
 * Parley had code. The same is measured in every run, and tells how much slower this machine is at the moment.
 */
const reference = {
  /** Time in tasks while 100 KB of plain text arrive at 500 chunks a second. */
  plainText: 2743,
  /** Until a conversation of 2,000 messages is seen in react-virtuoso. */
  virtuoso: 177,
  /** SQL's `LIKE` over a million messages: the middle of 518 to 957. */
  scan: 737,
} as const;

/** How many times slower this machine is now; 1 where it is as fast or faster, so that no goal gets harder. */
export function slowness(of: keyof typeof reference, ms: number): number {
  const times = Math.max(1, ms / reference[of]);
  return Math.round(times * 100) / 100;
}

/** A goal in milliseconds, on a machine that is so much slower. */
export const goalHere = (ms: number, times: number): number => Math.round(ms * times * 10) / 10;

/** The same by the name of its figure: what is not in milliseconds stays as it is. */
export const goalOf = (key: string, goal: number, times: number): number =>
  /ms$/i.test(key) ? goalHere(goal, times) : goal;

/** What is held against a goal: as it was set, and as it is on this machine. */
export function verdictOf(value: number, goal: number, here: number): string {
  if (value <= goal) return 'holds';
  return value <= here ? 'holds on a machine as slow as this' : 'MISSED';
}
