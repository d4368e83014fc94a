import type { Component } from 'svelte';

/** Takes properties of any kind: which ones, the template that shows the part says. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- properties differ from part to part
type Part = Component<any>;

/**
 * A part of the window whose code is read when it is first shown. From then on it is there at once: an `await` in the
 * template would let the keys that one presses in the meantime go to what lies below.
 */
export class OnDemand<Shown extends Part> {
  readonly #read: () => Promise<{ readonly default: Shown }>;
  #part = $state.raw<Shown | null>(null);
  #reading: Promise<void> | null = null;

  constructor(read: () => Promise<{ readonly default: Shown }>) {
    this.#read = read;
  }

  /** Null while its code is being read, which being asked begins. */
  get part(): Shown | null {
    void this.load();
    return this.#part;
  }

  load(): Promise<void> {
    this.#reading ??= this.#read().then((module) => void (this.#part = module.default));
    return this.#reading;
  }
}
