import type { AppEvent, Input } from '../../shared/contract';
import { AppError } from '../../shared/errors';
import type { Folder } from '../../shared/order';
import type { Database } from '../storage/database';
import type { FolderStore } from '../storage/folder-store';

export interface FolderServiceDeps {
  readonly db: Database;
  readonly folders: FolderStore;
  readonly stopTurns: (conversationId: string) => void;
  readonly emit: (event: AppEvent) => void;
  readonly now: () => number;
}

/** The folders, and what a chat in each of them begins with. */
export class FolderService {
  readonly #deps: FolderServiceDeps;

  constructor(deps: FolderServiceDeps) {
    this.#deps = deps;
  }

  /** As they stand in the sidebar. */
  list(): readonly Folder[] {
    return this.#deps.folders.list();
  }

  create({ id, name }: Input<'folders.create'>): Folder {
    this.#deps.folders.create({ id, name, at: this.#deps.now() });
    this.#changed();
    return this.#find(id);
  }

  change({ id, ...changes }: Input<'folders.change'>): Folder {
    const said = Object.entries(changes).filter(([, value]) => value !== undefined);
    const folder: Folder = { ...this.#find(id), ...Object.fromEntries(said) };
    this.#deps.folders.put(folder);
    this.#changed();
    return folder;
  }

  order({ ids }: Input<'folders.order'>): void {
    this.#deps.db.transaction(() => this.#deps.folders.order(ids));
    this.#changed();
  }

  /** Into the trash, with the chats in it. */
  delete(id: string): void {
    const { folders, stopTurns, emit, now } = this.#deps;
    this.#find(id);
    const ids = folders.members(id);
    for (const chat of ids) stopTurns(chat);
    folders.delete(id, now());
    if (ids.length > 0) emit({ name: 'conversations.arranged', ids, conversations: [] });
    this.#changed();
  }

  #changed(): void {
    this.#deps.emit({ name: 'folders.changed', folders: this.list() });
  }

  #find(id: string): Folder {
    const folder = this.#deps.folders.find(id);
    if (folder) return folder;
    throw new AppError('NOT_FOUND', 'There is no such folder.');
  }
}
