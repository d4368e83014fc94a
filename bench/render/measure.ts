/** One contender shows one workload, in a page of its own. */
import type { Browser, CDPSession } from '@playwright/test';
import type { PageResult } from './page/main.ts';
import type { Workload } from './workloads.ts';

/** Milliseconds of the page's main thread. */
interface MainThread {
  readonly task: number;
  /** Of a processor, so without what other processes took away from it. */
  readonly cpu: number;
  readonly script: number;
  readonly layout: number;
  readonly style: number;
}

export interface Measured extends PageResult {
  readonly thread: MainThread;
  readonly errors: readonly string[];
}

/** What watches the page from outside while the workload runs. */
export type Around = <T>(cdp: CDPSession, run: () => Promise<T>) => Promise<T>;

async function threadOf(cdp: CDPSession): Promise<MainThread> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  const ms = (name: string) => 1000 * (metrics.find((metric) => metric.name === name)?.value ?? NaN);
  return {
    task: ms('TaskDuration'),
    cpu: ms('ThreadTime'),
    script: ms('ScriptDuration'),
    layout: ms('LayoutDuration'),
    style: ms('RecalcStyleDuration'),
  };
}

export async function measure(
  browser: Browser,
  url: string,
  contender: string,
  workload: Workload,
  around: Around = (_, run) => run(),
): Promise<Measured> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  try {
    await page.goto(url);
    await page.evaluate((name) => window.bench.open(name), contender);
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Performance.enable');
    const result = await around(cdp, async () => {
      await cdp.send('HeapProfiler.collectGarbage');
      const before = await threadOf(cdp);
      const shown = await page.evaluate((asked) => window.bench.run(asked), workload);
      const after = await threadOf(cdp);
      const thread = {
        task: after.task - before.task,
        cpu: after.cpu - before.cpu,
        script: after.script - before.script,
        layout: after.layout - before.layout,
        style: after.style - before.style,
      };
      return { ...shown, thread };
    });
    return { ...result, errors };
  } finally {
    await page.close();
  }
}
