/** What the bench prints for people. */
import { goalOf, verdictOf } from '../reference.ts';
import { contenders } from './contenders.ts';
import { GOALS, longest, median, quantile, type Result, type Runs } from './goals.ts';
import type { Measured } from './measure.ts';
import { workloads } from './workloads.ts';

type Column = readonly [title: string, value: (run: Measured) => number | undefined, digits?: number];

const seen = ({ paced, hurried, once }: Measured) => paced ?? hurried ?? once;
const always: readonly Column[] = [
  ['task', ({ thread }) => thread.task],
  ['cpu', ({ thread }) => thread.cpu],
  ['script', ({ thread }) => thread.script],
  ['style', ({ thread }) => thread.style],
  ['layout', ({ thread }) => thread.layout],
  ['dropped %', (run) => seen(run)?.droppedPct, 1],
  ['longest', longest],
  ['heap MB', (run) => seen(run)?.peakHeapMB, 1],
  ['elements', ({ elements }) => elements],
  ['missing', ({ missing }) => missing],
];
const columns: Record<'paced' | 'hurried' | 'once', readonly Column[]> = {
  paced: [
    ['p50', ({ paced }) => quantile(paced?.chunkToPaint ?? [], 0.5)],
    ['p99', ({ paced }) => quantile(paced?.chunkToPaint ?? [], 0.99)],
    ['took s', ({ paced }) => (paced?.tookMs ?? NaN) / 1000, 1],
  ],
  hurried: [['took', ({ hurried }) => hurried?.tookMs ?? undefined]],
  once: [
    ['sync', ({ once }) => once?.syncMs],
    ['settled', ({ once }) => once?.settledMs ?? undefined],
  ],
};

export function printTables(runs: Runs): void {
  for (const { name, way } of workloads) {
    const shown = [...always, ...columns[way]];
    const rows = contenders.flatMap((contender) => {
      const all = runs.get(contender.id)?.get(name);
      if (!all) return [];
      const cells = shown.map(([, value, digits = 0]) => median(all.map(value))?.toFixed(digits) ?? '–');
      return [[contender.name, ...cells]];
    });
    if (rows.length > 0) print([[`${name} (${way})`, ...shown.map(([title]) => title)], ...rows]);
  }
  for (const [id, of] of runs) {
    const errors = new Set([...of.values()].flat().flatMap((run) => run.errors));
    for (const error of errors) console.log(`${id}: ${error}`);
  }
}

export function printVerdicts(result: Result): void {
  const keys = Object.keys(result) as (keyof Result)[]; // an object's own
  const rows = keys.map((key) => {
    const [value, goal] = [result[key], GOALS[key]];
    if (value === null) return [key, '–', '', '', 'not measured'];
    if (goal === undefined) return [key, String(value), '', '', ''];
    const here = goalOf(key, goal, result.slowness ?? 1);
    return [key, String(value), `≤ ${goal}`, `≤ ${here}`, verdictOf(value, goal, here)];
  });
  print([['', 'value', 'goal', 'on this machine', 'verdict'], ...rows]);
}

function print(rows: readonly (readonly string[])[]): void {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  console.log('');
  for (const row of rows) {
    const cells = row.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
    );
    console.log(cells.join('  '));
  }
}
