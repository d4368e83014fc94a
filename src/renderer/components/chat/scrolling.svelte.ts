import { isStill } from '../../lib/look';
import type { Place } from '../../lib/place';

/** The end counts as seen when so much of the way to it is left, in pixels. */
const NEAR_END = 48;

/**
 * Where a conversation is scrolled to, decided by what the user did and by nothing else.
 *
 * It *holds* its end, its top or a place: whatever changes its height, what is held stays where it is. Whoever scrolls,
 * presses a key or clicks in it makes it *free*: then nothing is moved but by hand, until one asks for the
 * end or sends a question.
 */
export class Scrolling {
  readonly #log: HTMLElement;
  readonly #turns: HTMLElement;
  readonly #onplace: (place: Place | null) => void;
  #held: 'end' | 'top' | Place | null = null;
  /** What was scrolled to last; any other place was somebody else's wish. */
  #top = 0;
  #gliding = false;
  endInView = $state(true);

  /**
   * `log` scrolls; its only child holds pages, each named by its first turn in `data-page`, and these hold turns,
   * each with `data-turn`; a page may not have drawn them yet. Begins at a place, or at the end.
   */
  constructor(log: HTMLElement, place: Place | null, onplace: (place: Place | null) => void) {
    this.#log = log;
    this.#turns = log.firstElementChild instanceof HTMLElement ? log.firstElementChild : log;
    this.#onplace = onplace;
    this.#hold(place ?? 'end');
  }

  /** Listens until it is told to stop. */
  begin(): () => void {
    const sizes = new ResizeObserver(() => this.#settle());
    sizes.observe(this.#log);
    sizes.observe(this.#turns);
    const listening = new AbortController();
    const { signal } = listening;
    this.#log.addEventListener('scroll', () => this.#scrolled(), { signal, passive: true });
    this.#log.addEventListener('scrollend', () => this.#arrived(), { signal });
    for (const act of ['pointerdown', 'keydown', 'wheel'])
      this.#log.addEventListener(act, () => this.release(), { signal, passive: true });
    this.#log.addEventListener('keydown', (event) => asksForTop(event) && this.#hold('top'), { signal });
    return () => {
      sizes.disconnect();
      listening.abort();
    };
  }

  /** To the end, and along with it until one moves. */
  toEnd(): void {
    this.#hold('end');
  }

  /** Brings a turn to the top and keeps it there. The way is seen, unless it is long or one wants no motion. */
  toTurn(id: string): void {
    const turn = this.#find(id);
    if (!turn) return;
    const way = this.#offsetOf(turn) - this.#log.scrollTop;
    if (isStill() || Math.abs(way) > 2 * this.#log.clientHeight || Math.abs(way) < 1)
      return this.#hold({ turn: id, offset: 0 });
    this.#held = { turn: id, offset: 0 };
    this.#gliding = true;
    this.#log.scrollTo({ top: this.#offsetOf(turn), behavior: 'smooth' });
  }

  /** Leaves the position to the user. */
  release(): void {
    if (this.#held === null) return;
    this.#held = null;
    this.#gliding = false;
    this.#log.style.overflowAnchor = 'auto';
    this.#onplace(this.#place());
  }

  #hold(held: 'end' | 'top' | Place): void {
    this.#held = held;
    this.#gliding = false;
    // The browser's own way to keep a place would be taken for the user's.
    this.#log.style.overflowAnchor = 'none';
    this.#settle();
    if (held === 'top') this.#onplace(this.#place());
    else this.#onplace(held === 'end' ? null : held);
  }

  #settle(): void {
    if (!this.#gliding) this.#keep();
    this.#look();
  }

  /** What is held goes back to where it belongs. */
  #keep(): void {
    if (this.#held === null) return;
    const top = this.#topOf(this.#held);
    if (top === null) return;
    this.#log.scrollTop = top;
    this.#top = this.#log.scrollTop;
  }

  #look(): void {
    this.endInView = this.#endTop() <= this.#log.scrollTop + NEAR_END;
  }

  #scrolled(): void {
    // A log that has been left may still hear of its last move.
    if (!this.#log.isConnected || this.#gliding) return;
    this.#look();
    if (this.#held !== null && Math.abs(this.#log.scrollTop - this.#top) > 1) this.release();
    else if (this.#held === null) this.#onplace(this.#place());
  }

  #arrived(): void {
    if (!this.#gliding || this.#held === null) return;
    const missed =
      Math.abs(this.#log.scrollTop - (this.#topOf(this.#held) ?? 0)) > this.#log.clientHeight / 2;
    if (missed) this.release();
    else this.#hold(this.#held);
  }

  #topOf(held: 'end' | 'top' | Place): number | null {
    if (held === 'top') return 0;
    if (held === 'end') return this.#endTop();
    const { turn, offset } = held;
    const element = this.#find(turn);
    return element ? this.#offsetOf(element) + offset : null;
  }

  /** The end is that of the words: the last turn may have room below them. */
  #endTop(): number {
    const mark = this.#turns.lastElementChild?.querySelector<HTMLElement>('.end');
    const bottom = mark ? this.#offsetOf(mark) + mark.offsetHeight : this.#log.scrollHeight;
    return Math.max(0, bottom - this.#log.clientHeight);
  }

  #find(id: string): HTMLElement | null {
    const name = CSS.escape(id);
    return (
      this.#turns.querySelector(`[data-turn="${name}"]`) ?? this.#turns.querySelector(`[data-page="${name}"]`)
    );
  }

  #place(): Place | null {
    const page = this.#atTop(this.#turns.children);
    const turn = page && (this.#atTop(page.querySelectorAll(':scope > [data-turn]')) ?? page);
    const id = turn?.dataset['turn'] ?? turn?.dataset['page'];
    return turn && id !== undefined ? { turn: id, offset: this.#log.scrollTop - this.#offsetOf(turn) } : null;
  }

  /** They stand one below the other, so the one at the top edge is found by halving. */
  #atTop(elements: ArrayLike<Element>): HTMLElement | null {
    let low = 0;
    let high = elements.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.#offsetOf(elements[middle]) <= this.#log.scrollTop) low = middle;
      else high = middle - 1;
    }
    const found = elements[low];
    return found instanceof HTMLElement ? found : null;
  }

  /** From the top of what is scrolled, in pixels. */
  #offsetOf(element: Element | undefined): number {
    if (!element) return 0;
    const { top } = this.#log.getBoundingClientRect();
    return Math.round(element.getBoundingClientRect().top - top + this.#log.scrollTop);
  }
}

/** The beginning may still be read when one asks for it: it is held, so that one comes to it all the same. */
function asksForTop({ key, metaKey, target }: KeyboardEvent): boolean {
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement) return false;
  return key === 'Home' || (metaKey && key === 'ArrowUp');
}
