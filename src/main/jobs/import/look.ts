import type { ImportLook } from '../../../shared/contract/import';
import { ArrivalStore, type Present } from '../../storage/arrival-store';
import type { Job } from '../job';
import { openArrivals } from './arrivals';
import type { ReadyConversation } from './arriving';
import { newIn } from './new-messages';
import { refusal } from './refusal';

/** Reads all of a file and says what would come of it. Nothing is written. */
export const importLook: Job<'import.look'> = async ({ path }, context) => {
  await using arrivals = await openArrivals(path, context);
  const look = new Looking(new ArrivalStore(context.library()));
  for await (const arrival of arrivals.all()) {
    context.signal.throwIfAborted();
    if ('conversation' in arrival) look.at(arrival.conversation, arrival.number);
  }
  return look.seen(arrivals.format);
};

class Looking {
  readonly #store: ArrivalStore;
  readonly #counts = { new: 0, grown: 0, present: 0, empty: 0 };
  /** Of those that are new, so that one that comes twice is counted once. */
  readonly #met = new Map<string, number>();
  #messages = 0;
  #from = Infinity;
  #to = 0;

  constructor(store: ArrivalStore) {
    this.#store = store;
  }

  at(conversation: ReadyConversation | null, number: number): void {
    if (!conversation) return void (this.#counts.empty += 1);
    const { id, createdAt, updatedAt } = conversation;
    this.#from = Math.min(this.#from, createdAt);
    this.#to = Math.max(this.#to, updatedAt);
    const present = this.#store.present(id);
    const messages = this.#newIn(conversation, present, number);
    const met = this.#met.get(id);
    this.#met.set(id, Math.max(met ?? 0, messages));
    this.#messages += Math.max(0, messages - (met ?? 0));
    if (met !== undefined) return;
    this.#counts[present ? (messages > 0 ? 'grown' : 'present') : 'new'] += 1;
  }

  #newIn(conversation: ReadyConversation, present: Present | null, number: number): number {
    try {
      return newIn(conversation, present, this.#store).length;
    } catch (thrown) {
      throw refusal(thrown, number);
    }
  }

  seen(format: ImportLook['format']): ImportLook {
    return {
      format,
      conversations: { ...this.#counts },
      messages: this.#messages,
      span: this.#to > 0 ? { from: this.#from, to: this.#to } : null,
    };
  }
}
