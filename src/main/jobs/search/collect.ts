import { setImmediate as others } from 'node:timers/promises';
import { fold } from '../../../shared/fold';
import type { Head, Narrowing, SearchStore } from '../../storage/search-store';
import type { Wanted } from './wanted';

/** Messages that are looked at together: few at first, for most searches need no more. */
const PAGES = [60, 200, 600];
/** Of one chat no more are shown. */
const OF_ONE = 2;
/** Texts that are read before the index is asked to join all words that begin so. */
const SAMPLE = 400;
/** Where fewer of the texts have it, the index is quick to join its words. */
const DENSE = 0.02;
/** So many messages are enough to look through where something was found, and so much time in any case. */
const ENOUGH = { messages: 4000, chats: 5, ms: 1500 };

export interface Hit extends Head {
  /** Where it has been read already. */
  readonly text: string | null;
}

interface Collected {
  readonly hits: readonly Hit[];
  /** There may be more. */
  readonly more: boolean;
}

interface Collecting {
  readonly store: SearchStore;
  readonly wanted: readonly Wanted[];
  readonly without: readonly Wanted[];
  readonly narrowing: Narrowing;
  /** How many chats are wanted. */
  readonly limit: number;
  readonly signal: AbortSignal;
}

type Test = (folded: string) => boolean;

/**
 * The newest messages that have everything.
 *
 * What is still being typed begins many words, which the index would have to join first: for a common beginning that
 * takes it most of a second. So the newest messages are read, and the index is asked only where these hardly have it.
 */
export async function collect(collecting: Collecting): Promise<Collected> {
  const { wanted } = collecting;
  const prefixes = wanted.filter(({ prefix }) => prefix);
  const complete = wanted.filter(({ prefix }) => !prefix);
  if (prefixes.length === 0) return gather(collecting, complete, false);
  const sampled = await gather(collecting, wanted, true);
  return sampled.sparse ? gather(collecting, wanted, false) : sampled;
}

/** With `reading`, beginnings of words are looked for in the texts alone. */
async function gather(
  { store, without, narrowing, limit, signal }: Collecting,
  wanted: readonly Wanted[],
  reading: boolean,
): Promise<Collected & { readonly sparse: boolean }> {
  const asked = reading ? wanted.filter(({ prefix }) => !prefix) : wanted;
  const match = matchOf(asked, without);
  const tests = testsOf(wanted, without, reading, match !== null);
  const trash = store.withTrash();
  const began = performance.now();
  const hits: Hit[] = [];
  const chats = new Map<string, number>();
  let [below, seen, read] = [Number.MAX_SAFE_INTEGER, 0, 0];
  for (let page = 0; ; page += 1) {
    const size = PAGES[Math.min(page, PAGES.length - 1)] ?? 1;
    const seqs =
      match === null ? store.newest(narrowing.folderIds, below, size) : store.matching(match, below, size);
    for (const head of seqs.length === 0 ? [] : store.heads(seqs, narrowing)) {
      const { conversationId, id, seq } = head;
      const already = chats.get(conversationId) ?? 0;
      if (already >= OF_ONE || (already === 0 && chats.size >= limit)) continue;
      const text = tests.length === 0 ? null : store.text(seq);
      if (text !== null) {
        read += 1;
        const folded = fold(text);
        if (!tests.every((test) => test(folded))) continue;
      }
      if (trash.has(conversationId) && store.followsTrash(id)) continue;
      chats.set(conversationId, already + 1);
      hits.push({ ...head, text });
    }
    const ended = seqs.length < size;
    seen += seqs.length;
    below = seqs.at(-1) ?? 0;
    if (ended) return { hits, more: false, sparse: false };
    if (chats.size >= limit) return { hits, more: true, sparse: false };
    if (reading && read >= SAMPLE && hits.length < read * DENSE) return { hits, more: true, sparse: true };
    const enough = seen >= ENOUGH.messages && chats.size >= ENOUGH.chats;
    if (enough || performance.now() - began > ENOUGH.ms)
      return { hits, more: true, sparse: reading && !enough };
    await others(); // a newer search may have come
    signal.throwIfAborted();
  }
}

/** In the index's language; null where it can tell nothing. */
function matchOf(wanted: readonly Wanted[], without: readonly Wanted[]): string | null {
  const all = wanted.flatMap(({ match }) => match ?? []);
  if (all.length === 0) return null;
  const none = without.flatMap(({ match }) => match ?? []);
  return `(${all.join(' AND ')})${none.length === 0 ? '' : ` NOT (${none.join(' OR ')})`}`;
}

/** What the index does not tell, each text has to. */
function testsOf(
  wanted: readonly Wanted[],
  without: readonly Wanted[],
  reading: boolean,
  indexed: boolean,
): readonly Test[] {
  const has = wanted.flatMap(({ test, prefix }) => (test && (reading || !prefix) ? [test] : []));
  const hasNot = without
    .filter(({ match }) => match === null || !indexed)
    .map(({ term, test }): Test => {
      const word = ` ${term.text} `;
      return (folded) => !(test?.(folded) ?? ` ${folded.replace(/[^\p{L}\p{N}]+/gu, ' ')} `.includes(word));
    });
  return [...has, ...hasNot];
}
