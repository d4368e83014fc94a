import type { AppEvent, Input } from '../../shared/contract';
import { AppError, type AppErrorData } from '../../shared/errors';
import type { Conversation } from '../../shared/model';
import type { Api } from '../api';
import { type Deed, deedWords } from '../lib/arrange-words';
import { byId, idSet } from '../lib/ids';
import { idle } from '../lib/idle';
import { backFrom, placed, type Placing } from './arranging';
import { Undo } from './undo.svelte';

/** Between two pages of the list others have their turn, in milliseconds at most. */
const PAGE_PAUSE_MS = 100;

/** So many chats are arranged in one transaction. */
const PIECE = 1_000;

/** All conversations, newest first. */
export class Library {
  readonly #api: Api;
  readonly #pause: () => Promise<void>;
  conversations = $state.raw<readonly Conversation[]>([]);
  readonly undo = new Undo();
  error = $state.raw<AppErrorData | null>(null);
  /** Every one has been listed. */
  complete = $state(false);
  /** They could not all be listed; only the user asks for it again. */
  stalled = $state(false);
  /** All that were deleted: a late event or page must not bring one back. */
  #gone = idSet();
  readonly #byId = $derived(byId(this.conversations));

  constructor(api: Api, pause = () => idle(PAGE_PAUSE_MS)) {
    this.#api = api;
    this.#pause = pause;
  }

  begin(conversations: readonly Conversation[]): void {
    this.conversations = conversations.toSorted(newestFirst);
  }

  /** Lists all of them, page by page. What is known already stays as it is, unless it has grown since. */
  async listAll(): Promise<void> {
    this.stalled = false;
    const list = async () => {
      let after: Input<'conversations.list'>['after'] = null;
      for (;;) {
        const page: readonly Conversation[] = await this.#api.call('conversations.list', { after });
        const last = page.at(-1);
        if (!last) break;
        after = { id: last.id, updatedAt: last.updatedAt };
        const newer = page.filter(
          ({ id, updatedAt }) => !this.#gone.has(id) && updatedAt > (this.find(id)?.updatedAt ?? -Infinity),
        );
        if (newer.length > 0) this.#put(newer);
        await this.#pause();
      }
      this.complete = true;
    };
    await this.#try(list, () => (this.stalled = true));
  }

  find(id: string): Conversation | undefined {
    return this.#byId.get(id);
  }

  async rename(id: string, title: string): Promise<void> {
    const before = this.find(id);
    const wanted = title.trim();
    if (!before || wanted === '' || wanted === before.title) return;
    this.#put([{ ...before, title: wanted }]);
    await this.#try(
      () => this.#api.call('conversations.rename', { id, title: wanted }),
      () => this.#put([{ ...(this.find(id) ?? before), title: before.title }]),
    );
  }

  /** A chat of its own that begins with everything down to a message; null where it could not be made. */
  async fork(id: string, messageId: string): Promise<Conversation | null> {
    let fork: Conversation | null = null;
    await this.#try(async () => {
      fork = await this.#api.call('conversations.fork', { id, messageId, forkId: crypto.randomUUID() });
      this.#put([fork]);
    });
    return fork;
  }

  async pin(ids: readonly string[], pinned: boolean): Promise<void> {
    await this.#arrange(ids, { pinned });
  }

  async archive(ids: readonly string[], archived = true): Promise<void> {
    await this.#arrange(ids, { archived }, archived ? { done: 'archived' } : undefined);
  }

  /** Into a folder, or out of any. */
  async move(
    ids: readonly string[],
    folder: { readonly id: string; readonly name: string } | null,
  ): Promise<void> {
    const folderId = folder?.id ?? null;
    const elsewhere = ids.filter((id) => this.find(id)?.folderId !== folderId);
    await this.#arrange(elsewhere, { folderId }, { done: 'moved', folder: folder?.name ?? null });
  }

  async remove(ids: readonly string[]): Promise<void> {
    await this.#arrange(ids, { deleted: true }, { done: 'deleted' });
  }

  /** They went with something else. */
  takeOut(ids: readonly string[]): void {
    this.#gone = idSet([...this.#gone, ...ids]);
    const gone = idSet(ids);
    this.conversations = this.conversations.filter(({ id }) => !gone.has(id));
  }

  /** They are there again. */
  takeIn(conversations: readonly Conversation[]): void {
    const back = byId(conversations);
    this.#gone = idSet([...this.#gone].filter((id) => !back.has(id)));
    this.#put(conversations);
  }

  receive(event: AppEvent): void {
    if (event.name === 'import.ended') return void this.listAll();
    if (event.name === 'conversations.arranged') return this.#arranged(event);
    if (event.name !== 'conversation.changed' || this.#gone.has(event.conversation.id)) return;
    this.#put([event.conversation]);
  }

  /** Here or in another window. What this one has not listed yet it leaves for its list. */
  #arranged({ ids, conversations }: Extract<AppEvent, { name: 'conversations.arranged' }>): void {
    const there = idSet(conversations.map(({ id }) => id));
    this.takeOut(ids.filter((id) => !there.has(id)));
    this.takeIn(conversations);
  }

  /** Shows at once, with the way back; and goes back by itself where main refuses it. */
  async #arrange(ids: readonly string[], to: Placing, deed?: Deed): Promise<void> {
    const before = ids.flatMap((id) => this.find(id) ?? []);
    const [first] = before;
    if (!first) return;
    const known = before.map(({ id }) => id);
    if (to.deleted) this.takeOut(known);
    else this.#put(before.map((conversation) => placed(conversation, to)));
    const way = deed && {
      ...(before.length === 1 && { subject: first.title }),
      ...(before.length === 1 && deed.done === 'deleted' && { opens: first.id }),
      get text() {
        return deedWords(before.length, deed);
      },
      back: () => this.#send(backFrom(before, to)),
    };
    if (way) this.undo.offer(way);
    const sent = await this.#sendPieces(known, to);
    if (sent === known.length) return;
    if (way) this.undo.forget(way);
    this.takeIn(before.slice(sent));
  }

  /** Main takes so many without a pause that anyone would feel. Answers how many it has taken. */
  async #sendPieces(ids: readonly string[], to: Placing): Promise<number> {
    for (let at = 0; at < ids.length; at += PIECE) {
      await this.#send([{ ids: ids.slice(at, at + PIECE), ...to }]);
      if (this.error) return at;
    }
    return ids.length;
  }

  async #send(arrangements: readonly Input<'conversations.arrange'>[number][]): Promise<void> {
    await this.#try(async () =>
      this.takeIn(await this.#api.call('conversations.arrange', [...arrangements])),
    );
  }

  #put(conversations: readonly Conversation[]): void {
    const put = byId(conversations);
    const others = this.conversations.filter(({ id }) => !put.has(id));
    this.conversations = [...conversations, ...others].sort(newestFirst);
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
