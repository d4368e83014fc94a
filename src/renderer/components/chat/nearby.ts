import { flushSync } from 'svelte';
import { idle } from '../../lib/idle';

/** How far from what one sees a row is drawn, in pixels. */
const MARGIN = 1500;
/** Drawing rows that are not seen yet may take this much of a frame, in milliseconds. */
const BUDGET = 6;
/** They wait so long at most, in milliseconds, for what is seen first to be painted. */
const FIRST_PAINT = 50;

/** Draws the rows of a long list when they come near: those in sight at once, the others as frames allow. */
export class Nearby {
  readonly #root: HTMLElement;
  readonly #observer: IntersectionObserver;
  /** Those that are not drawn yet. */
  readonly #rows = new Map<Element, () => void>();
  #waiting: Element[] = [];
  #frame = 0;
  /** What is in sight is painted before anything else is drawn. */
  #painted = false;

  constructor(root: HTMLElement) {
    this.#root = root;
    this.#observer = new IntersectionObserver((entries) => this.#came(entries), {
      root,
      rootMargin: `${MARGIN}px 0px`,
    });
    void idle(FIRST_PAINT).then(() => {
      this.#painted = true;
      this.#later();
    });
  }

  /** Calls `draw` once, when the element has come near. */
  watch(element: Element, draw: () => void): () => void {
    this.#rows.set(element, draw);
    this.#observer.observe(element);
    return () => this.#forget(element);
  }

  /** Draws one row now, wherever it is. */
  draw(element: Element | null | undefined): void {
    const draw = element && this.#rows.get(element);
    if (!draw) return;
    this.#forget(element);
    flushSync(draw);
  }

  /** Draws everything, as paper needs it; what is drawn may have rows of its own. */
  drawAll(): void {
    while (this.#rows.size > 0) for (const element of [...this.#rows.keys()]) this.draw(element);
  }

  end(): void {
    this.#observer.disconnect();
    this.#rows.clear();
    this.#waiting = [];
    cancelAnimationFrame(this.#frame);
  }

  #came(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting, boundingClientRect, rootBounds } of entries) {
      if (!isIntersecting || !this.#rows.has(target)) continue;
      if (isSeen(boundingClientRect, rootBounds)) this.#drawSeen(target, rootBounds);
      else {
        this.#observer.unobserve(target);
        this.#waiting.push(target);
      }
    }
    this.#later();
  }

  /** What is drawn may have rows of its own, which are seen in this frame, too. */
  #drawSeen(element: Element, view: DOMRect | null): void {
    this.draw(element);
    for (const row of [...this.#rows.keys()])
      if (element.contains(row) && isSeen(row.getBoundingClientRect(), view)) this.draw(row);
  }

  #later(): void {
    if (!this.#painted || this.#waiting.length === 0 || this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      const start = performance.now();
      while (!this.#isToCome && performance.now() - start < BUDGET) {
        const row = this.#waiting.shift();
        if (!row) break;
        this.draw(row);
      }
      this.#later();
    });
  }

  /** It is drawn unseen, for the click that is coming: nothing may be in that one's way. */
  get #isToCome(): boolean {
    return this.#root.closest('[aria-hidden="true"]') !== null;
  }

  #forget(element: Element): void {
    this.#rows.delete(element);
    this.#observer.unobserve(element);
  }
}

/** The view that is watched is higher than what one sees. */
const isSeen = (row: DOMRect, view: DOMRect | null): boolean =>
  view !== null && row.bottom > view.top + MARGIN && row.top < view.bottom - MARGIN;
