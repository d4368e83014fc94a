/** A wait that can be cut short. */
export class Pause {
  #end: (() => void) | null = null;
  #forNetwork = false;

  /**
   * Resolves after so many milliseconds of running time, or when it is ended. Null: only when it is ended.
   *
   * False: there is nothing to go on with, since the signal was aborted.
   */
  async wait(ms: number | null, signal: AbortSignal): Promise<boolean> {
    if (signal.aborted) return false;
    this.#forNetwork = ms === null;
    await new Promise<void>((resolve) => {
      const timer = ms === null ? undefined : setTimeout(resolve, ms);
      this.#end = () => {
        clearTimeout(timer);
        resolve();
      };
      signal.addEventListener('abort', this.#end, { once: true });
    });
    this.#end = null;
    return !aborted(signal);
  }

  /** Goes on at once. */
  end(): void {
    this.#end?.();
  }

  /** The network is back: goes on where that was all it waited for. */
  online(): void {
    if (this.#forNetwork) this.end();
  }
}

/** Asked again: it may have changed while one waited. */
const aborted = (signal: AbortSignal): boolean => signal.aborted;
