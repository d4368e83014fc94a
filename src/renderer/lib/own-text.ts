/** A text that was added to is written out whole after so many characters, so that its parts do not become too many. */
const STEP = 8192;

/**
 * Looks into a text that grows, without leaving a copy of it behind at each look.
 *
 * The engine keeps a text that was added to as the two parts, until someone looks into it: then it writes the whole
 * out and keeps that in the text. Svelte and others still hold texts of earlier moments, each of which would so
 * become as large as the whole. What is looked into here is written out by itself.
 */
export class Looks {
  #written = 0;

  /** The same text, to be dropped after the next look. */
  into(text: string): string {
    const grown = text.length - this.#written;
    if (grown > 0 && grown < STEP) return `${text} `.slice(0, -1);
    this.#written = text.length;
    return text;
  }
}

/** A part of a text as a text of its own. A slice points into the whole, and keeps all of it alive. */
export const partOf = (text: string, from: number, to?: number): string =>
  ` ${text.slice(from, to)}`.slice(1);
