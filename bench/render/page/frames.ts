/** What happens in the page while a contender is at work: frames, long tasks, the heap. */

const FRAME_MS = 1000 / 60;

declare global {
  interface Performance {
    /** In Chromium. */
    readonly memory: { readonly usedJSHeapSize: number };
  }
}

export interface Watched {
  readonly frames: number;
  readonly droppedPct: number;
  /** Of tasks of 50 ms and more, in the order in which they ran; times as `performance.now()` tells them. */
  readonly longTasks: readonly { readonly start: number; readonly ms: number }[];
  /** The most that the JavaScript heap held at any frame beyond what it held at the start. */
  readonly peakHeapMB: number;
}

/** A task of its own, after those that wait. */
export const task = (): Promise<void> =>
  new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => done();
    port2.postMessage(null);
  });
export const frame = (): Promise<void> => new Promise((done) => requestAnimationFrame(() => done()));

/** Watches from now on, and tells what it saw when it is asked. */
export function watch(): () => Promise<Watched> {
  const longTasks: { start: number; ms: number }[] = [];
  const note = (list: readonly PerformanceEntry[]) =>
    longTasks.push(...list.map(({ startTime, duration }) => ({ start: startTime, ms: duration })));
  const observer = new PerformanceObserver((list) => note(list.getEntries()));
  observer.observe({ type: 'longtask' });

  const heapBefore = performance.memory.usedJSHeapSize;
  let heapPeak = heapBefore;
  const times: number[] = [];
  let watching = true;
  const look = () => {
    times.push(performance.now());
    heapPeak = Math.max(heapPeak, performance.memory.usedJSHeapSize);
    if (watching) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);

  return async () => {
    await frame();
    await task();
    watching = false;
    note(observer.takeRecords());
    observer.disconnect();
    const gaps = times.slice(1).map((time, index) => time - (times[index] ?? time));
    const dropped = gaps
      .filter((gap) => gap > 1.5 * FRAME_MS)
      .reduce((sum, gap) => sum + Math.round(gap / FRAME_MS) - 1, 0);
    return {
      frames: times.length,
      droppedPct: (100 * dropped) / (dropped + times.length),
      longTasks,
      peakHeapMB: (heapPeak - heapBefore) / 1e6,
    };
  };
}
