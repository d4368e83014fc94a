import type { Message } from '../../shared/model';
import type { Part, Source } from '../../shared/parts';

/** A stretch of an answer's words, with the marks of the sources that it rests on, or a part between two of them. */
export type Segment =
  | { readonly kind: 'text'; readonly key: string; readonly text: string; readonly cited: readonly number[] }
  | { readonly kind: 'part'; readonly key: string; readonly part: Part };

/**
 * An answer in the order in which it is read: its words, cut where a part stands.
 *
 * The words before the last cut do not change while it is written. `cited` numbers the sources as
 * {@link sourcesOf} does, from 1.
 */
export function segments({ text, parts }: Pick<Message, 'text' | 'parts'>): readonly Segment[] {
  const found: Segment[] = [];
  const numbers = numbersOf(parts);
  let from = 0;
  const cut = (to: number) => {
    if (to > from) found.push({ kind: 'text', key: `text ${from}`, text: text.slice(from, to), cited: [] });
    from = Math.max(from, to);
  };
  const placed = parts.map((part, index) => ({ part, index })).sort((a, b) => a.part.at - b.part.at);
  for (const { part, index } of placed) {
    cut(whole(text, part.at));
    if (part.kind !== 'citation') {
      found.push({ kind: 'part', key: `part ${index}`, part });
      continue;
    }
    const number = numbers.get(nameOf(part.source));
    const last = found.at(-1);
    if (last?.kind === 'text' && number !== undefined && !last.cited.includes(number))
      found[found.length - 1] = { ...last, cited: [...last.cited, number] };
  }
  cut(text.length);
  return found;
}

/** The sources of an answer, each once, in the order in which they are first cited. */
export function sourcesOf(parts: readonly Part[]): readonly Source[] {
  const cited = parts.flatMap((part) => (part.kind === 'citation' ? [part.source] : []));
  return [...Map.groupBy(cited, nameOf).values()].flatMap(([first]) => first ?? []);
}

/** The words as they stand between blocks, which bring their own distance. */
export function betweenBlocks(text: string, before: boolean, after: boolean): string {
  const begun = before ? text.replace(/^\n+/, '') : text;
  return after ? begun.replace(/\n+$/, '') : begun;
}

function numbersOf(parts: readonly Part[]): ReadonlyMap<string, number> {
  return new Map(sourcesOf(parts).map((source, index) => [nameOf(source), index + 1]));
}

const nameOf = ({ url, title }: Source) => url ?? `file ${title}`;

/** A place inside the text that cuts no character in two. */
function whole(text: string, at: number): number {
  const place = Math.min(Math.max(at, 0), text.length);
  const before = text.charCodeAt(place - 1);
  return place < text.length && before >= 0xd800 && before <= 0xdbff ? place - 1 : place;
}
