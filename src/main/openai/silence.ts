/** How long a server may say nothing, in milliseconds. */
export interface Patience {
  /** Until it has answered with headers. */
  readonly headersMs: number;
  /** From one event to the next: a model may think for minutes without a word. */
  readonly silenceMs: number;
  /** After the machine has slept: most connections have not outlived it. */
  readonly afterSleepMs: number;
}

const usual: Patience = { headersMs: 60_000, silenceMs: 300_000, afterSleepMs: 5_000 };

/** Notices when a stream goes quiet: the SDK's own time-out ends with the headers. Counts running time, no clock. */
export class Silence {
  readonly #patience: Patience;
  readonly #break: () => void;
  #timer: NodeJS.Timeout;
  #woken = false;
  /** Set once it has lasted too long: whether the server fell silent, or the machine slept. */
  broken: 'STALLED' | 'CONNECTION_LOST' | null = null;

  /** `broke` is called once. */
  constructor(patience: Partial<Patience> = {}, broke: () => void) {
    this.#patience = { ...usual, ...patience };
    this.#break = broke;
    this.#timer = this.#wait(this.#patience.silenceMs, 'STALLED');
  }

  get headersMs(): number {
    return this.#patience.headersMs;
  }

  heard(): void {
    if (this.broken !== null) return;
    if (!this.#woken) return void this.#timer.refresh();
    this.#woken = false;
    clearTimeout(this.#timer);
    this.#timer = this.#wait(this.#patience.silenceMs, 'STALLED');
  }

  wake(): void {
    if (this.broken !== null) return;
    this.#woken = true;
    clearTimeout(this.#timer);
    this.#timer = this.#wait(this.#patience.afterSleepMs, 'CONNECTION_LOST');
  }

  end(): void {
    clearTimeout(this.#timer);
  }

  #wait(ms: number, why: 'STALLED' | 'CONNECTION_LOST'): NodeJS.Timeout {
    return setTimeout(() => {
      this.broken = why;
      this.#break();
    }, ms);
  }
}
