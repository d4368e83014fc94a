/** A page that shows a long conversation, whoever wrote it, and what is measured in it from outside. */
import { execFileSync } from 'node:child_process';
import type { CDPSession, Page } from '@playwright/test';
import { installProbe, type PageShape, type Scrolled } from './probe.ts';

const SIZE = { width: 1280, height: 800 };
const SPEED = 5000; // pixels a second
const SECONDS = 4;

export class MeasuredWindow {
  readonly page: Page;
  readonly cdp: CDPSession;
  readonly #shape: PageShape;
  readonly #processId: () => Promise<number>;

  private constructor(page: Page, cdp: CDPSession, shape: PageShape, processId: () => Promise<number>) {
    this.page = page;
    this.cdp = cdp;
    this.#shape = shape;
    this.#processId = processId;
  }

  /** `processId` is that of any process above the page's own. */
  static async of(page: Page, shape: PageShape, processId: () => Promise<number>): Promise<MeasuredWindow> {
    await page.setViewportSize(SIZE);
    const cdp = await page.context().newCDPSession(page);
    await page.evaluate(installProbe, shape);
    return new MeasuredWindow(page, cdp, shape, processId);
  }

  /** As a wheel would, upwards from where it is, for four seconds. */
  async scrollUp(): Promise<Scrolled> {
    const box = await this.page.locator(this.#shape.scroller).boundingBox();
    if (!box) throw new Error('There is no conversation to scroll.');
    await this.page.evaluate(() => window.probe.watchScrolling());
    await this.cdp.send('Input.synthesizeScrollGesture', {
      ...{ x: box.x + box.width / 2, y: box.y + box.height / 2, yDistance: SPEED * SECONDS, speed: SPEED },
      ...{ gestureSourceType: 'mouse', preventFling: true },
    });
    return this.page.evaluate(() => window.probe.scrolled());
  }

  jumpToTop(): Promise<number> {
    return this.page.evaluate(() => window.probe.jumpToTop());
  }

  /** Until it has nothing to do and no garbage. */
  async rest(): Promise<void> {
    await this.page.evaluate(
      () => new Promise((idle) => requestIdleCallback(() => requestIdleCallback(() => idle(null)))),
    );
    await this.cdp.send('HeapProfiler.collectGarbage');
  }

  /** Resident memory of the page's process. */
  async rssMB(): Promise<number> {
    await this.rest();
    return rendererKB(await this.#processId()) / 1024;
  }
}

/** The largest renderer below a process. */
function rendererKB(ancestor: number): number {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,rss=,args='], {
    encoding: 'utf8',
    maxBuffer: 1e8,
  })
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(.*)$/.exec(line)?.slice(1) ?? []);
  const below = new Set([ancestor]);
  for (let before = 0; before !== below.size;) {
    before = below.size;
    for (const [pid, parent] of lines) if (below.has(Number(parent))) below.add(Number(pid));
  }
  const renderers = lines.filter(
    ([pid, , , args]) => below.has(Number(pid)) && args?.includes('--type=renderer'),
  );
  return Math.max(0, ...renderers.map(([, , rss]) => Number(rss)));
}
