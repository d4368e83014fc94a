import type { Input } from '../../shared/contract';
import type { Found } from '../../shared/search';
import type { Jobs } from './jobs';

/** How long the start and the first answer have the disk for themselves, in milliseconds. */
const PATIENCE = 3000;
/** Other long jobs get their turn after so many milliseconds. */
const TURN = 400;

export interface SearchServiceDeps {
  readonly jobs: { readonly quick: Jobs; readonly long: Jobs };
  readonly report: (what: string, error: unknown) => void;
}

/** Finds what was said, and has new words read into the index. */
export class SearchService {
  readonly #deps: SearchServiceDeps;
  #current: AbortController | null = null;
  #reading = false;
  #closed = false;
  #start: NodeJS.Timeout;

  constructor(deps: SearchServiceDeps) {
    this.#deps = deps;
    this.#start = setTimeout(() => void this.catchUp(), PATIENCE).unref();
  }

  /** A newer search ends the one before, which then answers null. */
  async run(wish: Input<'search.run'>): Promise<Found | null> {
    this.#current?.abort();
    const current = (this.#current = new AbortController());
    try {
      const found = await this.#deps.jobs.quick.run('search', wish, { signal: current.signal });
      if (!found.complete) void this.catchUp();
      return found;
    } catch (thrown) {
      if (current.signal.aborted) return null;
      throw thrown;
    } finally {
      if (this.#current === current) this.#current = null;
    }
  }

  /** Reads into the index all that is due: after the start, and after many messages came at once. */
  async catchUp(): Promise<void> {
    if (this.#reading) return;
    this.#reading = true;
    try {
      for (let done = false; !done && !this.#closed;)
        ({ done } = await this.#deps.jobs.long.run('indexMessages', { ms: TURN }));
    } catch (error) {
      // The next search tries again; what is due stays due.
      if (!this.#closed) this.#deps.report('reading words into the index', error);
    } finally {
      this.#reading = false;
    }
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#start);
    this.#current?.abort();
  }
}
