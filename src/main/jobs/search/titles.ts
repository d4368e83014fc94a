import { fold } from '../../../shared/fold';
import type { Findable, SearchStore } from '../../storage/search-store';
import type { Term } from './query';

interface Titled extends Findable {
  readonly folded: string;
}

/** The titles of all chats, kept in memory for as long as nobody has written. */
export class Titles {
  readonly #store: SearchStore;
  #version = -1;
  #all: readonly Titled[] = [];
  #byId = new Map<string, Titled>();

  constructor(store: SearchStore) {
    this.#store = store;
  }

  /** The newest with all of these in their title, in any part of a word. */
  having(
    terms: readonly Term[],
    without: readonly Term[],
    fits: (chat: Findable) => boolean,
    limit: number,
  ): readonly Findable[] {
    const found: Findable[] = [];
    for (const chat of this.#read()) {
      if (!terms.every(({ text }) => chat.folded.includes(text))) continue;
      if (without.some(({ text }) => chat.folded.includes(text)) || !fits(chat)) continue;
      found.push(chat);
      if (found.length === limit) break;
    }
    return found;
  }

  get(id: string): Findable | undefined {
    this.#read();
    return this.#byId.get(id);
  }

  #read(): readonly Titled[] {
    const version = this.#store.version();
    if (version !== this.#version) {
      this.#all = this.#store.findable().map((chat) => ({ ...chat, folded: fold(chat.title) }));
      this.#byId = new Map(this.#all.map((chat) => [chat.id, chat]));
      this.#version = version;
    }
    return this.#all;
  }
}
