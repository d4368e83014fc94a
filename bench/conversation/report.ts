/** The figures of `bench:conversation`, their goals, and the table of both. */
import { availableParallelism, loadavg } from 'node:os';
import { goalOf, slowness, verdictOf } from '../reference.ts';
import { noSamples, type Samples } from './parley.ts';
import { median, quantile } from './statistics.ts';

/** Each at most. */
const goals = {
  openToPaintMs: 90,
  vsVirtuoso: 0.5,
  scrollDroppedPct: 0.5,
  rssGrowthMB: 20,
  keystrokeP95ms: 8,
  switchP95ms: 60,
  jumpTopMs: 40,
} as const;
type Key = keyof typeof goals;

type Part = 'slowness' | 'blankPct' | 'keystrokeEmptyP95ms';
export type Figures = Readonly<Record<Key | Part, number>>;

const p95 = (values: readonly number[]): number => quantile(values, 0.95);
const round = (value: number): number => Math.round(value * 100) / 100;

/** Of all gestures together. */
function scrolling({ scrolled }: Samples): { droppedPct: number; blankPct: number } {
  const sum = (of: (one: Samples['scrolled'][number]) => number) =>
    scrolled.reduce((all, one) => all + of(one), 0);
  const dropped = sum((one) => one.dropped);
  return {
    droppedPct: (100 * dropped) / (dropped + sum((one) => one.frames)),
    blankPct: (100 * sum((one) => one.blank)) / scrolled.length,
  };
}

export function figures(ours: Samples, theirs: Samples = noSamples()): Figures {
  const { droppedPct, blankPct } = scrolling(ours);
  const openToPaintMs = median(ours.open);
  return {
    openToPaintMs: round(openToPaintMs),
    vsVirtuoso: round(openToPaintMs / median(theirs.open)),
    scrollDroppedPct: round(droppedPct),
    blankPct: round(blankPct),
    rssGrowthMB: round(median(ours.rssMB)),
    keystrokeP95ms: round(Math.max(p95(ours.keysIdle), p95(ours.keysStreaming))),
    keystrokeEmptyP95ms: round(p95(ours.keysEmpty)),
    switchP95ms: round(p95(ours.switch)),
    jumpTopMs: round(median(ours.jump)),
    slowness: slowness('virtuoso', median(theirs.open)),
  };
}

export function print(title: string, ours: Samples, theirs: Samples): void {
  const result = figures(ours, theirs);
  const peer = figures(theirs);
  const load = (loadavg()[0] ?? 0).toFixed(1);
  console.log(`\n${title}; load of the machine ${load}, ${availableParallelism()} processors`);
  const rows = Object.entries(result).map(([key, value]) => {
    const goal = Object.entries(goals).find(([name]) => name === key)?.[1];
    const other = Object.entries(peer).find(([name]) => name === key)?.[1];
    const known = other !== undefined && Number.isFinite(other) && key !== 'slowness';
    const row = { Parley: value, 'react-virtuoso': known ? other : '' };
    if (goal === undefined) return [key, row] as const;
    const here = goalOf(key, goal, result.slowness);
    return [key, { ...row, goal, 'on this machine': here, verdict: verdictOf(value, goal, here) }] as const;
  });
  console.table(Object.fromEntries(rows));
}

/** What the figures are made of. */
export function printParts(ours: Samples, theirs: Samples, disk: readonly number[]): void {
  const line = (name: string, ms: number) =>
    console.log(`${name.padEnd(60)} ${ms.toFixed(1).padStart(8)} ms`);
  console.log();
  line('first open after the start, median', median(ours.first));
  line('  the same in react-virtuoso', median(theirs.first));
  line('the call of conversations.open by itself, median', median(ours.call));
  line('  of that: reading the messages from SQLite, median', median(disk));
  line('open, slowest', Math.max(...ours.open));
  line('switch, median', median(ours.switch));
  line('a key, nothing else going on, p50', median(ours.keysIdle));
  line('a key, nothing else going on, p95', p95(ours.keysIdle));
  line('a key while an answer streams, p50', median(ours.keysStreaming));
  line('a key while an answer streams, p95', p95(ours.keysStreaming));
}
