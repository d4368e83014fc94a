import type { Role } from '../../shared/model';
import type { Database } from './database';

/** A message whose words are to be indexed; null where it is erased. */
interface Due {
  readonly seq: number;
  readonly text: string | null;
}

/** What narrows a search down beside its words. */
export interface Narrowing {
  readonly role: Role | null;
  readonly models: readonly string[];
  /** Null: any folder or none. */
  readonly folderIds: readonly string[] | null;
  readonly code: boolean;
  readonly file: boolean;
  readonly after: number | null;
  readonly before: number | null;
}

/** A message that may be found, without its words. */
export interface Head {
  readonly seq: number;
  readonly id: string;
  readonly conversationId: string;
  readonly role: Role;
  readonly createdAt: number;
}

/** A chat that can be found. */
export interface Findable {
  readonly id: string;
  readonly title: string;
  readonly updatedAt: number;
  readonly folderId: string | null;
}

/** Marks of a fenced block, and of parts and sources that are files. */
const CODE = "(instr(message.text, '```') > 0 OR instr(message.text, '~~~') > 0)";
const FILE = `(parts LIKE '%"kind":"image"%' OR parts LIKE '%"kind":"file"%' OR parts LIKE '%"url":null%')`;

/** Of the index, in one go. */
const MERGED_PAGES = 16;

