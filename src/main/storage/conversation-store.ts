import type { ChatOptions, Conversation } from '../../shared/model';
import type { Database } from './database';

interface Row extends Pick<Conversation, 'id' | 'title' | 'updatedAt' | 'folderId'> {
  readonly pinned: 0 | 1;
  readonly archived: 0 | 1;
}

const columns = `id, title, updated_at AS updatedAt, folder_id AS folderId, pinned_at IS NOT NULL AS pinned,
  archived_at IS NOT NULL AS archived`;
const toConversation = ({ pinned, archived, ...row }: Row): Conversation => ({
  ...row,
  pinned: pinned === 1,
  archived: archived === 1,
});

/** Those that people see: neither in the trash nor still arriving. */
const SEEN = `deleted_at IS NULL AND arriving IS NULL`;

/** What a window of the usual size shows. */
const FIRST = 24;
/** Members of open folders, and pinned ones, that are there from the start. */
const FIRST_OTHERS = 200;
/** Neither process is kept for longer than a part of a frame by so many. */
const PAGE = 1_000;

/** What a conversation begins with. */
type Beginning = Pick<Conversation, 'id' | 'title' | 'updatedAt'> & {
  readonly folderId?: string | null | undefined;
};

/** Where a conversation is put; what is not said stays as it is. */
export interface Arrangement {
  readonly pinnedAt?: number | null;
  readonly archivedAt?: number | null;
  readonly folderId?: string | null;
  readonly deletedAt?: number | null;
}

const places = {
  pinnedAt: 'pinned_at',
  archivedAt: 'archived_at',
  folderId: 'folder_id',
  deletedAt: 'deleted_at',
};

/** Rows of `conversation`. */
export class ConversationStore {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** What is seen first: the newest, the pinned ones, and what is in these folders. */
  first(openFolders: readonly string[]): readonly Conversation[] {
    const rows = this.#db.all<Row>(
      `SELECT * FROM (SELECT ${columns} FROM conversation
         WHERE ${SEEN} AND archived_at IS NULL ORDER BY updated_at DESC, id DESC LIMIT ${FIRST})
       UNION SELECT * FROM (SELECT ${columns} FROM conversation
         WHERE ${SEEN} AND archived_at IS NULL AND pinned_at IS NOT NULL LIMIT ${FIRST_OTHERS})
       UNION SELECT * FROM (SELECT ${columns} FROM conversation
         WHERE ${SEEN} AND archived_at IS NULL AND folder_id IN (SELECT value FROM json_each(:openFolders))
         LIMIT ${FIRST_OTHERS})
       ORDER BY updatedAt DESC, id DESC`,
      { openFolders: JSON.stringify(openFolders) },
    );
    return rows.map(toConversation);
  }

  /** A page of them, newest first, without those in the trash; null is before the newest. */
  list(after: Pick<Conversation, 'id' | 'updatedAt'> | null = null): readonly Conversation[] {
    const { id, updatedAt } = after ?? { id: '', updatedAt: Number.MAX_SAFE_INTEGER };
    const rows = this.#db.all<Row>(
      `SELECT ${columns} FROM conversation
       WHERE ${SEEN} AND (updated_at, id) < (:updatedAt, :id)
       ORDER BY updated_at DESC, id DESC LIMIT ${PAGE}`,
      { id, updatedAt },
    );
    return rows.map(toConversation);
  }

  /** Also one that is in the trash. */
  find(id: string): Conversation | undefined {
    const row = this.#db.get<Row>(`SELECT ${columns} FROM conversation WHERE id = :id`, { id });
    return row && toConversation(row);
  }

  /** Those of these that people see, in any order. */
  some(ids: readonly string[]): readonly Conversation[] {
    const rows = this.#db.all<Row>(
      `SELECT ${columns} FROM conversation WHERE ${SEEN} AND id IN (SELECT value FROM json_each(:ids))`,
      { ids: JSON.stringify(ids) },
    );
    return rows.map(toConversation);
  }

  /**
   * Creates the conversation at its first turn, in a folder where one is named. Each turn after that moves it to the
   * top, also out of the trash and the archive.
   */
  touch({ id, title, updatedAt, folderId = null }: Beginning): void {
    this.#db.run(
      `INSERT INTO conversation (id, title, created_at, updated_at, folder_id)
       VALUES (:id, :title, :updatedAt, :updatedAt, (SELECT id FROM folder WHERE id = :folderId AND deleted_at IS NULL))
       ON CONFLICT (id) DO UPDATE SET updated_at = excluded.updated_at, deleted_at = NULL, archived_at = NULL`,
      { id, title, updatedAt, folderId },
    );
  }

  /** Puts conversations that people see, or that are in the trash, somewhere. */
  arrange(ids: readonly string[], to: Arrangement): void {
    const wanted = Object.entries(places).flatMap(([name, column]) => {
      const value = to[name as keyof Arrangement]; // the names are those of `places`
      return value === undefined ? [] : [{ name, column, value }];
    });
    if (wanted.length === 0) return;
    this.#db.run(
      `UPDATE conversation SET ${wanted.map(({ name, column }) => `${column} = :${name}`).join(', ')}
       WHERE arriving IS NULL AND deleted_at IS NOT 0 AND id IN (SELECT value FROM json_each(:ids))`,
      { ids: JSON.stringify(ids), ...Object.fromEntries(wanted.map(({ name, value }) => [name, value])) },
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
