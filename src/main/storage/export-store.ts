import type { MessageStatus, Role } from '../../shared/model';
import type { Part } from '../../shared/parts';
import type { Database } from './database';
import { grown, type Growth, json, read, textOf, WORDS } from './message-row';

/** Which conversations: these, or all. Never one in the trash, nor one that is still arriving. */
export type Wanted = readonly string[] | 'all';

export interface ChatRow {
  readonly id: string;
  readonly title: string;
  readonly titledBy: 'question' | 'model' | 'user';
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly pinnedAt: number | null;
  readonly archivedAt: number | null;
  readonly folderId: string | null;
  readonly leafId: string | null;
  readonly instructions: string | null;
  readonly effort: string | null;
  readonly verbosity: string | null;
}

export interface FolderRow {
  readonly id: string;
  readonly name: string;
  readonly colour: string | null;
  readonly model: string | null;
  readonly instructions: string | null;
  readonly createdAt: number;
}

/** A message as it is stored: what is JSON is text, and null where there is nothing. */
export interface MessageText {
  readonly id: string;
  readonly parentId: string | null;
  readonly role: Role;
  readonly text: string;
  /** One that is being written counts as interrupted. */
  readonly status: Exclude<MessageStatus, 'streaming'>;
  readonly model: string | null;
  readonly createdAt: number;
  readonly parts: string | null;
  readonly output: string | null;
  readonly response: string | null;
  readonly error: string | null;
  readonly compacted: string | null;
  readonly leftOut: string | null;
}

/** Where a message stands in the tree of its conversation. `seq` is its number. */
export interface Node {
  readonly seq: number;
  readonly parent: number | null;
  readonly id: string;
}

/** So many messages are in memory at once; each may hold pictures. */
const PAGE = 32;

const WANTED = `deleted_at IS NULL AND arriving IS NULL AND (:all OR id IN (SELECT value FROM json_each(:ids)))`;

/** A folder in the trash is none. */
const FOLDER = `(SELECT folder.id FROM folder WHERE folder.id = conversation.folder_id AND folder.deleted_at IS NULL)`;

/** Reads conversations whole, for a file. */
export class ExportStore {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** Everything that is read in `work` is of one moment, whatever is written meanwhile. */
  async atOnce<T>(work: () => Promise<T>): Promise<T> {
    this.#db.exec('BEGIN');
    try {
      return await work();
    } finally {
      this.#db.exec('COMMIT');
    }
  }

  /** The one that was used last comes first. */
  chats(wanted: Wanted): readonly ChatRow[] {
    return this.#db.all<ChatRow>(
      `SELECT id, title, titled_by AS titledBy, created_at AS createdAt, updated_at AS updatedAt, pinned_at AS pinnedAt,
         archived_at AS archivedAt, ${FOLDER} AS folderId, leaf_id AS leafId, instructions, effort, verbosity
       FROM conversation WHERE ${WANTED} ORDER BY updated_at DESC, id DESC`,
      params(wanted),
    );
  }

  /** Those that the wanted conversations lie in; of all, all. */
  folders(wanted: Wanted): readonly FolderRow[] {
    return this.#db.all<FolderRow>(
      `SELECT id, name, colour, model, instructions, created_at AS createdAt FROM folder
       WHERE deleted_at IS NULL AND (:all OR id IN (SELECT folder_id FROM conversation WHERE ${WANTED}))
       ORDER BY position, id`,
      params(wanted),
    );
  }

  /** How many messages that is: of all branches, or of the shown ones. */
  countMessages(wanted: Wanted, branches: boolean): number {
    const chat = `chat AS (SELECT id, leaf_id FROM conversation WHERE ${WANTED})`;
    const shown = `WITH RECURSIVE ${chat}, path (parent_id) AS (
        SELECT parent_id FROM message WHERE id IN (SELECT leaf_id FROM chat)
        UNION ALL
        SELECT message.parent_id FROM message JOIN path ON message.id = path.parent_id
      ) SELECT count(*) AS messages FROM path`;
    // What is in the trash takes along what follows it.
    const all = `WITH RECURSIVE ${chat}, gone (id) AS (
        SELECT id FROM message WHERE deleted_at IS NOT NULL AND conversation_id IN (SELECT id FROM chat)
        UNION
        SELECT message.id FROM message JOIN gone ON message.parent_id = gone.id
      ) SELECT (SELECT count(*) FROM message WHERE conversation_id IN (SELECT id FROM chat))
        - (SELECT count(*) FROM gone) AS messages`;
    return this.#db.get<{ messages: number }>(branches ? all : shown, params(wanted))?.messages ?? 0;
  }

  /** The messages of a conversation that are in no trash, without what they say. A parent comes before its children. */
  nodes(conversationId: string): readonly Node[] {
    return this.#db.all<Node>(
      `WITH RECURSIVE live (seq, parent, id) AS (
         SELECT seq, NULL, id FROM message
         WHERE conversation_id = :conversationId AND parent_id IS NULL AND deleted_at IS NULL
         UNION ALL
         SELECT message.seq, live.seq, message.id FROM message JOIN live ON message.parent_id = live.id
         WHERE message.deleted_at IS NULL
       ) SELECT seq, parent, id FROM live ORDER BY seq`,
      { conversationId },
    );
  }

  /** Messages by their numbers, in that order, a few at a time. */
  *messages(seqs: readonly number[]): Generator<MessageText> {
    for (let from = 0; from < seqs.length; from += PAGE) {
      const rows = this.#db.all<Omit<MessageText, 'status'> & { seq: number; status: MessageStatus }>(
        `SELECT seq, id, parent_id AS parentId, role, ${textOf}, status, model, created_at AS createdAt, parts, output,
           response, error, compacted, left_out AS leftOut
         FROM message WHERE seq IN (SELECT value FROM json_each(:seqs))`,
        { seqs: JSON.stringify(seqs.slice(from, from + PAGE)) },
      );
      const bySeq = new Map(rows.map(({ seq, ...row }) => [seq, row]));
      for (const seq of seqs.slice(from, from + PAGE)) {
        const row = bySeq.get(seq);
        if (row) yield this.#ended(row);
      }
    }
  }

  #ended({ status, ...row }: Omit<MessageText, 'status'> & { status: MessageStatus }): MessageText {
    if (status !== 'streaming') return { ...row, status };
    const growth = this.#db.all<Growth>(
      `SELECT part, at, text FROM growth WHERE message_id = :id AND part <> ${WORDS} ORDER BY part, at`,
      { id: row.id },
    );
    const parts = grown(read<Part[]>(row.parts) ?? [], growth);
    return { ...row, status: 'interrupted', parts: parts.length === 0 ? null : json(parts) };
  }
}

function params(wanted: Wanted): { all: number; ids: string } {
  return { all: wanted === 'all' ? 1 : 0, ids: JSON.stringify(wanted === 'all' ? [] : wanted) };
}
