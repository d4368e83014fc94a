import type { ArrivalStore, KeptMessage, Present } from '../../storage/arrival-store';
import type { ReadyConversation } from './arriving';
import { Unreadable } from './refusal';
import { words } from '../../../shared/words';

/** The messages that the library lacks. One that is part of another chat there is no accident: ids are unique. */
export function newIn(
  { id, messages }: ReadyConversation,
  present: Present | null,
  store: ArrivalStore,
): readonly KeptMessage[] {
  const fresh = present ? messages.filter((message) => !present.messages.has(message.id)) : messages;
  const ids = fresh.map((message) => message.id);
  const taken = fresh.length === 0 ? null : store.elsewhere(id, ids);
  if (taken !== null) throw new Unreadable(words.transfer.refusals.ofAnotherChat(ids.indexOf(taken) + 1));
  return fresh;
}