/** The index of the library's words, and what is found through it. */
export class SearchStore {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** Those that the index does not have as they are, the newest. */
  due(limit: number): readonly Due[] {
    return this.#db.all<Due>(
      `SELECT search_due.seq, CASE status WHEN 'streaming' THEN NULL ELSE text END AS text
       FROM search_due LEFT JOIN message ON message.seq = search_due.seq
       ORDER BY search_due.seq DESC LIMIT :limit`,
      { limit },
    );
  }

  anyDue(): boolean {
    return this.#db.get(`SELECT 1 FROM search_due LIMIT 1`) !== undefined;
  }

  /** Takes messages as they are now; `words` are those of all of them, the longest cut. */
  index(entries: readonly Due[], words: Iterable<string>): void {
    // The index is filled upwards: going down, it would write out each entry alone.
    for (const { seq, text } of entries.toSorted((one, other) => one.seq - other.seq)) {
      this.#db.run(`DELETE FROM search_index WHERE rowid = :seq`, { seq });
      if (text !== null)
        this.#db.run(`INSERT INTO search_index (rowid, text) VALUES (:seq, :text)`, { seq, text });
      this.#db.run(`DELETE FROM search_due WHERE seq = :seq`, { seq });
    }
    for (const word of words) this.#db.run(`INSERT OR IGNORE INTO search_word VALUES (:word)`, { word });
  }

  /** Joins some of the pieces that the index is written in, in a moment. False when they are few already. */
  mergeSome(): boolean {
    const changes = () => this.#db.get<{ count: number }>(`SELECT total_changes() AS count`)?.count ?? 0;
    const before = changes();
    this.#db.run(`INSERT INTO search_index (search_index, rank) VALUES ('merge', ${MERGED_PAGES})`);
    return changes() - before > 1; // the statement itself is one
  }

  /** Words that have this in them, the shortest first. */
  wordsWith(part: string, limit: number): readonly string[] {
    return this.#db
      .all<{ word: string }>(
        `SELECT word FROM search_word WHERE instr(word, :part) > 0 ORDER BY length(word), word LIMIT :limit`,
        { part, limit },
      )
      .map(({ word }) => word);
  }

  /** Words that begin so. */
  wordsBeginning(begin: string, limit: number): readonly string[] {
    return this.#db
      .all<{ word: string }>(
        `SELECT word FROM search_word WHERE word >= :begin AND word < :begin || char(0x10ffff) LIMIT :limit`,
        { begin, limit },
      )
      .map(({ word }) => word);
  }

  /** A page of the messages that the index finds, the newest first. */
  matching(match: string, below: number, limit: number): readonly number[] {
    return this.#seqs(
      `SELECT rowid AS seq FROM search_index WHERE search_index MATCH :match AND rowid < :below
       ORDER BY rowid DESC LIMIT :limit`,
      { match, below, limit },
    );
  }

  /** A page of all messages, the newest first. */
  newest(folderIds: readonly string[] | null, below: number, limit: number): readonly number[] {
    if (folderIds === null)
      return this.#seqs(`SELECT seq FROM message WHERE seq < :below ORDER BY seq DESC LIMIT :limit`, {
        below,
        limit,
      });
    return this.#seqs(
      `SELECT seq FROM message WHERE seq < :below AND conversation_id IN (
         SELECT id FROM conversation WHERE folder_id IN (SELECT value FROM json_each(:folders)))
       ORDER BY seq DESC LIMIT :limit`,
      { folders: JSON.stringify(folderIds), below, limit },
    );
  }

  /** Those of them that may be found and are as asked for, the newest first. */
  heads(seqs: readonly number[], narrowing: Narrowing): readonly Head[] {
    const { role, models, folderIds, code, file, after, before } = narrowing;
    return this.#db.all<Head>(
      `SELECT seq, message.id, conversation_id AS conversationId, role, message.created_at AS createdAt
       FROM message JOIN conversation ON conversation.id = conversation_id
       WHERE seq IN (SELECT value FROM json_each(:seqs)) AND status <> 'streaming'
         AND message.deleted_at IS NULL AND conversation.deleted_at IS NULL AND arriving IS NULL
         ${role === null ? '' : 'AND role = :role'}
         ${models.length === 0 ? '' : `AND NOT EXISTS (SELECT 1 FROM json_each(:models) WHERE instr(lower(coalesce(model, '')), value) = 0)`}
         ${folderIds === null ? '' : 'AND folder_id IN (SELECT value FROM json_each(:folders))'}
         ${after === null ? '' : 'AND message.created_at >= :after'} ${before === null ? '' : 'AND message.created_at < :before'}
         ${code ? `AND ${CODE}` : ''} ${file ? `AND ${FILE}` : ''}
       ORDER BY seq DESC`,
      {
        seqs: JSON.stringify(seqs),
        ...(role !== null && { role }),
        ...(models.length > 0 && { models: JSON.stringify(models) }),
        ...(folderIds !== null && { folders: JSON.stringify(folderIds) }),
        ...(after !== null && { after }),
        ...(before !== null && { before }),
      },
    );
  }

  text(seq: number): string {
    return this.#db.get<{ text: string }>(`SELECT text FROM message WHERE seq = :seq`, { seq })?.text ?? '';
  }

  /** Conversations of which something is in the trash. */
  withTrash(): ReadonlySet<string> {
    const rows = this.#db.all<{ id: string }>(
      // By any other index it would go through all messages.
      `SELECT DISTINCT conversation_id AS id FROM message INDEXED BY message_in_trash WHERE deleted_at IS NOT NULL`,
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** A message that it follows is in the trash. */
  followsTrash(id: string): boolean {
    return (
      this.#db.get(
        `WITH RECURSIVE path (parent_id, deleted_at) AS (
           SELECT parent_id, deleted_at FROM message WHERE id = :id
           UNION ALL
           SELECT message.parent_id, message.deleted_at FROM message JOIN path ON message.id = path.parent_id
         ) SELECT 1 FROM path WHERE deleted_at IS NOT NULL LIMIT 1`,
        { id },
      ) !== undefined
    );
  }

  /** Changes whenever another connection has written. */
  version(): number {
    return this.#db.get<{ data_version: number }>(`PRAGMA data_version`)?.data_version ?? 0;
  }

  /** Every chat that can be found, the newest first. */
  findable(): readonly Findable[] {
    // As one value: ten thousand rows would take three times as long.
    const all = this.#db.get<{ chats: string }>(
      `SELECT json_group_array(json_array(id, title, updated_at, folder_id)) AS chats FROM (
         SELECT id, title, updated_at, folder_id FROM conversation
         WHERE deleted_at IS NULL AND arriving IS NULL ORDER BY updated_at DESC, id DESC)`,
    );
    const rows = JSON.parse(all?.chats ?? '[]') as [string, string, number, string | null][]; // as it was selected
    return rows.map(([id, title, updatedAt, folderId]) => ({ id, title, updatedAt, folderId }));
  }

  folders(): readonly { readonly id: string; readonly name: string }[] {
    return this.#db.all<{ id: string; name: string }>(`SELECT id, name FROM folder WHERE deleted_at IS NULL`);
  }

  #seqs(sql: string, params: Record<string, string | number>): readonly number[] {
    return this.#db.all<{ seq: number }>(sql, params).map(({ seq }) => seq);
  }
}
