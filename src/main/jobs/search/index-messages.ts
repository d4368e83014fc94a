import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '../../storage/database';
import { SearchStore } from '../../storage/search-store';
import type { Job } from '../job';
import { cut, fold, wordsOf } from './folding';

/** How long others may have to wait for one transaction, in milliseconds; as long, they may then write. */
const SHORT = 8;
/** Messages that are read at once. */
const BATCH = 16;
/** How many words are remembered as known. */
const MOST_WORDS = 200_000;
/** Longer ones are no words but data. */
const LONGEST_WORD = 40;

/** Puts what is due into the index, the newest first, in short transactions, for so many milliseconds. */
export const indexMessages: Job<'indexMessages'> = async ({ ms }, { library, signal }) => {
  const db = library();
  const indexer = indexerOf(db);
  const end = performance.now() + ms;
  // What a power cut takes from the index is still due afterwards, so no write waits for the disk.
  db.exec('PRAGMA synchronous = NORMAL');
  try {
    while (indexer.step(SHORT)) {
      if (performance.now() >= end) return { done: false };
      await pause(SHORT);
      signal.throwIfAborted();
    }
    return { done: true };
  } finally {
    db.exec('PRAGMA synchronous = FULL');
  }
};

const indexers = new WeakMap<Database, Indexer>();

/** One for each connection: it remembers which words are known. */
export function indexerOf(db: Database): Indexer {
  let indexer = indexers.get(db);
  if (!indexer) indexers.set(db, (indexer = new Indexer(db)));
  return indexer;
}

/** Brings the index up to date. */
class Indexer {
  readonly #db: Database;
  readonly #store: SearchStore;
  #known = new Set<string>();

  constructor(db: Database) {
    this.#db = db;
    this.#store = new SearchStore(db);
  }

  /** One transaction of about so many milliseconds. False when nothing is due any more. */
  step(ms: number): boolean {
    if (!this.#store.anyDue()) return false;
    try {
      return this.#db.transaction(() => this.#fill(ms));
    } catch (thrown) {
      this.#known = new Set(); // what it took for known may not have been written
      throw thrown;
    }
  }

  #fill(ms: number): boolean {
    const end = performance.now() + ms;
    do {
      const due = this.#store.due(BATCH);
      const entries = due.map(({ seq, text }) => ({ seq, text: text === null ? null : cut(text) }));
      this.#store.index(entries, this.#newWords(entries));
      if (due.length < BATCH) return false;
    } while (performance.now() < end);
    return true;
  }

  #newWords(entries: readonly { readonly text: string | null }[]): readonly string[] {
    if (this.#known.size > MOST_WORDS) this.#known = new Set();
    const words: string[] = [];
    for (const { text } of entries) {
      for (const word of wordsOf(fold(text ?? ''))) {
        if (word.length > LONGEST_WORD || this.#known.has(word)) continue;
        this.#known.add(word);
        words.push(word);
      }
    }
    return words;
  }
}
