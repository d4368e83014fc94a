import { setTimeout as pause } from 'node:timers/promises';
import { fold } from '../../../shared/fold';
import type { Database } from '../../storage/database';
import { SearchStore } from '../../storage/search-store';
import type { Job } from '../job';
import { cut, wordsOf } from './folding';

/** How long others may have to wait for one transaction, in milliseconds; longer than that, they may then write. */
const SHORT = 6;
const REST = 12;
/** Messages of the first transaction; those after it are as long as they should be. */
const FIRST = 8;
const MOST = 10_000;
/** How many words are remembered as known. */
const MOST_WORDS = 200_000;
/** Longer ones are no words but data: their beginnings are enough. */
export const LONGEST_WORD = 40;

/** Puts what is due into the index, the newest first, in short transactions, for so many milliseconds. */
export const indexMessages: Job<'indexMessages'> = async ({ ms }, { library, signal }) => {
  const db = library();
  const indexer = indexerOf(db);
  const end = performance.now() + ms;
  // What a power cut takes from the index is still due afterwards, so no write waits for the disk.
  // And what is written goes to the library's file from here, in small parts, before another connection has to do it.
  db.exec('PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 250');
  try {
    for (;;) {
      const due = indexer.step(SHORT);
      if (!due && !indexer.tidy()) return { done: true };
      if (performance.now() >= end) return { done: false };
      await pause(REST);
      signal.throwIfAborted();
      if (due) indexer.tidy();
    }
  } finally {
    db.exec('PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 1000');
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
  /** Messages that take about a millisecond. */
  #rate = FIRST / SHORT;

  constructor(db: Database) {
    this.#db = db;
    this.#store = new SearchStore(db);
  }

  /** One transaction of about so many milliseconds. False when nothing is due any more. */
  step(ms: number): boolean {
    if (!this.#store.anyDue()) return false;
    const size = Math.ceil(Math.min(MOST, Math.max(1, ms * this.#rate)));
    const began = performance.now();
    try {
      const taken = this.#db.transaction(() => this.#take(size));
      const rate = taken / Math.max(1, performance.now() - began);
      if (taken === size) this.#rate = Math.min(rate, this.#rate * 2);
      return taken === size;
    } catch (thrown) {
      this.#known = new Set(); // what it took for known may not have been written
      throw thrown;
    }
  }

  /** Joins some of the index's pieces, which many steps leave. False when there is nothing to join. */
  tidy(): boolean {
    return this.#store.mergeSome();
  }

  #take(size: number): number {
    const due = this.#store.due(size);
    const entries = due.map(({ seq, text }) => ({ seq, text: text === null ? null : cut(text) }));
    this.#store.index(entries, this.#newWords(entries));
    return due.length;
  }

  #newWords(entries: readonly { readonly text: string | null }[]): readonly string[] {
    if (this.#known.size > MOST_WORDS) this.#known = new Set();
    const words: string[] = [];
    for (const { text } of entries) {
      for (const whole of wordsOf(fold(text ?? ''))) {
        const word = whole.slice(0, LONGEST_WORD);
        if (this.#known.has(word)) continue;
        this.#known.add(word);
        words.push(word);
      }
    }
    return words;
  }
}
