import type { ImportResult } from '../../../shared/contract/import';
import type { ArrivalStore, Present } from '../../storage/arrival-store';
import type { Arrival } from './arrivals';
import type { ReadyConversation } from './arriving';
import { newIn } from './new-messages';
import { refusal } from './refusal';

/** Writes what arrives where nobody sees it yet. */
export class Incoming {
  readonly #store: ArrivalStore;
  readonly #importId: string;
  #conversations = 0;
  readonly #grown = new Set<string>();
  #messages = 0;

  constructor(store: ArrivalStore, importId: string) {
    this.#store = store;
    this.#importId = importId;
  }

  get result(): ImportResult {
    return { conversations: this.#conversations, grown: this.#grown.size, messages: this.#messages };
  }

  /** A step writes a row or two. Throws `IMPORT_REFUSED`, and the place. */
  *steps(arrivals: readonly Arrival[]): Generator<void> {
    for (const arrival of arrivals) {
      if ('folder' in arrival) this.#store.stageFolder(arrival.folder);
      else if (arrival.conversation) yield* this.#take(arrival.conversation, arrival.number);
      yield;
    }
  }

  *#take(conversation: ReadyConversation, number: number): Generator<void> {
    const { id } = conversation;
    const present = this.#store.present(id);
    const fresh = this.#newIn(conversation, present, number);
    const seen = present !== null && !present.arriving;
    if (!present) {
      this.#store.addConversation(this.#importId, conversation);
      this.#conversations += 1;
    } else if (seen && fresh.length > 0) this.#grown.add(id);
    for (const message of fresh) {
      if (seen) this.#store.stageMessage(id, message);
      else this.#store.addMessage(id, message);
      this.#messages += 1;
      yield;
    }
    for (const receipt of conversation.receipts) {
      this.#store.stageReceipt(receipt);
      yield;
    }
    const { leafId, updatedAt, folderId } = conversation;
    // As little as can be is left for the moment in which all of it appears.
    if (!seen) this.#store.setEnd(id, leafId, updatedAt);
    else if (fresh.length > 0)
      this.#store.stageChange({ id, leafId: leafOf(conversation, present), updatedAt, folderId: null });
    if (!seen && folderId !== null) this.#store.stageChange({ id, leafId: null, updatedAt, folderId });
  }

  #newIn(conversation: ReadyConversation, present: Present | null, number: number) {
    try {
      return newIn(conversation, present, this.#store);
    } catch (thrown) {
      throw refusal(thrown, number);
    }
  }
}

/** The file's newest branch is shown where the user has not gone on elsewhere. */
function leafOf({ leafId, messages }: ReadyConversation, { leafId: shown }: Present): string | null {
  return shown === null || messages.some(({ id }) => id === shown) ? leafId : null;
}
