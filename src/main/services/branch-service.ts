import type { AppEvent, Input } from '../../shared/contract';
import { AppError } from '../../shared/errors';
import type { Conversation, Message, Transcript } from '../../shared/model';
import type { ConversationStore } from '../storage/conversation-store';
import type { Database } from '../storage/database';
import type { MessageStore } from '../storage/message-store';

export interface BranchServiceDeps {
  readonly db: Database;
  readonly conversations: ConversationStore;
  readonly messages: MessageStore;
  readonly transcript: (conversationId: string) => Transcript;
  readonly stopTurns: (conversationId: string) => void;
  readonly emit: (event: AppEvent) => void;
  readonly now: () => number;
}

/** The branches of a conversation: which one is shown, which are in the trash, and which became its own. */
export class BranchService {
  readonly #deps: BranchServiceDeps;

  constructor(deps: BranchServiceDeps) {
    this.#deps = deps;
  }

  /** Shows the branch that ends in this message. */
  show({ id, leafId }: Input<'conversations.show'>): void {
    this.#find(leafId, id);
    this.#deps.conversations.setLeaf(id, leafId);
  }

  /** Into the trash with all that follows it: nothing is erased. What is written there is stopped. */
  delete({ conversationId, id }: Input<'messages.delete'>): Transcript {
    const { db, conversations, messages, stopTurns, now } = this.#deps;
    const message = this.#find(id, conversationId);
    if (messages.streamingBelow(id)) stopTurns(conversationId);
    db.transaction(() => {
      messages.delete(id, now());
      const live = messages.of(conversationId);
      const leafId = conversations.leaf(conversationId);
      if (live.some((other) => other.id === leafId)) return;
      const beside = live.findLast(({ parentId }) => parentId === message.parentId);
      conversations.setLeaf(conversationId, beside ? newestLeaf(live, beside.id) : message.parentId);
    });
    this.#deps.emit({ name: 'messages.changed', conversationId });
    return this.#deps.transcript(conversationId);
  }

  /** Out of the trash with what it follows, and shown. */
  restore({ conversationId, id }: Input<'messages.restore'>): Transcript {
    const { db, conversations, messages } = this.#deps;
    this.#find(id, conversationId);
    db.transaction(() => {
      if (!messages.restore(id)) throw new AppError('NOT_FOUND', 'This message is being erased.');
      conversations.setLeaf(conversationId, newestLeaf(messages.of(conversationId), id));
    });
    this.#deps.emit({ name: 'messages.changed', conversationId });
    return this.#deps.transcript(conversationId);
  }

  /** A conversation of its own that begins with a copy of everything down to this message. */
  fork({ id, messageId, forkId }: Input<'conversations.fork'>): Conversation {
    const { db, conversations, messages, emit, now } = this.#deps;
    this.#find(messageId, id);
    const { title, folderId } = this.#conversation(id);
    const conversation = db.transaction(() => {
      conversations.touch({ id: forkId, title, updatedAt: now(), folderId });
      conversations.suggestTitle(forkId, title); // no model need word it again
      conversations.setOptions(forkId, conversations.options(id));
      conversations.setLeaf(forkId, messages.copyPath(messageId, forkId));
      return this.#conversation(forkId);
    });
    emit({ name: 'conversation.changed', conversation });
    return conversation;
  }

  #conversation(id: string): Conversation {
    const conversation = this.#deps.conversations.find(id);
    if (conversation) return conversation;
    throw new AppError('NOT_FOUND', 'There is no such conversation.');
  }

  #find(id: string, conversationId: string): Message {
    const message = this.#deps.messages.find(id);
    if (message?.conversationId === conversationId) return message;
    throw new AppError('NOT_FOUND', 'There is no such message in this conversation.');
  }
}

/** The end of the newest branch below a message. */
function newestLeaf(messages: readonly Message[], id: string): string {
  const newestChild = new Map(messages.map((message) => [message.parentId, message.id]));
  let leaf = id;
  for (let next = newestChild.get(leaf); next !== undefined; next = newestChild.get(leaf)) leaf = next;
  return leaf;
}
