import { fold } from '../../../shared/fold';
import type { ChatHit, Found } from '../../../shared/search';
import type { Database } from '../../storage/database';
import { SearchStore, type Findable, type Narrowing } from '../../storage/search-store';
import type { Job } from '../job';
import { collect, type Hit } from './collect';
import { indexerOf, LONGEST_WORD } from './index-messages';
import { isEmpty, parseQuery, type Query, type Term } from './query';
import { Marker } from './snippet';
import { Titles } from './titles';
import { anyOf, isHopeless, isPart, isWord, wanted, type Wanted } from './wanted';

/** What was just written is read into the index first, if that is done in so many milliseconds. */
const CATCH_UP = 6;
/** Words that one may be a part of; and a single letter is a part of too many. */
const WORDS = 200;
const SHORTEST_PART = 2;
/** Words that are looked for one by one in place of what they begin with. */
const BEGINNINGS = 64;
/** Chats that only their titles bring, before others have a chance. */
const TITLES = 5;

const isLongPart = (term: Term) => isPart(term) && term.text.length >= SHORTEST_PART;
const nothing: Found = { chats: [], more: false, complete: true };
const searches = new WeakMap<Database, LibrarySearch>();

export const search: Job<'search'> = ({ query, limit, inside: within }, { library, signal }) => {
  const db = library();
  let searching = searches.get(db);
  if (!searching) searches.set(db, (searching = new LibrarySearch(db)));
  return searching.find(parseQuery(query), { limit, within, signal });
};

interface Wish {
  readonly limit: number;
  readonly within: boolean;
  readonly signal: AbortSignal;
}

/** Looks through one library. */
class LibrarySearch {
  readonly #db: Database;
  readonly #store: SearchStore;
  readonly #titles: Titles;

  constructor(db: Database) {
    this.#db = db;
    this.#store = new SearchStore(db);
    this.#titles = new Titles(this.#store);
  }

  async find(query: Query, { limit, within, signal }: Wish): Promise<Found> {
    signal.throwIfAborted();
    if (isEmpty(query)) return nothing;
    const complete = this.#catchUp();
    if (within && !query.terms.some(isLongPart)) return { ...nothing, complete };
    const terms = query.terms.map((term) =>
      within && isLongPart(term) ? this.#within(term) : this.#wanted(term),
    );
    const narrowing = this.#narrow(query);
    const { hits, more } =
      terms.some(isHopeless) || narrowing.folderIds?.length === 0
        ? { hits: [], more: false }
        : await collect({
            ...{ store: this.#store, wanted: terms, narrowing, limit, signal },
            without: query.without.map((term) => wanted({ ...term, open: false })),
          });
    const titled = this.#titled(query, narrowing, hits.length === 0 ? limit : TITLES);
    const chats = this.#chats(titled, this.#ranked(hits, query), query.terms, within);
    return { chats: chats.slice(0, limit), more: more || chats.length > limit, complete };
  }

  /** Whether the index has everything. A disk that takes nothing is no reason to find nothing. */
  #catchUp(): boolean {
    try {
      return !indexerOf(this.#db).step(CATCH_UP);
    } catch {
      return false;
    }
  }

  /** Where few words begin as the last one does, these are looked for: the index need not join all that begin so. */
  #wanted(term: Term): Wanted {
    const asTyped = wanted(term);
    if (!asTyped.prefix || !isWord(term) || term.text.length >= LONGEST_WORD) return asTyped;
    const words = this.#store.wordsBeginning(term.text, BEGINNINGS + 1);
    return words.length > BEGINNINGS ? asTyped : anyOf(term, words);
  }

  /** Any word that has it in it. */
  #within(term: Term): Wanted {
    return anyOf(term, this.#store.wordsWith(term.text, WORDS));
  }

  #narrow({ folders, ...filters }: Query): Narrowing {
    if (folders.length === 0) return { ...filters, folderIds: null };
    const all = this.#folders().map(({ id, name }) => ({ id, name: fold(name) }));
    const exact = all.filter(({ name }) => folders.includes(name));
    const begun = all.filter(({ name }) => folders.some((folder) => name.startsWith(folder)));
    return { ...filters, folderIds: (exact.length > 0 ? exact : begun).map(({ id }) => id) };
  }

  #folders() {
    return this.#store.folders();
  }

  #titled(query: Query, narrowing: Narrowing, limit: number): readonly Findable[] {
    const { role, models, code, file, folderIds, after, before } = narrowing;
    if (query.terms.length === 0 || role !== null || models.length > 0 || code || file) return [];
    const fits = ({ folderId, updatedAt }: Findable) =>
      (folderIds === null || (folderId !== null && folderIds.includes(folderId))) &&
      (after === null || updatedAt >= after) &&
      (before === null || updatedAt < before);
    return this.#titles.having(query.terms, query.without, fits, limit);
  }

  /** Those first that have all words as they were typed, side by side. */
  #ranked(hits: readonly Hit[], { terms }: Query): readonly ReadHit[] {
    const read = hits.map((hit) => ({ ...hit, text: hit.text ?? this.#store.text(hit.seq) }));
    if (terms.length < 2) return read;
    const phrase = terms.map(({ text }) => text).join(' ');
    const whole = new Set(read.filter(({ text }) => fold(text).includes(phrase)));
    return [...whole, ...read.filter((hit) => !whole.has(hit))];
  }

  #chats(
    titled: readonly Findable[],
    hits: readonly ReadHit[],
    terms: readonly Term[],
    within: boolean,
  ): readonly ChatHit[] {
    const [marker, titleMarker] = [new Marker(terms, within), new Marker(terms, true)];
    const messages = new Map<string, ReadHit[]>(titled.map(({ id }) => [id, []]));
    for (const hit of hits) {
      const ofChat = messages.get(hit.conversationId);
      if (ofChat) ofChat.push(hit);
      else messages.set(hit.conversationId, [hit]);
    }
    const names = new Map(this.#folders().map(({ id, name }) => [id, name]));
    return [...messages].flatMap(([id, found]): readonly ChatHit[] => {
      const chat = this.#titles.get(id);
      if (!chat) return [];
      const { title, updatedAt, folderId } = chat;
      return [
        {
          conversation: { id, title, updatedAt },
          folder: (folderId !== null && names.get(folderId)) || null,
          title: titleMarker.mark(title),
          messages: found.map(({ id: messageId, role, createdAt, text }) => ({
            ...{ id: messageId, role, createdAt },
            snippet: marker.snippet(text),
          })),
        },
      ];
    });
  }
}

type ReadHit = Hit & { readonly text: string };
