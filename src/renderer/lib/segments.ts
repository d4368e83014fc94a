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
  const sources = sourcesOf(parts);
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
    const number = sources.findIndex((source) => same(source, part.source)) + 1;
    const last = found.at(-1);
    if (last?.kind === 'text') found[found.length - 1] = { ...last, cited: [...last.cited, number] };
  }
  cut(text.length);
  return found;
}

/** The sources of an answer, each once, in the order in which they are first cited. */
export function sourcesOf(parts: readonly Part[]): readonly Source[] {
  const cited = parts.flatMap((part) => (part.kind === 'citation' ? [part.source] : []));
  return cited.filter((source, index) => cited.findIndex((other) => same(source, other)) === index);
}

const same = (a: Source, b: Source) => a.url === b.url && (a.url !== null || a.title === b.title);

/** A place inside the text that cuts no character in two. */
function whole(text: string, at: number): number {
  const place = Math.min(Math.max(at, 0), text.length);
  const before = text.charCodeAt(place - 1);
  return place < text.length && before >= 0xd800 && before <= 0xdbff ? place - 1 : place;
}
