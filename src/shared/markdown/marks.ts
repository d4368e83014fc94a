import type { Inline } from './tree';

/** A source that an answer cites, as its mark shows it. */
export interface Cited {
  readonly title: string;
  /** Its page, when it may be opened. */
  readonly href: string | null;
}

/** What the marks in a text stand for. */
export interface Marks {
  /** Footnotes that the text defines. */
  readonly notes: ReadonlySet<string>;
  /** Sources by their number, from 1. */
  readonly sources: readonly Cited[];
  /** More text may come, and with it the notes that numbers stand for. */
  readonly growing: boolean;
}

/** Two code points that Unicode keeps for programs: no text that is exchanged may have them. */
const begin = '\uFDD0';
const end = '\uFDD1';
const source = new RegExp(`${begin}(\\d{1,4})${end}`, 'g');
const any = new RegExp(`\\[\\^([\\w-]{1,40})\\]|${begin}(\\d{1,4})${end}`, 'g');

/** Puts the marks of sources into a text, each behind the place up to which it was cited. */
export function withSources(
  text: string,
  cited: readonly { readonly at: number; readonly number: number }[],
  mark = (number: number): string => `${begin}${number}${end}`,
): string {
  let from = 0;
  let marked = '';
  for (const { at, number } of cited) {
    const place = Math.max(from, at - (/\s*$/.exec(text.slice(from, at))?.[0].length ?? 0));
    marked += text.slice(from, place);
    // Behind these a mark would change how the line is read.
    if (!/(?:`|~~~|\||\$\$|\\\]|-|=|#|:)$/.test(marked)) marked += mark(number);
    from = place;
  }
  return marked + text.slice(from);
}

/** A text without the marks of sources, for where they cannot be shown. */
export const withoutSources = (text: string): string =>
  text.includes(begin) ? text.replace(source, '') : text;

/** A text, with what its marks stand for between its words. */
export function readMarks(text: string, { notes, sources, growing }: Marks): readonly Inline[] {
  if (!text.includes('[^') && !text.includes(begin)) return [{ kind: 'text', text }];
  const found: Inline[] = [];
  let from = 0;
  const words = (to: number) => {
    if (to > from) found.push({ kind: 'text', text: text.slice(from, to) });
  };
  for (const match of text.matchAll(any)) {
    const [whole, label, number] = match;
    const mark = label === undefined ? cite(Number(number)) : note(label);
    if (!mark) continue;
    words(match.index);
    found.push(mark);
    from = match.index + whole.length;
  }
  words(text.length);
  return found;

  function cite(number: number): Inline | null {
    const cited = sources[number - 1];
    return cited ? { kind: 'source', number, ...cited } : null;
  }

  function note(label: string): Inline | null {
    return notes.has(label) || (growing && /^\d+$/.test(label)) ? { kind: 'note', label } : null;
  }
}
