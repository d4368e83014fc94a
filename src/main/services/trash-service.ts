import type { AppEvent, Input } from '../../shared/contract';
import type { Restored, TrashItem } from '../../shared/order';
import type { Settings } from '../../shared/settings';
import type { ConversationStore } from '../storage/conversation-store';
import type { Database } from '../storage/database';
import type { FolderStore } from '../storage/folder-store';
import type { MessageStore } from '../storage/message-store';
import type { TrashStore } from '../storage/trash-store';

const DAY_MS = 24 * 60 * 60 * 1000;
/** The start has the machine for itself. */
const AFTER_START_MS = 5_000;
/** One piece of erasing takes a few milliseconds, and everything else goes on between two of them. */
const PIECE_MESSAGES = 50;
const PIECE_PAUSE_MS = 20;

export interface TrashServiceDeps {
  readonly db: Database;
  readonly conversations: ConversationStore;
  readonly folders: FolderStore;
  readonly messages: MessageStore;
  readonly trash: TrashStore;
  readonly settings: { readonly all: () => Pick<Settings, 'trashDays'> };
  readonly restoreMessage: (message: Input<'messages.restore'>) => unknown;
  readonly report: (what: string, error: unknown) => void;
  readonly emit: (event: AppEvent) => void;
  readonly now: () => number;
}

/** What was deleted: put back, or erased when its time is over or the user says so. Receipts stay. */
export class TrashService {
  readonly #deps: TrashServiceDeps;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #daily: ReturnType<typeof setInterval> | undefined;

  constructor(deps: TrashServiceDeps) {
    this.#deps = deps;
  }

  /** Looks for what has been here too long, soon and then once a day. */
  start(): void {
    this.#daily = setInterval(() => this.#expire(), DAY_MS);
    this.#timer = setTimeout(() => this.#expire(), AFTER_START_MS);
  }

  list({ after }: Input<'trash.list'>): readonly TrashItem[] {
    return this.#deps.trash.list(after);
  }

  /** Everything where it was: in its folder, pinned or archived as before. */
  restore(keys: Input<'trash.restore'>): Restored {
    const { db, conversations, folders, messages, restoreMessage, emit } = this.#deps;
    const restored = db.transaction(() => {
      const chats: string[] = [];
      for (const { kind, id } of keys) {
        if (kind === 'folder') chats.push(...folders.restore(id));
        else if (kind === 'conversation') chats.push(id);
        else restoreMessage({ id, conversationId: messages.find(id)?.conversationId ?? '' });
      }
      conversations.arrange(chats, { deletedAt: null });
      return {
        folders: folders.list(),
        conversations: conversations.some(chats),
      };
    });
    const ids = restored.conversations.map(({ id }) => id);
    emit({ name: 'folders.changed', folders: restored.folders });
    emit({ name: 'conversations.arranged', ids, conversations: restored.conversations });
    return restored;
  }

  erase(keys: Input<'trash.erase'>): void {
    const { db, trash } = this.#deps;
    db.transaction(() => {
      for (const key of keys) trash.doomOne(key);
    });
    this.#eraseOn();
  }

  empty(): void {
    this.#deps.trash.doom(Number.MAX_SAFE_INTEGER);
    this.#eraseOn();
  }

  /** What is not erased by now is at the next start. */
  close(): void {
    clearTimeout(this.#timer);
    clearInterval(this.#daily);
  }

  #expire(): void {
    const { settings, trash, report, now } = this.#deps;
    try {
      const { trashDays } = settings.all();
      if (trashDays !== null) trash.doom(now() - trashDays * DAY_MS);
      this.#eraseOn();
    } catch (thrown) {
      report('the trash', thrown); // tomorrow is another day
    }
  }

  /** Piece by piece, until nothing is left. */
  #eraseOn(): void {
    clearTimeout(this.#timer);
    const next = () => {
      try {
        if (this.#deps.trash.eraseSome(PIECE_MESSAGES)) this.#eraseOn();
      } catch (thrown) {
        this.#deps.report('the trash', thrown);
      }
    };
    this.#timer = setTimeout(next, PIECE_PAUSE_MS);
  }
}
