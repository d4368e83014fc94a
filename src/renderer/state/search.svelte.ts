import { AppError, type AppErrorData } from '../../shared/errors';
import type { ChatHit, Found } from '../../shared/search';
import type { Api } from '../api';
import { idle } from '../lib/idle';
import { narrow } from '../lib/narrow';

/** Chats that are listed at first, and after each wish for more. */
const LIMITS = [8, 40, 200] as const;
/** Where fewer chats were found, words are looked into, too. */
const FEW = 4;
/** How long nobody types before words are looked into, in milliseconds: it takes long, and the next key waits for it. */
const CALM_MS = 400;
/** How long main is not asked for what comes after what is there at once, in milliseconds: that is painted first. */
const FIRST_PAINT = 50;

/**
 * What is found while one types: always for the newest words. What was found before and still fits is there at once;
 * where nothing surely does, the last of it stays until the next is there.
 */
export class Search {
  readonly #api: Api;
  query = $state('');
  found = $state.raw<Found | null>(null);
  /** Chats with longer words that have what was typed in them. */
  inside = $state.raw<readonly ChatHit[]>([]);
  error = $state.raw<AppErrorData | null>(null);
  /** All that there is for the words as they are now has been found. */
  current = $state(true);
  #limit = 0;
  #run = 0;
  /** What all that is listed has. */
  #listed = '';

  constructor(api: Api) {
    this.#api = api;
  }

  /** There are more than are listed, and they may be listed. */
  get more(): boolean {
    return (this.found?.more ?? false) && this.#limit < LIMITS.length - 1;
  }

  async type(query: string): Promise<void> {
    const run = (this.#run += 1);
    const known = this.#narrow(query);
    this.query = query;
    this.#limit = 0;
    this.current = false;
    if (known) await idle(FIRST_PAINT);
    if (run === this.#run) await this.#find();
  }

  async listMore(): Promise<void> {
    this.#limit += 1;
    await this.#find();
  }

  /** Whether there is anything that still fits. */
  #narrow(query: string): boolean {
    if (!this.found) return false;
    const chats = narrow(this.found.chats, this.#listed, query);
    const inside = narrow(this.inside, this.#listed, query);
    if (chats.length + inside.length === 0) return false;
    [this.found, this.inside, this.#listed] = [{ ...this.found, chats }, inside, query];
    return true;
  }

  async #find(): Promise<void> {
    const run = (this.#run += 1);
    const { query } = this;
    this.current = false;
    const ask = async (inside: boolean): Promise<Found | null> => {
      const found = await this.#api.call('search.run', { query, limit: LIMITS[this.#limit] ?? 200, inside });
      return run === this.#run ? found : null;
    };
    const idle = /^\s*(>|$)/u.test(query); // what begins with > looks for commands alone
    try {
      const found = idle ? nothing : await ask(false);
      if (!found || run !== this.#run) return;
      const isNew = ({ conversation: { id } }: ChatHit) =>
        !found.chats.some(({ conversation }) => conversation.id === id);
      const looksInside = !idle && !found.more && found.chats.length < FEW;
      // What still fits stays until words have been looked into anew.
      this.inside = looksInside && this.#listed === query ? this.inside.filter(isNew) : [];
      [this.found, this.error, this.current, this.#listed] = [found, null, !looksInside, query];
      if (!looksInside) return;
      await new Promise((resolve) => setTimeout(resolve, CALM_MS));
      if (run !== this.#run) return;
      const inside = await ask(true);
      if (run !== this.#run) return;
      [this.inside, this.current] = [inside?.chats.filter(isNew) ?? [], true];
    } catch (thrown) {
      if (run === this.#run) [this.error, this.current] = [AppError.from(thrown).toData(), true];
    }
  }
}

const nothing: Found = { chats: [], more: false, complete: true };
