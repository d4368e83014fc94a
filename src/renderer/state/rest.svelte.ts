import type { Message } from '../../shared/model';
import type { Api } from '../api';
import { idle } from '../lib/idle';
import type { Branches } from './branches.svelte';
import type { Trouble } from './trouble.svelte';

/** A piece waits for a calm moment, and in a busy window for so many milliseconds. */
const PATIENCE = 500;

interface RestDeps {
  readonly api: Api;
  readonly conversationId: string;
  readonly branches: Branches;
  readonly trouble: Trouble;
  /** Reads everything anew, after a piece could not be read. */
  readonly again: () => Promise<void>;
}

/** Reads what of a long conversation has not come with its end, while the window has nothing else to do. */
export class Rest {
  readonly #deps: RestDeps;
  /** How many messages of the shown branch come before those that are here; null once everything is. */
  before = $state<number | null>(null);
  #reading = Promise.resolve(true);
  #run = 0;
  #stopped = false;

  constructor(deps: RestDeps) {
    this.#deps = deps;
  }

  /** Something has been read that lacks so many messages before it, or null for nothing at all. */
  begin(before: number | null): void {
    this.before = before;
    const run = (this.#run += 1);
    const done = before === null || this.#stopped;
    this.#reading = done ? Promise.resolve(before === null) : this.#read(() => run === this.#run);
  }

  /** Resolves when everything is here; with false where it could not be read, or nobody wants it any longer. */
  async whole(): Promise<boolean> {
    const reading = this.#reading;
    const done = await reading;
    return reading === this.#reading ? done : this.whole();
  }

  /** The conversation is not looked at any longer, and is read anew when it is. */
  stop(): void {
    this.#stopped = true;
    this.#run += 1;
  }

  async #read(wanted: () => boolean): Promise<boolean> {
    const { branches, again, trouble } = this.#deps;
    const messages: Message[] = [];
    const done = await trouble.try(() => this.#pieces(messages, wanted), again);
    if (!done || !wanted()) return false;
    branches.fill(messages);
    this.before = null;
    return true;
  }

  /** Adds all there are, until they are not wanted any longer. */
  async #pieces(messages: Message[], wanted: () => boolean): Promise<void> {
    const { api, conversationId: id } = this.#deps;
    for (;;) {
      await idle(PATIENCE);
      if (!wanted()) return;
      const piece = await api.call('conversations.read', { id, after: messages.at(-1)?.id ?? null });
      if (piece.length === 0) return;
      messages.push(...piece);
    }
  }
}
