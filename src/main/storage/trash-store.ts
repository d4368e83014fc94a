import type { TrashItem, TrashKey } from '../../shared/order';
import type { Database } from './database';

interface Row extends TrashKey, Pick<TrashItem, 'title' | 'deletedAt' | 'chats'> {
  readonly fromId: string | null;
  readonly fromTitle: string | null;
}

/** As much of a message as a line of a list shows. */
const WORDS = 200;
const PAGE = 500;

/** A message and all that follows it. */
const BELOW = `WITH RECURSIVE below (id, seq) AS (
  SELECT id, seq FROM message WHERE id = :id
  UNION ALL
  SELECT message.id, message.seq FROM message JOIN below ON message.parent_id = below.id
)`;

/**
 * What is in the trash, across the tables: `deleted_at` says since when.
 *
 * What is doomed has a `deleted_at` of 0: nobody sees it or can have it back, and it waits to be taken off the disk.
 */
export class TrashStore {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** A page, newest first: chats that did not go with their folder, and messages whose chat is not in the trash. */
  list(after: number): readonly TrashItem[] {
    const rows = this.#db.all<Row>(
      `SELECT 'conversation' AS kind, id, title, deleted_at AS deletedAt, 0 AS chats, NULL AS fromId, NULL AS fromTitle
       FROM conversation WHERE deleted_at > 0 AND arriving IS NULL AND NOT EXISTS (
         SELECT 1 FROM folder WHERE folder.id = folder_id AND folder.deleted_at = conversation.deleted_at)
       UNION ALL
       SELECT 'folder', id, name, deleted_at, (SELECT count(*) FROM conversation
         WHERE folder_id = folder.id AND conversation.deleted_at = folder.deleted_at), NULL, NULL
       FROM folder WHERE deleted_at > 0
       UNION ALL
       SELECT 'message', message.id, substr(text, 1, ${WORDS}), message.deleted_at, 0, conversation.id, title
       FROM message JOIN conversation ON conversation.id = conversation_id
       WHERE message.deleted_at > 0 AND conversation.deleted_at IS NULL AND arriving IS NULL
       ORDER BY deletedAt DESC, kind, id LIMIT ${PAGE} OFFSET :after`,
      { after },
    );
    return rows.map(({ fromId, fromTitle, ...row }) => ({
      ...row,
      from: fromId === null ? null : { id: fromId, title: fromTitle ?? '' },
    }));
  }

  /** What has been here since then or longer is doomed, and all of it where that is now. */
  doom(until: number): void {
    this.#db.transaction(() => {
      for (const table of ['conversation', 'message', 'folder']) {
        this.#db.run(`UPDATE ${table} SET deleted_at = 0 WHERE deleted_at > 0 AND deleted_at <= :until`, {
          until,
        });
      }
    });
  }

  doomOne({ kind, id }: TrashKey): void {
    if (kind === 'folder') {
      this.#db.run(
        `UPDATE conversation SET deleted_at = 0
         WHERE folder_id = :id AND deleted_at = (SELECT deleted_at FROM folder WHERE id = :id)`,
        { id },
      );
    }
    this.#db.run(`UPDATE ${kind} SET deleted_at = 0 WHERE id = :id AND deleted_at > 0`, { id });
  }

  /**
   * Takes up to so many messages of what is doomed off the disk, or what they belonged to; false where there is nothing
   * left to take.
   *
   * The last ones first: with a message SQLite would erase what follows it, and gives up where that is a thousand deep.
   */
  eraseSome(most: number): boolean {
    return this.#db.transaction(() => {
      const chat = this.#db.get<{ id: string }>(`SELECT id FROM conversation WHERE deleted_at = 0 LIMIT 1`);
      if (chat) return this.#eraseChat(chat.id, most);
      const branch = this.#db.get<{ id: string }>(`SELECT id FROM message WHERE deleted_at = 0 LIMIT 1`);
      if (branch) return this.#eraseMessages(`${BELOW} SELECT seq FROM below`, branch.id, most) > 0;
      return this.#db.run(`DELETE FROM folder WHERE deleted_at = 0`) > 0;
    });
  }

  #eraseChat(id: string, most: number): boolean {
    this.#db.run(`UPDATE conversation SET leaf_id = NULL WHERE id = :id AND leaf_id IS NOT NULL`, { id });
    if (this.#eraseMessages(`SELECT seq FROM message WHERE conversation_id = :id`, id, most) > 0) return true;
    this.#db.run(`DELETE FROM draft WHERE conversation_id = :id`, { id });
    this.#db.run(`DELETE FROM conversation WHERE id = :id`, { id });
    return true;
  }

  #eraseMessages(which: string, id: string, most: number): number {
    const last = this.#db.all<{ seq: number }>(`${which} ORDER BY seq DESC LIMIT :most`, { id, most });
    const seqs = JSON.stringify(last.map(({ seq }) => seq));
    const chosen = `SELECT value FROM json_each(:seqs)`;
    this.#db.run(
      `UPDATE conversation SET leaf_id = NULL
       WHERE leaf_id IN (SELECT id FROM message WHERE seq IN (${chosen}))`,
      { seqs },
    );
    return this.#db.run(`DELETE FROM message WHERE seq IN (${chosen})`, { seqs });
  }
}
