import type { Message } from './model';
import type { Part, Source } from './parts';

/** A stretch of an answer's words, with the places up to which sources were cited, or a part between two of them. */
export type Segment =
  | {
      readonly kind: 'text';
      readonly key: string;
      readonly text: string;
      readonly cited: readonly Citation[];
    }
  | { readonly kind: 'part'; readonly key: string; readonly part: Part };

/** `at` is a place in the words of its segment; `number` counts the sources as {@link sourcesOf} does, from 1. */
interface Citation {
  readonly at: number;
  readonly number: number;
}

/**
 * An answer in the order in which it is read: its words, cut where a part stands.
 *
 * The words before the last part do not change while it is written.
 */
export function segments({ text, parts }: Pick<Message, 'text' | 'parts'>): readonly Segment[] {
  const found: Segment[] = [];
  const numbers = numbersOf(parts);
  let from = 0;
  let cited: Citation[] = [];
  const cut = (to: number) => {
    if (to > from) found.push({ kind: 'text', key: `text ${from}`, text: text.slice(from, to), cited });
    from = Math.max(from, to);
    cited = [];
  };
  const placed = parts.map((part, index) => ({ part, index })).sort((a, b) => a.part.at - b.part.at);
  for (const { part, index } of placed) {
    const at = whole(text, part.at);
    if (part.kind === 'citation') {
      const number = numbers.get(nameOf(part.source));
      const known = cited.some((other) => other.at === at - from && other.number === number);
      if (number !== undefined && !known) cited.push({ at: at - from, number });
      continue;
    }
    cut(at);
    found.push({ kind: 'part', key: `part ${index}`, part });
  }
  cut(text.length);
  return found;
}

/** The sources of an answer, each once, in the order in which they are first cited. */
export function sourcesOf(parts: readonly Part[]): readonly Source[] {
  const cited = parts.flatMap((part) => (part.kind === 'citation' ? [part.source] : []));
  return [...Map.groupBy(cited, nameOf).values()].flatMap(([first]) => first ?? []);
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
