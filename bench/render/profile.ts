/** Where the time of ours goes: the functions that take most, in all and within each long task. */
import type { Browser, CDPSession } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { SourceMap, type SourceMapping } from 'node:module';
import { join, relative, resolve } from 'node:path';
import { OURS } from './contenders.ts';
import { measure, type Measured } from './measure.ts';
import type { Site } from './site.ts';
import type { Workload } from './workloads.ts';

type Profile = Awaited<ReturnType<typeof stop>>;

/** Microseconds between two looks. */
const INTERVAL = 200;
const FUNCTIONS = 30;
const LONG_TASKS = 6;
const root = resolve(import.meta.dirname, '../..');

const stop = async (cdp: CDPSession) => (await cdp.send('Profiler.stop')).profile;

async function navigationStart(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'NavigationStart')?.value ?? NaN;
}

/** Prints what ours does at a workload. A profile slows it down: the times are for comparing parts. */
export async function profile(browser: Browser, site: Site, workload: Workload): Promise<void> {
  let seen: Profile | undefined;
  let origin = NaN;
  const measured = await measure(browser, site.url, OURS, workload, async (cdp, run) => {
    await cdp.send('Profiler.enable');
    await cdp.send('Profiler.setSamplingInterval', { interval: INTERVAL });
    await cdp.send('Profiler.start');
    const result = await run();
    seen = await stop(cdp);
    origin = await navigationStart(cdp);
    return result;
  });
  if (!seen) return;
  const looks = looksOf(seen, siteNames(site));
  const { task, script, style, layout } = measured.thread;
  const parts = Object.entries({ task, script, style, layout }).map(
    ([name, ms]) => `${name} ${Math.round(ms)}`,
  );
  console.log(`\n${workload.name} (${workload.way}), ms: ${parts.join(', ')}`);
  print(looks, FUNCTIONS);
  for (const { start, ms } of longTasks(measured)) {
    const from = origin * 1e6 + start * 1e3;
    console.log(`\n  A task of ${ms} ms, ${Math.round(start)} ms after the page was opened:`);
    print(
      looks.filter(({ at }) => at >= from && at <= from + ms * 1e3),
      8,
    );
  }
}

const longTasks = ({ paced, hurried, once }: Measured) =>
  ((paced ?? hurried ?? once)?.longTasks ?? []).toSorted((a, b) => b.ms - a.ms).slice(0, LONG_TASKS);

interface Look {
  /** Microseconds of the browser's clock. */
  readonly at: number;
  readonly ms: number;
  readonly name: string;
}

type CallFrame = Profile['nodes'][number]['callFrame'];

/** What ran at each look. `(program)` is the browser's own work, such as style, layout and paint. */
function looksOf(
  { nodes, samples = [], timeDeltas = [], startTime }: Profile,
  nameOf: (frame: CallFrame) => string,
): Look[] {
  const names = new Map(nodes.map(({ id, callFrame }) => [id, nameOf(callFrame)]));
  let at = startTime;
  return samples.map((id, index) => {
    at += timeDeltas[index] ?? 0;
    return { at, ms: (timeDeltas[index + 1] ?? 0) / 1000, name: names.get(id) ?? '' };
  });
}

/** Names a function by its source, of which the built files tell in their maps. */
function siteNames({ folder }: Site): (frame: CallFrame) => string {
  const maps = new Map<string, SourceMap | null>();
  const mapOf = (path: string) => {
    const known = maps.get(path);
    if (known !== undefined) return known;
    const map = readMap(join(folder, `${path}.map`));
    maps.set(path, map);
    return map;
  };
  return ({ functionName, url, lineNumber, columnNumber }) => {
    const name = functionName || '(anonymous)';
    if (!url.startsWith('http')) return name;
    const path = new URL(url).pathname;
    const entry: Partial<SourceMapping> = mapOf(path)?.findEntry(lineNumber, columnNumber) ?? {};
    // What the build itself added has no source.
    if (entry.originalSource === undefined) return `${name}  ${path}:${lineNumber + 1}`;
    const source = relative(root, resolve(join(folder, path, '..'), entry.originalSource));
    return `${name}  ${source.replace(/^.*node_modules\//, '')}:${(entry.originalLine ?? 0) + 1}`;
  };
}

function readMap(path: string): SourceMap | null {
  try {
    return new SourceMap(
      JSON.parse(readFileSync(path, 'utf8')) as ConstructorParameters<typeof SourceMap>[0],
    );
  } catch {
    return null;
  }
}

function print(looks: readonly Look[], count: number): void {
  const self = new Map<string, number>();
  for (const { name, ms } of looks) if (name !== '(idle)') self.set(name, (self.get(name) ?? 0) + ms);
  const heaviest = [...self].sort(([, a], [, b]) => b - a).slice(0, count);
  for (const [name, ms] of heaviest) console.log(`  ${ms.toFixed(1).padStart(8)}  ${name}`);
}
