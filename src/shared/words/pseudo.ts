import { english } from './english';
import { type Language, PSEUDO, type Words } from './language';

/** Right-to-left override, and what ends it: Latin letters then run as Arabic ones do. */
const RUN = ['\u202e', '\u202c'] as const;

/** A sentence from the catalogue, so that one that is not stands out. */
export function marked(sentence: string): string {
  return `⟦${RUN[0]}${sentence}${RUN[1]}⟧`;
}

/** English, each sentence of it marked. */
export const pseudo: Language = {
  code: PSEUDO,
  direction: 'rtl',
  numbers: english.numbers,
  dates: english.dates,
  words: mark(english.words) as Words, // the same shape, as the function sees to
};

function mark(said: unknown): unknown {
  if (typeof said === 'string') return said === '' ? said : marked(said);
  if (typeof said === 'function') {
    return (...about: unknown[]) => mark((said as (...all: unknown[]) => unknown)(...about));
  }
  if (Array.isArray(said)) return said.map(mark);
  if (typeof said !== 'object' || said === null) return said;
  return Object.fromEntries(Object.entries(said).map(([name, value]) => [name, mark(value)]));
}
