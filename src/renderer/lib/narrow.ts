import { fold } from '../../shared/fold';
import type { ChatHit, Segment } from '../../shared/search';

/** The last word of what was typed, where nothing but words could be looked for. */
const LAST_WORD = /(?:^|\s)([\p{L}\p{N}]+)$/u;
const LETTERS = /^[\p{L}\p{N}]+$/u;
/** They belong to the letter before. */
const MARKS = /^\p{M}*/u;

/**
 * What of these chats surely has the last word with more letters, too, marked anew.
 *
 * They are among what a new search will find, in the same order, without waiting for it. Empty where `typed` is no such
 * word.
 */
export function narrow(chats: readonly ChatHit[], before: string, typed: string): readonly ChatHit[] {
  const more = typed.startsWith(before) ? typed.slice(before.length) : '';
  const [, word] = LAST_WORD.exec(before) ?? [];
  if (word === undefined || !LETTERS.test(more) || /["“”„«»]/u.test(before)) return [];
  const grown = (segments: readonly Segment[]) => grow(segments, fold(word), fold(more));
  return chats.flatMap((chat): readonly ChatHit[] => {
    const title = grown(chat.title);
    const messages = chat.messages.flatMap((message) => {
      const snippet = grown(message.snippet);
      return snippet.has ? [{ ...message, snippet: snippet.segments }] : [];
    });
    return title.has || messages.length > 0 ? [{ ...chat, title: title.segments, messages }] : [];
  });
}

/** Marks go on over the letters that came, and those that cannot are gone. */
function grow(
  segments: readonly Segment[],
  word: string,
  more: string,
): { readonly segments: readonly Segment[]; readonly has: boolean } {
  const grown: Segment[] = [];
  let has = false;
  /** How much of a segment stands in the mark before it. */
  let taken = 0;
  for (const [index, { text, hit }] of segments.entries()) {
    const rest = text.slice(taken);
    taken = 0;
    if (!hit || fold(rest) !== word) {
      if (rest !== '') grown.push({ text: rest, hit });
      continue;
    }
    const next = segments[index + 1];
    taken = next && !next.hit ? lengthOf(next.text, more) : 0;
    has ||= taken > 0;
    grown.push({ text: rest + (next?.text.slice(0, taken) ?? ''), hit: taken > 0 });
  }
  return { segments: grown, has };
}

/** How much of a text, in UTF-16 units, these letters are at its beginning; 0 where it begins otherwise. */
function lengthOf(text: string, letters: string): number {
  let end = 0;
  for (const letter of text) {
    if (fold(text.slice(0, end)).length >= letters.length) break;
    end += letter.length;
  }
  if (fold(text.slice(0, end)) !== letters) return 0;
  return end + (MARKS.exec(text.slice(end))?.[0].length ?? 0);
}
