/**
 * How many parts of something long are shown: the first at once, the others frame by frame.
 *
 * So that a long text never holds up the window: what one sees first is there first.
 */
export class Paced {
  readonly #step: number;
  #limit: number;
  #waiting = false;

  constructor(step: number) {
    this.#step = step;
    this.#limit = $state(step);
  }

  /** The parts that are shown now; more follow by themselves. */
  of<T>(parts: readonly T[]): readonly T[] {
    if (parts.length <= this.#limit) return parts;
    this.#more();
    return parts.slice(0, this.#limit);
  }

  #more(): void {
    if (this.#waiting) return;
    this.#waiting = true;
    requestAnimationFrame(() => {
      this.#waiting = false;
      this.#limit += this.#step;
    });
  }
}
