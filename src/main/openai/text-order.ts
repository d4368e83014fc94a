import type { AnswerWriter } from './answer-writer';

/**
 * Keeps two texts that grow at the same time apart: while one that was opened is not done, another waits.
 *
 * A server that opens nothing never closes anything either, so there the next text begins at once.
 */
export class TextOrder {
  readonly #writer: AnswerWriter;
  #open: string | null = null;
  /** In the order in which they began; true: it was opened, and is not done. */
  readonly #waiting = new Map<string, { text: string; open: boolean }>();

  constructor(writer: AnswerWriter) {
    this.#writer = writer;
  }

  begin(key: string): void {
    if (this.#open === null || this.#open === key) this.#open = key;
    else this.#waiting.set(key, { text: this.#waiting.get(key)?.text ?? '', open: true });
  }

  add(key: string, text: string): void {
    if (this.#open === null || this.#open === key) return this.#writer.say(key, text);
    const waiting = this.#waiting.get(key) ?? { text: '', open: false };
    this.#waiting.set(key, { ...waiting, text: waiting.text + text });
  }

  /** All of a text is known. */
  end(key: string, whole: string): void {
    const waiting = this.#waiting.get(key);
    if (waiting) {
      this.#waiting.set(key, {
        text: whole.length > waiting.text.length ? whole : waiting.text,
        open: false,
      });
      return;
    }
    this.#writer.settle(key, whole);
    if (this.#open === key) this.#next();
  }

  /** Nothing more will come. */
  close(): void {
    for (const [key, { text }] of this.#waiting) this.#writer.say(key, text);
    this.#waiting.clear();
    this.#open = null;
  }

  #next(): void {
    this.#open = null;
    for (const [key, { text, open }] of this.#waiting) {
      this.#waiting.delete(key);
      this.#writer.say(key, text);
      if (!open) continue;
      this.#open = key;
      return;
    }
  }
}
