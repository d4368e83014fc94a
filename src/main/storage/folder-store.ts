import type { Folder } from '../../shared/order';
import type { Database } from './database';

const columns = `id, name, colour, account_id AS accountId, model, instructions`;

/** Rows of `folder`. */
export class FolderStore {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** As they stand in the sidebar, without those in the trash. */
  list(): readonly Folder[] {
    return this.#db.all<Folder>(
      `SELECT ${columns} FROM folder WHERE deleted_at IS NULL ORDER BY position, created_at, id`,
    );
  }

  /** Not one that is in the trash. */
  find(id: string): Folder | undefined {
    return this.#db.get<Folder>(`SELECT ${columns} FROM folder WHERE id = :id AND deleted_at IS NULL`, {
      id,
    });
  }

  /** Below those that are there. */
  create({ id, name, at }: Pick<Folder, 'id' | 'name'> & { readonly at: number }): void {
    this.#db.run(
      `INSERT INTO folder (id, name, position, created_at)
       VALUES (:id, :name, (SELECT coalesce(max(position), 0) + 1 FROM folder), :at)`,
      { id, name, at },
    );
  }

  put({ id, name, colour, accountId, model, instructions }: Folder): void {
    this.#db.run(
      `UPDATE folder SET name = :name, colour = :colour, account_id = :accountId, model = :model,
         instructions = :instructions WHERE id = :id`,
      { id, name, colour, accountId, model, instructions },
    );
  }

  /** These from the top; those that are not named come after them. */
  order(ids: readonly string[]): void {
    this.#db.run(
      `UPDATE folder SET position = coalesce(
         (SELECT key + 1 FROM json_each(:ids) WHERE value = folder.id), position + :count)`,
      { ids: JSON.stringify(ids), count: ids.length },
    );
  }

  /** Into the trash with the chats in it, or out of it with those that went with it. */
  delete(id: string, deletedAt: number): void {
    this.#db.transaction(() => {
      this.#db.run(
        `UPDATE conversation SET deleted_at = :deletedAt
         WHERE folder_id = :id AND deleted_at IS NULL AND arriving IS NULL`,
        { id, deletedAt },
      );
      this.#db.run(`UPDATE folder SET deleted_at = :deletedAt WHERE id = :id`, { id, deletedAt });
    });
  }

  /** Ids of the chats that come out with it. */
  restore(id: string): readonly string[] {
    return this.#db.transaction(() => {
      const members = this.members(id);
      this.#db.run(
        `UPDATE conversation SET deleted_at = NULL WHERE id IN (SELECT value FROM json_each(:members))`,
        { members: JSON.stringify(members) },
      );
      this.#db.run(`UPDATE folder SET deleted_at = NULL WHERE id = :id AND deleted_at > 0`, { id });
      return members;
    });
  }

  /** The chats that are where it is: seen, or in the trash because it is. */
  members(id: string): readonly string[] {
    return this.#db
      .all<{ id: string }>(
        `SELECT conversation.id FROM conversation JOIN folder ON folder.id = folder_id
         WHERE folder_id = :id AND conversation.deleted_at IS folder.deleted_at AND arriving IS NULL`,
        { id },
      )
      .map((row) => row.id);
  }

  /** What the folder of a conversation tells the model; where none has begun yet, of the folder that it is to begin in. */
  instructions(conversationId: string, beginsIn: string | null): string | null {
    const begun = this.#db.get<{ folderId: string | null }>(
      `SELECT folder_id AS folderId FROM conversation WHERE id = :conversationId`,
      { conversationId },
    );
    const id = begun ? begun.folderId : beginsIn;
    return id === null ? null : (this.find(id)?.instructions ?? null);
  }
}
