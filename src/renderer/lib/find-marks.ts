import { placesIn, type FoldedNodes } from './find-text';
import { wordsIn } from './element-words';
import { messagesNear } from './messages-near';

/** Where a message has what was found, in its folded words. */
export interface Found {
  readonly messageId: string;
  readonly place: number;
}

/** As far from the window as messages have their content. */
const REACH = 1500;

/**
 * Paints what was found in the messages near the window, and the current one over it.
 *
 * Nothing in the page is changed for it, so a selection stays. Words that arrive are painted as they come.
 */
export class FindMarks {
  readonly #log: HTMLElement;
  readonly #observer: MutationObserver;
  readonly #words = new WeakMap<HTMLElement, FoldedNodes>();
  #query = '';
  #current: Found | null = null;
  #frame = 0;

  constructor(log: HTMLElement) {
    this.#log = log;
    this.#observer = new MutationObserver((records) => {
      this.#forget(records);
      this.#later();
    });
    this.#observer.observe(log, { childList: true, characterData: true, subtree: true });
    log.addEventListener('scroll', this.#later, { passive: true });
  }

  /** `current` is painted stronger. */
  show(query: string, current: Found | null): void {
    this.#query = query;
    this.#current = current;
    this.#later();
  }

  /** What stands in a message; nothing in one that does not have its content. */
  words(messageId: string): FoldedNodes | null {
    const message = this.#log.querySelector<HTMLElement>(`[data-message="${CSS.escape(messageId)}"]`);
    return message && this.#wordsIn(message);
  }

  /** Where the current one stands now. */
  range(): StaticRange | null {
    const current = this.#current;
    return (current && this.words(current.messageId)?.range(current.place, this.#query.length)) ?? null;
  }

  #wordsIn(message: HTMLElement): FoldedNodes {
    this.#forget(this.#observer.takeRecords());
    const words = this.#words.get(message) ?? wordsIn(message);
    this.#words.set(message, words);
    return words;
  }

  end(): void {
    cancelAnimationFrame(this.#frame);
    this.#observer.disconnect();
    this.#log.removeEventListener('scroll', this.#later);
    CSS.highlights.delete('find');
    CSS.highlights.delete('find-current');
  }

  readonly #later = (): void => {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#paint());
  };

  #paint(): void {
    const all = new Highlight();
    const near = this.#query === '' ? [] : messagesNear(this.#log, REACH);
    for (const message of near) {
      const words = this.#wordsIn(message);
      for (const place of placesIn(words.text, this.#query)) {
        const found = words.range(place, this.#query.length);
        if (found) all.add(found);
      }
    }
    const range = this.range();
    const current = new Highlight(...(range ? [range] : []));
    current.priority = 1;
    CSS.highlights.set('find', all);
    CSS.highlights.set('find-current', current);
  }

  #forget(records: readonly MutationRecord[]): void {
    for (const { target } of records) {
      const element = target instanceof Element ? target : target.parentElement;
      const message = element?.closest<HTMLElement>('[data-message]');
      if (message) this.#words.delete(message);
    }
  }
}
