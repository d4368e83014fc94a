/** What must hold of ours in one run, against the limit and against what people use today. */
import { slowness } from '../reference.ts';
import { contenders, isPeer, OURS, PLAIN, STREAMDOWN } from './contenders.ts';
import type { Measured } from './measure.ts';
import { finished, hurried100, hurried400, main, type Workload } from './workloads.ts';

/** The runs of each contender at each workload, by their names. */
export type Runs = ReadonlyMap<string, ReadonlyMap<string, readonly Measured[]>>;

export interface Result {
  readonly taskVsPlain100k: number | null;
  readonly vsBestPeer100k: number | null;
  readonly droppedPct: number | null;
  readonly longestTaskMs: number | null;
  readonly chunkToPaintP99ms: number | null;
  readonly peakHeapMB: number | null;
  readonly growth400kOver100k: number | null;
  readonly oneShot100kSyncMs: number | null;
  readonly oneShotVsStreamdown: number | null;
  /** How many times slower than where the goals were set the machine is, by the plain text. */
  readonly slowness: number | null;
}

/** The most that each may be; nothing is asked of what is not named. */
export const GOALS: Partial<Record<keyof Result, number>> = {
  taskVsPlain100k: 2,
  vsBestPeer100k: 0.45,
  droppedPct: 0.5,
  longestTaskMs: 49.9,
  chunkToPaintP99ms: 25,
  peakHeapMB: 20,
  growth400kOver100k: 4.5,
  oneShotVsStreamdown: 0.5,
};

export function median(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter((value) => value !== undefined).sort((a, b) => a - b);
  return known[known.length >> 1];
}

/** Of sorted values the one that `part` of them do not exceed. */
export const quantile = (sorted: readonly number[], part: number): number | undefined =>
  sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))];

export const longest = ({ paced, hurried, once }: Measured): number =>
  Math.max(0, ...((paced ?? hurried ?? once)?.longTasks ?? []).map(({ ms }) => ms));

export function resultOf(runs: Runs): Result {
  const all = (who: string, workload: Workload) => runs.get(who)?.get(workload.name) ?? [];
  const of = (who: string, workload: Workload, value: (run: Measured) => number | undefined) =>
    median(all(who, workload).map(value));
  const task = (who: string) => of(who, main, ({ thread }) => thread.task);
  const sync = (who: string) => of(who, finished, ({ once }) => once?.syncMs);
  const work = (workload: Workload) =>
    of(OURS, workload, ({ hurried, thread }) => (hurried?.tookMs ? thread.task : undefined));
  const peers = contenders.flatMap((peer) => (isPeer(peer) && peer.full ? (task(peer.id) ?? []) : []));
  const limit = task(PLAIN);
  const everyRun = [...(runs.get(OURS)?.values() ?? [])].flat();
  return {
    taskVsPlain100k: ratio(task(OURS), limit),
    vsBestPeer100k: ratio(task(OURS), peers.length > 0 ? Math.min(...peers) : undefined),
    droppedPct: rounded(of(OURS, main, ({ paced }) => paced?.droppedPct)),
    longestTaskMs: everyRun.length > 0 ? rounded(Math.max(...everyRun.map(longest))) : null,
    chunkToPaintP99ms: rounded(of(OURS, main, ({ paced }) => quantile(paced?.chunkToPaint ?? [], 0.99))),
    peakHeapMB: rounded(of(OURS, main, ({ paced }) => paced?.peakHeapMB)),
    growth400kOver100k: ratio(work(hurried400), work(hurried100)),
    oneShot100kSyncMs: rounded(sync(OURS)),
    oneShotVsStreamdown: ratio(sync(OURS), sync(STREAMDOWN)),
    slowness: limit === undefined ? null : slowness('plainText', limit),
  };
}

function ratio(value: number | undefined, other: number | undefined): number | null {
  return value === undefined || other === undefined ? null : rounded(value / other);
}

function rounded(value: number | undefined): number | null {
  return value === undefined ? null : Math.round(value * 100) / 100;
}
