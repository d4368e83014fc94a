import { flushSync } from 'svelte';

/** Of each frame, so many milliseconds go into what is not urgent. */
const BUDGET_MS = 5;

const tasks: (() => void)[] = [];
let frame = 0;

/** Does something in one of the next frames, as soon as there is time for it. */
export function soon(task: () => void): void {
  tasks.push(task);
  frame ||= requestAnimationFrame(work);
}

function work(): void {
  const start = performance.now();
  while (tasks.length > 0 && performance.now() - start < BUDGET_MS) flushSync(tasks.shift());
  frame = tasks.length > 0 ? requestAnimationFrame(work) : 0;
}

/**
 * How many parts of something long are shown: the first at once, the others frame by frame.
 *
 * So that a long text never holds up the window: what one sees first is there first.
 */
export class Paced<T> {
  readonly #step: number;
  readonly #weightOf: (part: T) => number;
  #count = 0;
  #turn = $state(0);
  #waiting = false;

  /** `weightOf` says how many plain parts one is worth; so many are shown at a time. */
  constructor(step: number, weightOf: (part: T) => number = () => 1) {
    this.#step = step;
    this.#weightOf = weightOf;
  }

  /** The parts that are shown now; more follow by themselves. A text that grows has its next part at once. */
  of(parts: readonly T[]): readonly T[] {
    const next = this.#turn + 1;
    if (!this.#waiting) this.#advance(parts, next);
    return parts.length <= this.#count ? parts : parts.slice(0, this.#count);
  }

  #advance(parts: readonly T[], next: number): void {
    for (let weight = 0; this.#count < parts.length && weight < this.#step; this.#count += 1) {
      const part = parts[this.#count];
      weight += part === undefined ? 0 : this.#weightOf(part);
    }
    if (this.#count >= parts.length) return;
    this.#waiting = true;
    soon(() => {
      this.#waiting = false;
      this.#turn = next;
    });
  }
}
