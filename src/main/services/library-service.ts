import type { AppEvent, Input } from '../../shared/contract';
import { AppError } from '../../shared/errors';
import type { Conversation, Draft } from '../../shared/model';
import type { ConversationStore } from '../storage/conversation-store';
import type { DraftStore } from '../storage/draft-store';

export interface LibraryServiceDeps {
  readonly conversations: ConversationStore;
  readonly drafts: DraftStore;
  /** The account that a conversation means. */
  readonly accountId: (wanted: string | null) => string | null;
  readonly stopTurns: (conversationId: string) => void;
  readonly emit: (event: AppEvent) => void;
  readonly now: () => number;
}

/** The conversations as a whole: what they are called, and which are in the trash. */
export class LibraryService {
  readonly #deps: LibraryServiceDeps;

  constructor(deps: LibraryServiceDeps) {
    this.#deps = deps;
  }

  /** The newest, or those that follow one. */
  list(after?: Pick<Conversation, 'id' | 'updatedAt'>): readonly Conversation[] {
    return this.#deps.conversations.list(after);
  }

  drafts(): readonly Draft[] {
    return this.#deps.drafts.all();
  }

  keepDraft(draft: Draft): void {
    this.#deps.drafts.keep(draft);
  }

  rename({ id, title }: Input<'conversations.rename'>): void {
    this.#deps.conversations.rename(id, title);
    this.#deps.emit({ name: 'conversation.changed', conversation: this.#find(id) });
  }

  /** How it asks from now on. */
  configure({ id, options }: Input<'conversations.configure'>): void {
    const { accountId, conversations } = this.#deps;
    conversations.setOptions(id, { ...options, accountId: accountId(options.accountId) });
  }

  /** Into the trash: nothing is erased. */
  delete(id: string): void {
    this.#find(id);
    this.#deps.stopTurns(id);
    this.#deps.conversations.setDeleted(id, this.#deps.now());
  }

  restore(id: string): Conversation {
    this.#deps.conversations.setDeleted(id, null);
    return this.#find(id);
  }

  #find(id: string): Conversation {
    const conversation = this.#deps.conversations.find(id);
    if (conversation) return conversation;
    throw new AppError('NOT_FOUND', 'There is no such conversation.');
  }
}
