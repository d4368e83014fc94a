import type { Segment } from '../../../shared/search';
import { foldInPlace, isUnspaced } from './folding';
import type { Term } from './query';
import { escape } from './wanted';

/** How much of a message is shown, and how much of it stands before what was found, in UTF-16 units. */
const WIDTH = 180;
const BEFORE = 40;
/** Far into a text nobody looks for the best place. */
const LOOKED_AT = 100_000;
const MOST_PLACES = 400;

interface Place {
  readonly from: number;
  readonly to: number;
  /** Which of the terms. */
  readonly term: number;
}

/** Finds terms in texts, to show them. */
export class Marker {
  readonly #pattern: RegExp | null;
  readonly #graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

  /** `inside`: also within words. */
  constructor(terms: readonly Term[], inside: boolean) {
    const patterns = terms.map((term) => `(${patternOf(term, inside)})`);
    this.#pattern = patterns.length === 0 ? null : new RegExp(patterns.join('|'), 'gu');
  }

  /** All of a text, such as a title. */
  mark(text: string): readonly Segment[] {
    return segments(text, 0, text.length, this.#places(text));
  }

  /** The part of a text that has the most of what was looked for, on one line. */
  snippet(text: string): readonly Segment[] {
    const looked = text.length > LOOKED_AT ? text.slice(0, LOOKED_AT) : text;
    const places = this.#places(looked);
    const start = bestOf(places)?.from ?? 0;
    const from = start <= BEFORE ? 0 : this.#cut(text, start - BEFORE, start);
    const to = from + WIDTH >= text.length ? text.length : this.#cut(text, from + WIDTH - 20, from + WIDTH);
    const shown = segments(text, from, Math.max(to, from + 1), places).map(({ text: said, hit }) => ({
      text: said.replace(/\s+/gu, ' '),
      hit,
    }));
    const dots = { text: '…', hit: false };
    return [...(from > 0 ? [dots] : []), ...shown, ...(to < text.length ? [dots] : [])];
  }

  #places(text: string): readonly Place[] {
    if (!this.#pattern) return [];
    const { text: folded, from } = foldInPlace(text);
    const places: Place[] = [];
    for (const match of folded.matchAll(this.#pattern)) {
      if (match[0] === '') continue;
      const end = match.index + match[0].length;
      const to = from(end) === from(end - 1) ? this.#endOf(text, from(end - 1)) : from(end);
      const begin = from(match.index);
      places.push({
        from: begin,
        to: this.#whole(text, Math.max(to, begin + 1)),
        term: match.slice(1).findIndex(Boolean),
      });
      if (places.length === MOST_PLACES) break;
    }
    return places;
  }

  /** Where to cut between two places: at a space, else where no letter is cut apart. */
  #cut(text: string, from: number, to: number): number {
    const space = /\s\S/u.exec(text.slice(from, to));
    return space ? from + space.index + 1 : this.#whole(text, from);
  }

  /** That place, or the end of the letter that it is in. */
  #whole(text: string, at: number): number {
    if (at >= text.length) return text.length;
    const begin = Math.max(0, at - 40);
    const { index } = this.#graphemes.segment(text.slice(begin, at + 40)).containing(at - begin) ?? {
      index: at - begin,
    };
    return begin + index === at ? at : this.#endOf(text, begin + index);
  }

  #endOf(text: string, at: number): number {
    const [letter] = this.#graphemes.segment(text.slice(at, at + 60));
    return at + (letter?.segment.length ?? 1);
  }
}

/** Its words stand side by side, whatever signs are between them. */
function patternOf({ text, phrase, open }: Term, inside: boolean): string {
  const words = phrase ? (text.match(/[\p{L}\p{N}]+/gu) ?? [text]) : [text];
  const body = words.map(escape).join('[^\\p{L}\\p{N}]+');
  const letters = Array.from(text);
  const startsWord = !inside && !isUnspaced(letters[0] ?? '') && /^[\p{L}\p{N}]/u.test(text);
  const endsWord = !inside && !open && !isUnspaced(letters.at(-1) ?? '') && /[\p{L}\p{N}]$/u.test(text);
  return `${startsWord ? '(?<![\\p{L}\\p{N}])' : ''}${body}${endsWord ? '(?![\\p{L}\\p{N}])' : ''}`;
}

/** The first place from which on the most different terms are near. */
function bestOf(places: readonly Place[]): Place | undefined {
  let best: Place | undefined;
  let most = 0;
  for (const [index, place] of places.entries()) {
    const near = new Set<number>();
    for (let at = index; at < places.length; at += 1) {
      const other = places[at];
      if (!other || other.to > place.from + WIDTH - BEFORE) break;
      near.add(other.term);
    }
    if (near.size > most) [best, most] = [place, near.size];
  }
  return best;
}

function segments(text: string, from: number, to: number, places: readonly Place[]): readonly Segment[] {
  const cut: Segment[] = [];
  let at = from;
  const add = (until: number, hit: boolean) => {
    if (until > at) cut.push({ text: text.slice(at, until), hit });
    at = Math.max(at, until);
  };
  for (const place of places) {
    if (place.to <= at) continue;
    if (place.from >= to) break;
    add(Math.min(place.from, to), false);
    add(Math.min(place.to, to), true);
  }
  add(to, false);
  return cut;
}
