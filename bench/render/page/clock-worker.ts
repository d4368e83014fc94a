/** Sends the numbers of chunks at an even pace. A worker, since it must not wait for the page's work. */
export interface Pace {
  readonly count: number;
  readonly perSecond: number;
}

/** A chunk, and when it came, in epoch milliseconds. */
export type Tick = readonly [chunk: number, at: number];

addEventListener('message', ({ data }: MessageEvent<Pace>) => {
  const start = performance.now();
  let sent = 0;
  const send = () => {
    while (sent < data.count && performance.now() - start >= (sent * 1000) / data.perSecond) {
      postMessage([sent, performance.timeOrigin + performance.now()] satisfies Tick);
      sent += 1;
    }
    if (sent < data.count) setTimeout(send, 1);
  };
  send();
});
