import type { Conversation } from '../../shared/model';
import type { Database } from './database';

const columns = `id, title, updated_at AS updatedAt`;

/** What a window of the usual size shows; the next page is listed once it has been painted. */
const PAGE = 24;

/** Rows of `conversation`. */
export class ConversationStore {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** A page of them, newest first, without those in the trash. */
  list(
    before: Pick<Conversation, 'id' | 'updatedAt'> = { id: '', updatedAt: Number.MAX_SAFE_INTEGER },
  ): readonly Conversation[] {
    const { id, updatedAt } = before;
    return this.#db.all<Conversation>(
      `SELECT ${columns} FROM conversation
       WHERE deleted_at IS NULL AND (updated_at, id) < (:updatedAt, :id)
       ORDER BY updated_at DESC, id DESC LIMIT ${PAGE}`,
      { id, updatedAt },
    );
  }

  /** Also one that is in the trash. */
  find(id: string): Conversation | undefined {
    return this.#db.get<Conversation>(`SELECT ${columns} FROM conversation WHERE id = :id`, { id });
  }

  /** Creates the conversation at its first turn; each one after that moves it to the top, also out of the trash. */
  touch({ id, title, updatedAt }: Conversation): void {
    this.#db.run(
      `INSERT INTO conversation (id, title, created_at, updated_at)
       VALUES (:id, :title, :updatedAt, :updatedAt)
       ON CONFLICT (id) DO UPDATE SET updated_at = excluded.updated_at, deleted_at = NULL`,
      { id, title, updatedAt },
    );
  }

  rename(id: string, title: string): boolean {
    return this.#db.run(`UPDATE conversation SET title = :title WHERE id = :id`, { id, title }) === 1;
  }

  /** Into the trash, or with null out of it. */
  setDeleted(id: string, deletedAt: number | null): boolean {
    return (
      this.#db.run(`UPDATE conversation SET deleted_at = :deletedAt WHERE id = :id`, { id, deletedAt }) === 1
    );
  }

  /** The last message of the shown branch. */
  leaf(id: string): string | null {
    return (
      this.#db.get<{ leafId: string | null }>(`SELECT leaf_id AS leafId FROM conversation WHERE id = :id`, {
        id,
      })?.leafId ?? null
    );
  }

  setLeaf(id: string, leafId: string): void {
    this.#db.run(`UPDATE conversation SET leaf_id = :leafId WHERE id = :id`, { id, leafId });
  }
}
