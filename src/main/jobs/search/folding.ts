import { fold, isAscii } from '../../../shared/fold';

/** Letters of scripts that put no space between words: Chinese, Japanese, Korean. */
const UNSPACED =
  /[\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\u{20000}-\u{3ffff}]+/gu;
const UNSPACED_LETTER = new RegExp(`^${UNSPACED.source}`, 'u');

/** A folded text, and where in the original each of its units comes from. */
interface Folded {
  readonly text: string;
  /** The original's unit that a unit of the folded text begins with. */
  readonly from: (at: number) => number;
}

/** Folds letter by letter, so that a place in it is known in the original. */
export function foldInPlace(original: string): Folded {
  if (isAscii(original)) return { text: original.toLowerCase(), from: (at) => at };
  const starts: number[] = [];
  let text = '';
  let at = 0;
  for (const letter of original) {
    const folded = letter < '\x80' ? letter.toLowerCase() : fold(letter);
    for (let unit = 0; unit < folded.length; unit += 1) starts.push(at);
    text += folded;
    at += letter.length;
  }
  return { text, from: (place) => starts[place] ?? original.length };
}

/** For the index: runs of letters without spaces become pairs, each letter beginning one. */
export function cut(text: string): string {
  if (isAscii(text)) return text;
  return text.replace(UNSPACED, (run) => {
    const letters = Array.from(run);
    return ` ${letters.map((letter, at) => letter + (letters[at + 1] ?? '')).join(' ')} `;
  });
}

/** What is looked for, as the index has it: at its end the last letter of a run stands in a pair already. */
export function cutPhrase(phrase: string): string {
  const words = cut(phrase).trim();
  const [before, last] = Array.from(phrase.trim()).slice(-2);
  const inPair = last !== undefined && isUnspaced(before ?? '') && isUnspaced(last);
  return inPair ? words.slice(0, words.lastIndexOf(' ')) : words;
}

export function isUnspaced(letter: string): boolean {
  return UNSPACED_LETTER.test(letter);
}

/** The words of a folded text, as the index tells them apart. */
export function wordsOf(folded: string): readonly string[] {
  return folded.match(/[\p{L}\p{N}]+/gu) ?? [];
}
