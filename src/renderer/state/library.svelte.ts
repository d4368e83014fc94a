import type { AppEvent } from '../../shared/contract';
import { AppError, type AppErrorData } from '../../shared/errors';
import type { Conversation } from '../../shared/model';
import type { Api } from '../api';

/** There is none after it. */
const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** All conversations, newest first. */
export class Library {
  readonly #api: Api;
  conversations = $state.raw<readonly Conversation[]>([]);
  /** Deleted a moment ago; the last one can be taken back until it is forgotten. */
  removed = $state.raw<Conversation | null>(null);
  error = $state.raw<AppErrorData | null>(null);
  /** Whether there are older ones that were not listed yet. */
  more = $state(false);
  /** A page of them could not be listed; only the user asks for it again. */
  stalled = $state(false);
  /** All that were deleted: a late event must not bring one back. */
  #gone: readonly string[] = [];

  constructor(api: Api) {
    this.#api = api;
  }

  begin(conversations: readonly Conversation[]): void {
    this.conversations = conversations.toSorted(newestFirst);
    this.more = conversations.length > 0;
  }

  /** Lists them anew, from the first on. */
  async relist(): Promise<void> {
    await this.#try(async () => {
      const newest = { id: LAST_ID, updatedAt: Number.MAX_SAFE_INTEGER };
      this.begin(await this.#api.call('conversations.list', { before: newest }));
    });
  }

  /** Lists the next page of older ones. */
  async listMore(): Promise<void> {
    const last = this.conversations.at(-1);
    if (!last || !(this.more || this.stalled)) return;
    this.more = false; // one page at a time
    this.stalled = false;
    const list = async () => {
      const { id, updatedAt } = last;
      const page = await this.#api.call('conversations.list', { before: { id, updatedAt } });
      const older = page.filter((conversation) => !this.find(conversation.id));
      this.conversations = [...this.conversations, ...older];
      this.more = older.length > 0;
    };
    await this.#try(list, () => (this.stalled = true));
  }

  find(id: string): Conversation | undefined {
    return this.conversations.find((conversation) => conversation.id === id);
  }

  async rename(id: string, title: string): Promise<void> {
    const before = this.find(id);
    const wanted = title.trim();
    if (!before || wanted === '' || wanted === before.title) return;
    this.#put({ ...before, title: wanted });
    await this.#try(
      () => this.#api.call('conversations.rename', { id, title: wanted }),
      () => this.#put({ ...(this.find(id) ?? before), title: before.title }),
    );
  }

  /** A chat of its own that begins with everything down to a message; null where it could not be made. */
  async fork(id: string, messageId: string): Promise<Conversation | null> {
    let fork: Conversation | null = null;
    await this.#try(async () => {
      fork = await this.#api.call('conversations.fork', { id, messageId, forkId: crypto.randomUUID() });
      this.#put(fork);
    });
    return fork;
  }

  async remove(id: string): Promise<void> {
    const conversation = this.find(id);
    if (!conversation) return;
    this.#gone = [...this.#gone, id];
    this.conversations = this.conversations.filter((other) => other.id !== id);
    this.removed = conversation;
    await this.#try(
      () => this.#api.call('conversations.delete', { id }),
      () => this.#takeBack(conversation),
    );
  }

  async restore(id: string): Promise<void> {
    await this.#try(async () => this.#takeBack(await this.#api.call('conversations.restore', { id })));
  }

  /** The time to take it back is over. */
  forget(id: string): void {
    if (this.removed?.id === id) this.removed = null;
  }

  receive(event: AppEvent): void {
    if (event.name === 'import.ended') return void this.relist();
    if (event.name !== 'conversation.changed' || this.#gone.includes(event.conversation.id)) return;
    this.#put(event.conversation);
  }

  #takeBack(conversation: Conversation): void {
    this.#gone = this.#gone.filter((id) => id !== conversation.id);
    this.forget(conversation.id);
    this.#put(conversation);
  }

  #put(conversation: Conversation): void {
    const others = this.conversations.filter(({ id }) => id !== conversation.id);
    this.conversations = [conversation, ...others].sort(newestFirst);
  }

  async #try(act: () => Promise<void>, undo?: () => void): Promise<void> {
    this.error = null;
    try {
      await act();
    } catch (thrown) {
      undo?.();
      this.error = AppError.from(thrown).toData();
    }
  }
}

function newestFirst(one: Conversation, other: Conversation): number {
  return other.updatedAt - one.updatedAt;
}
