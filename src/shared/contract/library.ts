import { z } from 'zod';
import {
  efforts,
  verbosities,
  type Conversation,
  type Message,
  type Opening,
  type Transcript,
} from '../model';
import { call, id, model, place, typed } from './call';

export const options = z.object({
  folderId: id.nullable().optional(),
  accountId: id.nullable(),
  instructions: z.string().max(200_000).nullable(),
  effort: z.enum(efforts).nullable(),
  verbosity: z.enum(verbosities).nullable(),
});

/** Where conversations are put. What is not said stays as it is. */
const arrangement = z.object({
  ids: z.array(id).min(1).max(1_000_000),
  pinned: z.boolean().optional(),
  archived: z.boolean().optional(),
  folderId: id.nullable().optional(),
  deleted: z.boolean().optional(),
});

/** About conversations and their branches. */
export const libraryCalls = {
  /** A page of all of them, also of the archived, newest first; null is before the newest. An empty page is the end. */
  'conversations.list': call(z.object({ after: z.object({ id, updatedAt: z.int() }).nullable() })).returns<
    readonly Conversation[]
  >(),
  /** `whole`: with every message, however long it takes. */
  'conversations.open': call(z.object({ id, whole: z.boolean().optional() })).returns<Opening>(),
  /** The next of all its messages, in the order written; null is before the first. An empty piece is the end. */
  'conversations.read': call(z.object({ id, after: id.nullable() })).returns<readonly Message[]>(),
  'conversations.rename': call(z.object({ id, title: z.string().trim().min(1).max(200) })).returns<void>(),
  /**
   * Pins, archives, moves or deletes any number of them, or takes that back: all of it or nothing. Answers how they
   * are now. What is deleted goes to the trash; an answer that is being written there is stopped.
   */
  'conversations.arrange': call(z.array(arrangement).min(1).max(1_000)).returns<readonly Conversation[]>(),
  /** Shows the branch that ends in this message. */
  'conversations.show': call(z.object({ id, leafId: id })).returns<void>(),
  /** How it asks from now on. */
  'conversations.configure': call(z.object({ id, options })).returns<void>(),
  /** A new conversation that begins with a copy of everything down to this message. */
  'conversations.fork': call(z.object({ id, messageId: id, forkId: id })).returns<Conversation>(),
  /** Has the server make a digest of everything down to this answer, which later requests carry instead. */
  'conversations.compact': call(z.object({ id, messageId: id, model })).returns<Transcript>(),
  /** A summary of everything down to this message, in words. It costs what its text costs to read. */
  'conversations.summarise': call(z.object({ id, messageId: id, model })).returns<{
    readonly text: string;
  }>(),
  /** A temporary chat was left: nothing of it is there any more, and an answer that is being written there is stopped. */
  'conversations.forget': call(z.object({ id })).returns<void>(),

  /** Puts a message and all that follows it aside; `restore` takes them back. The newest branch left is shown. */
  'messages.delete': call(z.object({ conversationId: id, id })).returns<Transcript>(),
  'messages.restore': call(z.object({ conversationId: id, id })).returns<Transcript>(),

  /**
   * Keeps what is typed; an empty text forgets it. `over` is what the window knew to be kept there: what another
   * window has put there since, and is not in this text, is set aside. Every window hears of it by `draft.changed`.
   */
  'drafts.keep': call(z.object({ conversationId: id, place, text: typed, over: typed })).returns<void>(),
  /** Whether this window sends what waited for the end of this answer: the first that asks does. */
  'drafts.claim': call(z.object({ answerId: id })).returns<boolean>(),
};
