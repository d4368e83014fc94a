/**
 * What it costs to show a streaming answer: ours beside plain text and beside what people use today, in one run
 * in one Chromium. See bench/README.md.
 */
import { chromium, type Browser } from '@playwright/test';
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { chromiumFlags, findChromium } from '../../tests/standin/chromium.ts';
import { contenders, OURS, PLAIN, STREAMDOWN, type Listed } from './contenders.ts';
import { resultOf } from './goals.ts';
import { measure, type Measured } from './measure.ts';
import { profile } from './profile.ts';
import { printTables, printVerdicts } from './report.ts';
import { openSite } from './site.ts';
import { workloads, type Workload } from './workloads.ts';

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
    workload: { type: 'string' },
    runs: { type: 'string', default: '1' },
    trace: { type: 'boolean', default: false },
  },
});

function chosen(): readonly Listed[] {
  if (options.trace) return contenders.filter(({ id }) => id === OURS);
  const ids = options.only?.split(',') ?? (options.quick ? [PLAIN, OURS, STREAMDOWN] : null);
  const unknown = ids?.find((id) => !contenders.some((one) => one.id === id));
  if (unknown) throw new Error(`${unknown} is none of ${contenders.map(({ id }) => id).join(', ')}.`);
  return ids ? contenders.filter(({ id }) => ids.includes(id)) : contenders;
}

const asked = workloads.filter(({ name }) => !options.workload || name === options.workload);
if (asked.length === 0)
  throw new Error(`A workload is one of ${workloads.map(({ name }) => name).join('; ')}.`);

const takesPart = (id: string, { who }: Workload): boolean =>
  who === 'everyone' || id === OURS || (who === 'ours and plain' && id === PLAIN);

async function compare(browser: Browser, url: string, listed: readonly Listed[]): Promise<void> {
  const runs = new Map(listed.map(({ id }) => [id, new Map<string, Measured[]>()]));
  const failures: string[] = [];
  for (let run = 0; run < Number(options.runs); run += 1) {
    for (const workload of asked) {
      for (const { id, name } of listed) {
        if (!takesPart(id, workload)) continue;
        process.stderr.write(`${workload.name} (${workload.way}): ${name}\n`);
        const measured = await measure(browser, url, id, workload).catch((error: unknown) => {
          // One that fails must not take the others' figures with it.
          failures.push(`${name}, ${workload.name}: ${String(error)}`);
          return null;
        });
        const of = runs.get(id);
        if (measured) of?.set(workload.name, [...(of.get(workload.name) ?? []), measured]);
      }
    }
  }
  const result = resultOf(runs);
  console.log(
    `Milliseconds of the main thread; medians of ${options.runs}; load ${loadavg()[0]?.toFixed(1)}`,
  );
  printTables(runs);
  for (const failure of failures) console.log(`FAILED ${failure}`);
  printVerdicts(result);
  console.log(`RESULT ${JSON.stringify(result)}`);
}

const listed = chosen();
const site = await openSite(listed, options.trace);
const browser = await chromium.launch({
  executablePath: findChromium(),
  args: [...chromiumFlags, '--enable-precise-memory-info'],
});
try {
  if (!options.trace) await compare(browser, site.url, listed);
  else for (const workload of asked) await profile(browser, site, workload);
} finally {
  await browser.close();
  await site.close();
}
