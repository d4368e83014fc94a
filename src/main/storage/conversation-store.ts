import type { ChatOptions, Conversation } from '../../shared/model';
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
       WHERE deleted_at IS NULL AND arriving IS NULL AND (updated_at, id) < (:updatedAt, :id)
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

  /** What the user calls it. */
  rename(id: string, title: string): boolean {
    return (
      this.#db.run(`UPDATE conversation SET title = :title, titled_by = 'user' WHERE id = :id`, {
        id,
        title,
      }) === 1
    );
  }

  /** What a model calls it, unless it has been given a name already. */
  suggestTitle(id: string, title: string): boolean {
    return (
      this.#db.run(
        `UPDATE conversation SET title = :title, titled_by = 'model' WHERE id = :id AND titled_by = 'question'`,
        { id, title },
      ) === 1
    );
  }

  /** Its title is the first words of its question. */
  untitled(id: string): boolean {
    return (
      this.#db.get(`SELECT 1 FROM conversation WHERE id = :id AND titled_by = 'question'`, { id }) !==
      undefined
    );
  }

  options(id: string): ChatOptions {
    return (
      this.#db.get<ChatOptions>(
        `SELECT account_id AS accountId, instructions, effort, verbosity FROM conversation WHERE id = :id`,
        { id },
      ) ?? { accountId: null, instructions: null, effort: null, verbosity: null }
    );
  }

  setOptions(id: string, { accountId, instructions, effort, verbosity }: ChatOptions): void {
    this.#db.run(
      `UPDATE conversation SET account_id = :accountId, instructions = :instructions, effort = :effort,
         verbosity = :verbosity WHERE id = :id`,
      { id, accountId, instructions, effort, verbosity },
    );
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

  setLeaf(id: string, leafId: string | null): void {
    this.#db.run(`UPDATE conversation SET leaf_id = :leafId WHERE id = :id`, { id, leafId });
  }
}
