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
  accountId: id.nullable(),
  instructions: z.string().max(200_000).nullable(),
  effort: z.enum(efforts).nullable(),
  verbosity: z.enum(verbosities).nullable(),
});

/** About conversations and their branches. */
export const libraryCalls = {
  /** A page of those older than the last one that is known, newest first. An empty page is the end. */
  'conversations.list': call(z.object({ before: z.object({ id, updatedAt: z.int() }) })).returns<
    readonly Conversation[]
  >(),
  /** `whole`: with every message, however long it takes. */
  'conversations.open': call(z.object({ id, whole: z.boolean().optional() })).returns<Opening>(),
  /** The next of all its messages, in the order written; null is before the first. An empty piece is the end. */
  'conversations.read': call(z.object({ id, after: id.nullable() })).returns<readonly Message[]>(),
  'conversations.rename': call(z.object({ id, title: z.string().trim().min(1).max(200) })).returns<void>(),
  /** Puts it aside; `restore` takes it back. An answer that is being written is stopped. */
  'conversations.delete': call(z.object({ id })).returns<void>(),
  'conversations.restore': call(z.object({ id })).returns<Conversation>(),
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

  /** Puts a message and all that follows it aside; `restore` takes them back. The newest branch left is shown. */
  'messages.delete': call(z.object({ conversationId: id, id })).returns<Transcript>(),
  'messages.restore': call(z.object({ conversationId: id, id })).returns<Transcript>(),

  /** Keeps what is typed; an empty text forgets it. */
  'drafts.keep': call(z.object({ conversationId: id, place, text: typed })).returns<void>(),
};
