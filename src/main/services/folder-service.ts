import type { Input } from '../../shared/contract';
import { AppError } from '../../shared/errors';
import type { Folder } from '../../shared/order';
import type { Database } from '../storage/database';
import type { FolderStore } from '../storage/folder-store';

export interface FolderServiceDeps {
  readonly db: Database;
  readonly folders: FolderStore;
  readonly stopTurns: (conversationId: string) => void;
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
    return this.#find(id);
  }

  change({ id, ...changes }: Input<'folders.change'>): Folder {
    const said = Object.entries(changes).filter(([, value]) => value !== undefined);
    const folder: Folder = { ...this.#find(id), ...Object.fromEntries(said) };
    this.#deps.folders.put(folder);
    return folder;
  }

  order({ ids }: Input<'folders.order'>): void {
    this.#deps.db.transaction(() => this.#deps.folders.order(ids));
  }

  /** Into the trash, with the chats in it. */
  delete(id: string): void {
    const { folders, stopTurns, now } = this.#deps;
    this.#find(id);
    for (const chat of folders.members(id)) stopTurns(chat);
    folders.delete(id, now());
  }

  #find(id: string): Folder {
    const folder = this.#deps.folders.find(id);
    if (folder) return folder;
    throw new AppError('NOT_FOUND', 'There is no such folder.');
  }
}
