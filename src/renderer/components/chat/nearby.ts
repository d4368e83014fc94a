import { flushSync } from 'svelte';

/** How far from what one sees a row is drawn, in pixels. */
const MARGIN = 1500;
/** Drawing rows that are not seen yet may take this much of a frame, in milliseconds. */
const BUDGET = 6;

interface Row {
  readonly element: Element;
  readonly draw: () => void;
}

/** Draws the rows of a long list when they come near: those in sight at once, the others as frames allow. */
export class Nearby {
  readonly #observer: IntersectionObserver;
  readonly #rows = new Map<Element, () => void>();
  #waiting: Row[] = [];
  #frame = 0;

  constructor(root: HTMLElement) {
    this.#observer = new IntersectionObserver((entries) => this.#came(entries), {
      root,
      rootMargin: `${MARGIN}px 0px`,
    });
  }

  /** Calls `draw` once, when the element has come near. */
  watch(element: Element, draw: () => void): () => void {
    this.#rows.set(element, draw);
    this.#observer.observe(element);
    return () => this.#forget(element);
  }

  /** Draws one row now, wherever it is. */
  draw(element: Element): void {
    const draw = this.#rows.get(element);
    this.#forget(element);
    if (draw) flushSync(draw);
  }

  /** Draws everything, as paper needs it. */
  drawAll(): void {
    const rows = [...this.#rows];
    flushSync(() => {
      for (const [element, draw] of rows) {
        this.#forget(element);
        draw();
      }
    });
  }

  end(): void {
    this.#observer.disconnect();
    this.#rows.clear();
    this.#waiting = [];
    cancelAnimationFrame(this.#frame);
  }

  #came(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting, boundingClientRect: row, rootBounds } of entries) {
      const draw = isIntersecting ? this.#rows.get(target) : undefined;
      if (!draw) continue;
      this.#forget(target);
      const seen = rootBounds && row.bottom > rootBounds.top + MARGIN && row.top < rootBounds.bottom - MARGIN;
      if (seen) flushSync(draw);
      else this.#waiting.push({ element: target, draw });
    }
    this.#later();
  }

  #later(): void {
    if (this.#waiting.length === 0 || this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      const start = performance.now();
      while (performance.now() - start < BUDGET) {
        const row = this.#waiting.shift();
        if (!row) break;
        if (row.element.isConnected) flushSync(row.draw);
      }
      this.#later();
    });
  }

  #forget(element: Element): void {
    this.#rows.delete(element);
    this.#observer.unobserve(element);
  }
}
