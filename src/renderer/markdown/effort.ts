/** What grows is drawn again after a rest this many times as long as drawing it took, so that it has a third of the time. */
const REST = 3;
/** A rest is no longer than two frames: one slow frame must not hold the words up. */
const LONGEST_MS = 32;

/**
 * How often something that grows may be drawn.
 *
 * A fast machine draws it in each frame. On a slow one a frame can take most of its 16 ms; every second frame then
 * shows as much, and leaves the keys, the scrolling and the battery what they need.
 */
export class Effort {
  #restsUntil = 0;

  get resting(): boolean {
    return performance.now() < this.#restsUntil;
  }

  /** It is being drawn now. What that takes is known once the frame that shows it has been painted. */
  begin(): void {
    const start = performance.now();
    this.#restsUntil = start + LONGEST_MS;
    painted(
      () => (this.#restsUntil = Math.min(this.#restsUntil, start + REST * (performance.now() - start))),
    );
  }
}

const waiting: (() => void)[] = [];
const { port1: here, port2: there } = new MessageChannel();
here.onmessage = () => waiting.shift()?.();

/** A task that is asked for in a frame comes when that has been painted. */
function painted(task: () => void): void {
  waiting.push(task);
  there.postMessage(null);
}
