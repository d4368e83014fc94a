import type { Message } from '../../shared/model';
import { countIn, foldQuery, placesIn } from '../lib/find-text';
import { inSlices } from '../lib/slices';

/** One of the occurrences in the chat. A new one is made for each step, so that going to the same twice is noticed. */
export interface Occurrence {
  readonly messageId: string;
  /** Which of those in its message, from 0. */
  readonly nth: number;
}

interface Found {
  readonly messageId: string;
  /** Which message of the branch it is. */
  readonly index: number;
  readonly count: number;
}

/** A place in the chat, from which on one looks. */
interface Place {
  readonly messageId: string;
  /** In the text of the message. */
  readonly at: number;
}

type Read = (message: Message) => string;

/** How often what streams in is counted. */
const REFRESH_MS = 200;

/** Looks for words in the branch that is shown. */
export class Find {
  readonly #messages: () => readonly Message[];
  readonly #load: () => Promise<Read>;
  readonly #whole: () => Promise<unknown>;
  open = $state(false);
  /** Counts the wishes to type what to look for. */
  wanted = $state(0);
  /** As it was typed; it stays for the next time. */
  query = $state('');
  /** The one that is shown; null where there is none. */
  current = $state.raw<Occurrence | null>(null);
  /** What was looked for as it is compared; empty for nothing. */
  folded = $state('');
  #found = $state.raw<readonly Found[]>([]);
  readonly total = $derived(this.#found.reduce((sum, { count }) => sum + count, 0));
  /** The number of the current one, from 1; 0 where there is none. */
  readonly position = $derived.by(() => this.#position());
  /** How often each message has what is looked for; forgotten with each other query. */
  #counts = new WeakMap<Message, number>();
  #read: Read | null = null;
  #from: Place | null = null;
  #run = 0;
  /** The current one has to be chosen again. */
  #anew = false;
  #refreshing = false;
  #search = Promise.resolve();

  /** `load` brings what reads a message as {@link countIn} wants it. `whole` waits until all messages are there. */
  constructor(
    messages: () => readonly Message[],
    load: () => Promise<Read>,
    whole: () => Promise<unknown> = () => Promise.resolve(),
  ) {
    this.#messages = messages;
    this.#load = load;
    this.#whole = whole;
  }

  /** Shows the bar. It begins with what is selected, and at the message one looks at. */
  show(selected = '', messageId: string | null = null): void {
    if (!this.open) this.#from = messageId === null ? null : { messageId, at: 0 };
    this.open = true;
    this.wanted += 1;
    if (selected !== '') this.query = selected;
    this.#begin();
  }

  hide(): void {
    this.open = false;
    this.#run += 1;
    this.#found = [];
    this.current = null;
    this.folded = '';
  }

  type(query: string): void {
    this.query = query;
    this.#begin();
  }

  /** Goes to the next or the one before, round and round. */
  async step(by: 1 | -1): Promise<void> {
    await this.#search;
    const { current } = this;
    const here = this.#found.findIndex(({ messageId }) => messageId === current?.messageId);
    const found = this.#found[here];
    if (!current || !found) return this.#choose();
    const nth = current.nth + by;
    if (nth >= 0 && nth < found.count) return this.#go(found, nth);
    const next = this.#found.at((here + by) % this.#found.length);
    if (next) this.#go(next, by === 1 ? 0 : next.count - 1);
  }

  /** The chat has changed: looks again in a moment, and stays where one is. */
  refresh(): void {
    if (!this.open || this.#refreshing) return;
    this.#refreshing = true;
    setTimeout(() => {
      this.#refreshing = false;
      if (this.open) this.#search = this.#look();
    }, REFRESH_MS);
  }

  /** All that a message says, and where in it stands what is looked for. */
  occurrences(messageId: string): { readonly text: string; readonly places: readonly number[] } {
    const message = this.#messages().find(({ id }) => id === messageId);
    const text = message && this.#read ? this.#read(message) : '';
    return { text, places: this.folded === '' ? [] : placesIn(text, this.folded) };
  }

  #begin(): void {
    this.#counts = new WeakMap();
    this.#anew = true;
    this.#search = this.#look();
  }

  async #look(): Promise<void> {
    const run = (this.#run += 1);
    const read = (this.#read ??= await this.#load());
    await this.#whole();
    const wanted = () => run === this.#run;
    if (!wanted()) return;
    const query = foldQuery(this.query);
    const found: Found[] = [];
    const count = (message: Message, index: number) => {
      const known = this.#counts.get(message) ?? (query === '' ? 0 : countIn(read(message), query));
      this.#counts.set(message, known);
      if (known > 0) found.push({ messageId: message.id, index, count: known });
    };
    if (!(await inSlices(this.#messages(), count, wanted))) return;
    this.folded = query;
    this.#found = found;
    const here = found.find(({ messageId }) => messageId === this.current?.messageId);
    if (this.#anew || !here || here.count <= (this.current?.nth ?? 0)) this.#choose();
    this.#anew = false;
  }

  /** The first at or behind the place from which on one looks, else the first of all. */
  #choose(): void {
    const from = this.#from;
    const messages = this.#messages();
    const start = messages.findIndex(({ id }) => id === from?.messageId);
    if (from) {
      const nth = this.occurrences(from.messageId).places.findIndex((place) => place >= from.at);
      if (nth !== -1) return void (this.current = { messageId: from.messageId, nth });
    }
    const first = this.#found.find(({ index }) => index > start) ?? this.#found[0];
    this.current = first ? { messageId: first.messageId, nth: 0 } : null;
  }

  #go({ messageId }: Found, nth: number): void {
    this.#from = { messageId, at: this.occurrences(messageId).places[nth] ?? 0 };
    this.current = { messageId, nth };
  }

  #position(): number {
    const { current } = this;
    const here = this.#found.findIndex(({ messageId }) => messageId === current?.messageId);
    if (!current || here === -1) return 0;
    return this.#found.slice(0, here).reduce((sum, { count }) => sum + count, current.nth + 1);
  }
}
