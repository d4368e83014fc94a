import type { AppEvent, Input } from '../../shared/contract';
import { AppError } from '../../shared/errors';
import type { Conversation } from '../../shared/model';
import type { Arrangement, ConversationStore } from '../storage/conversation-store';
import type { Database } from '../storage/database';

export interface LibraryServiceDeps {
  readonly db: Database;
  readonly conversations: ConversationStore;
  /** The account that a conversation means. */
  readonly accountId: (wanted: string | null) => string | null;
  readonly stopTurns: (conversationId: string) => void;
  readonly emit: (event: AppEvent) => void;
  readonly now: () => number;
}

/** The conversations as a whole: what they are called, and where they are. */
export class LibraryService {
  readonly #deps: LibraryServiceDeps;

  constructor(deps: LibraryServiceDeps) {
    this.#deps = deps;
  }

  /** What is seen first. */
  first(openFolders: readonly string[]): readonly Conversation[] {
    return this.#deps.conversations.first(openFolders);
  }

  /** The newest, or those that follow one. */
  list(after: Pick<Conversation, 'id' | 'updatedAt'> | null = null): readonly Conversation[] {
    return this.#deps.conversations.list(after);
  }

  /** What it is called. */
  title(id: string): string | undefined {
    return this.#deps.conversations.find(id)?.title;
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

  /** Pins, archives, moves or deletes any number of them, or takes that back. Nothing is erased. */
  arrange(arrangements: Input<'conversations.arrange'>): readonly Conversation[] {
    const { db, conversations, stopTurns, emit } = this.#deps;
    const ids = arrangements.flatMap((one) => one.ids);
    for (const { ids: gone, deleted } of arrangements) if (deleted) for (const id of gone) stopTurns(id);
    const arranged = db.transaction(() => {
      for (const one of arrangements) conversations.arrange(one.ids, this.#place(one));
      return conversations.some(ids);
    });
    emit({ name: 'conversations.arranged', ids, conversations: arranged });
    return arranged;
  }

  #place({ pinned, archived, folderId, deleted }: Input<'conversations.arrange'>[number]): Arrangement {
    const since = (wanted: boolean) => (wanted ? this.#deps.now() : null);
    return {
      ...(pinned !== undefined && { pinnedAt: since(pinned) }),
      ...(archived !== undefined && { archivedAt: since(archived) }),
      ...(folderId !== undefined && { folderId }),
      ...(deleted !== undefined && { deletedAt: since(deleted) }),
    };
  }

  #find(id: string): Conversation {
    const conversation = this.#deps.conversations.find(id);
    if (conversation) return conversation;
    throw new AppError('NOT_FOUND', 'There is no such conversation.');
  }
}
