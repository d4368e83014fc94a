import { cutPhrase, isUnspaced } from './folding';
import { LONGEST_WORD } from './index-messages';
import type { Term } from './query';

/** A term, ready to be looked for. */
export interface Wanted {
  readonly term: Term;
  /** For the index; null where it has no such thing, as of signs alone. */
  readonly match: string | null;
  /** The index would have to join all words that begin so. */
  readonly prefix: boolean;
  /** What the folded text has to pass beside the index; null where the index is enough. */
  readonly test: ((folded: string) => boolean) | null;
}

const WORD = /[\p{L}\p{N}]/u;
const ENDS_IN_WORD = /[\p{L}\p{N}]$/u;
/** What stands between words without meaning anything. */
const SIGNS = /[^\p{L}\p{N}\p{M}\s']/u;

export function wanted(term: Term): Wanted {
  const { text, phrase, open } = term;
  if (!WORD.test(text)) return { term, match: null, prefix: false, test: (folded) => folded.includes(text) };
  const words = cutPhrase(text);
  const letters = Array.from(words.slice(words.lastIndexOf(' ') + 1));
  const inPair = letters.length > 1 && letters.every(isUnspaced);
  const alone = letters.length === 1 && letters.every(isUnspaced);
  const prefix = alone || (open && !inPair && ENDS_IN_WORD.test(text));
  const match = `${quote(words)}${prefix ? ' *' : ''}`;
  if (prefix) return { term, match, prefix, test: alone ? (folded) => folded.includes(text) : begins(text) };
  const literal = !phrase && SIGNS.test(text);
  return { term, match, prefix, test: literal ? (folded) => folded.includes(text) : null };
}

/** The same term, as any of these words; none of them is none at all. */
export function anyOf(term: Term, words: readonly string[]): Wanted {
  const match = words.map((word) => `${quote(word)}${word.length < LONGEST_WORD ? '' : ' *'}`).join(' OR ');
  return { term, match: match === '' ? null : `(${match})`, prefix: false, test: null };
}

/** Letters and digits alone. */
export function isWord({ text, phrase }: Term): boolean {
  return !phrase && /^[\p{L}\p{N}]+$/u.test(text);
}

/** One word, of which others may have more, before it or behind. */
export function isPart(term: Term): boolean {
  return isWord(term) && !Array.from(term.text).some(isUnspaced);
}

/** It has letters, and yet the index cannot be asked for them: no word has them. */
export function isHopeless({ term, match }: Wanted): boolean {
  return match === null && isPart(term);
}

/** A string of the index's language, in which nothing is an operator. */
function quote(words: string): string {
  return `"${words.replaceAll('"', ' ')}"`;
}

function begins(text: string): (folded: string) => boolean {
  const begin = new RegExp(`(?<![\\p{L}\\p{N}])${escape(text)}`, 'u');
  return (folded) => begin.test(folded);
}

export function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
}
