import type { AppEvent, Input } from '../../shared/contract';
import { AppError, type AppErrorData } from '../../shared/errors';
import type { Folder, Restored } from '../../shared/order';
import { words } from '../../shared/words';
import type { Api } from '../api';
import type { Library } from './library.svelte';

interface FoldersDeps {
  readonly api: Api;
  readonly library: Library;
}

/** The folders, as they stand in the sidebar. */
export class Folders {
  readonly #deps: FoldersDeps;
  #changing = 0;
  list = $state.raw<readonly Folder[]>([]);
  /** The folder whose chats' beginnings are being chosen. */
  choosing = $state<string | null>(null);
  error = $state.raw<AppErrorData | null>(null);

  constructor(deps: FoldersDeps) {
    this.#deps = deps;
  }

  begin(folders: readonly Folder[]): void {
    this.list = folders;
  }

  /** An import may have brought some. */
  receive(event: AppEvent): void {
    // While this window changes something, its own word is the newer.
    if (event.name === 'folders.changed' && this.#changing === 0) this.list = event.folders;
    if (event.name !== 'import.ended') return;
    void this.#try(async () => (this.list = await this.#deps.api.call('folders.list')));
  }

  find(id: string | null | undefined): Folder | undefined {
    return this.list.find((folder) => folder.id === id);
  }

  /** Null where it could not be made. */
  async create(name: string): Promise<Folder | null> {
    let folder: Folder | null = null;
    await this.#try(async () => {
      folder = await this.#deps.api.call('folders.create', { id: crypto.randomUUID(), name });
      this.list = [...this.list, folder];
    });
    return folder;
  }

  /** Shows at once. */
  async change(id: string, changes: Omit<Input<'folders.change'>, 'id'>): Promise<void> {
    const before = this.list;
    const name = changes.name?.trim();
    if (name === '') return;
    const said = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
    this.list = this.list.map((folder) => (folder.id === id ? { ...folder, ...said } : folder));
    await this.#try(
      async () => {
        const now = await this.#deps.api.call('folders.change', { id, ...changes });
        this.list = this.list.map((folder) => (folder.id === id ? now : folder));
      },
      () => (this.list = before),
    );
  }

  /** To the place of another one, or by one place up or down. */
  async move(id: string, to: string | 1 | -1): Promise<void> {
    const before = this.list;
    const from = before.findIndex((folder) => folder.id === id);
    const place = typeof to === 'number' ? from + to : before.findIndex((folder) => folder.id === to);
    const folder = before[from];
    if (!folder || place < 0 || place >= before.length || place === from) return;
    this.list = before.filter((other) => other !== folder).toSpliced(place, 0, folder);
    await this.#try(
      () => this.#deps.api.call('folders.order', { ids: this.list.map((one) => one.id) }),
      () => (this.list = before),
    );
  }

  /** Ids of the chats in it. */
  members(id: string): readonly string[] {
    return this.#deps.library.conversations.filter(({ folderId }) => folderId === id).map((chat) => chat.id);
  }

  /** Into the trash with its chats. */
  async remove(id: string): Promise<void> {
    const { api, library } = this.#deps;
    const before = this.list;
    const folder = this.find(id);
    if (!folder) return;
    const chats = this.members(id).flatMap((chat) => library.find(chat) ?? []);
    this.list = before.filter((other) => other !== folder);
    library.takeOut(chats.map((chat) => chat.id));
    const way = {
      subject: folder.name,
      get text() {
        const { deleted, deletedWithChats } = words.library.folders;
        return chats.length === 0 ? deleted : deletedWithChats;
      },
      back: () => this.#try(async () => this.take(await api.call('trash.restore', [{ kind: 'folder', id }]))),
    };
    library.undo.offer(way);
    await this.#try(
      () => api.call('folders.delete', { id }),
      () => {
        library.undo.forget(way);
        this.list = before;
        library.takeIn(chats);
      },
    );
  }

  /** What has come out of the trash. */
  take({ folders, conversations }: Restored): void {
    this.list = folders;
    this.#deps.library.takeIn(conversations);
  }

  async #try(act: () => Promise<unknown>, undo?: () => void): Promise<void> {
    this.error = null;
    this.#changing += 1;
    try {
      await act();
    } catch (thrown) {
      undo?.();
      this.error = AppError.from(thrown).toData();
    } finally {
      this.#changing -= 1;
    }
  }
}
