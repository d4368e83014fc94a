import type { MessageStatus, Role } from '../../shared/model';
import type { Database, Value } from './database';

/** A row of `message`; what is JSON in it is text. */
export interface KeptMessage {
  readonly id: string;
  readonly parentId: string | null;
  readonly role: Role;
  readonly text: string;
  readonly status: Exclude<MessageStatus, 'streaming'>;
  readonly model: string | null;
  readonly output: string | null;
  readonly response: string | null;
  readonly error: string | null;
  readonly parts: string | null;
  readonly compacted: string | null;
  readonly leftOut: string | null;
  readonly createdAt: number;
}

/** A row of `conversation`, without the end of its shown branch. */
export interface KeptConversation {
  readonly id: string;
  readonly title: string;
  readonly titledBy: string;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly pinnedAt: number | null;
  readonly archivedAt: number | null;
  readonly instructions: string | null;
  readonly effort: string | null;
  readonly verbosity: string | null;
}

export interface KeptFolder {
  readonly id: string;
  readonly name: string;
  readonly colour: string | null;
  readonly model: string | null;
  readonly instructions: string | null;
  readonly createdAt: number;
}

/** What the library has of a conversation that arrives. */
export interface Present {
  /** It is one that this import has brought itself. */
  readonly arriving: boolean;
  readonly leafId: string | null;
  readonly messages: ReadonlySet<string>;
}

const messageColumns = `id, conversation_id, parent_id, role, text, status, model, output, response, error, created_at,
  parts, compacted, left_out`;
const receiptColumns = [
  'id',
  'at',
  'kind',
  'outcome',
  'conversation_id',
  'message_id',
  'account_id',
  'account_name',
  'asked',
  'model',
  'tier',
  'input',
  'cached',
  'cache_written',
  'output',
  'reasoning',
  'tools',
  'tool_micros',
  'micros',
  'prices',
  'estimated',
];

/** How many rows are thrown away at once: a few milliseconds. */
const PIECE = 250;

/** Rows that are arriving: seen by nobody until they have all come. */
export class ArrivalStore {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** Several rows in one step. */
  together<T>(work: () => T): T {
    return this.#db.transaction(work);
  }

  /** What is there of a conversation already, in the trash or not. */
  present(id: string): Present | null {
    const row = this.#db.get<{ arriving: string | null; leafId: string | null }>(
      `SELECT arriving, leaf_id AS leafId FROM conversation WHERE id = :id`,
      { id },
    );
    if (!row) return null;
    const rows = this.#db.all<{ id: string }>(
      `SELECT id FROM message WHERE conversation_id = :id
       UNION ALL SELECT id FROM arriving_message WHERE conversation_id = :id`,
      { id },
    );
    return {
      arriving: row.arriving !== null,
      leafId: row.leafId,
      messages: new Set(rows.map((found) => found.id)),
    };
  }

  /** The first of these messages that belongs to another conversation. */
  elsewhere(conversationId: string, ids: readonly string[]): string | null {
    return (
      this.#db.get<{ id: string }>(
        `SELECT message.id FROM json_each(:ids) JOIN message ON message.id = value
         WHERE conversation_id <> :conversationId LIMIT 1`,
        { conversationId, ids: JSON.stringify(ids) },
      )?.id ?? null
    );
  }

  /** A conversation that is new, hidden. */
  addConversation(importId: string, conversation: KeptConversation): void {
    const { id, title, titledBy, createdAt, updatedAt, pinnedAt, archivedAt } = conversation;
    const { instructions, effort, verbosity } = conversation;
    this.#db.run(
      `INSERT INTO conversation (id, title, titled_by, created_at, updated_at, pinned_at, archived_at, instructions,
         effort, verbosity, arriving)
       VALUES (:id, :title, :titledBy, :createdAt, :updatedAt, :pinnedAt, :archivedAt, :instructions,
         :effort, :verbosity, :importId)`,
      {
        ...{ id, title, titledBy, createdAt, updatedAt, pinnedAt, archivedAt },
        ...{ instructions, effort, verbosity, importId },
      },
    );
  }

  /** A message of a conversation that is hidden. */
  addMessage(conversationId: string, message: KeptMessage): void {
    this.#insert('message', conversationId, message);
  }

  /** A message for a conversation that can be seen. */
  stageMessage(conversationId: string, message: KeptMessage): void {
    this.#insert('arriving_message', conversationId, message);
  }

  /** The end of the branch that a hidden conversation will show. */
  setEnd(id: string, leafId: string | null, updatedAt: number): void {
    this.#db.run(
      `UPDATE conversation SET leaf_id = coalesce(:leafId, leaf_id), updated_at = max(:updatedAt, updated_at)
       WHERE id = :id`,
      { id, leafId, updatedAt },
    );
  }

  /** What becomes of a conversation when everything has come. */
  stageChange(change: {
    id: string;
    leafId: string | null;
    updatedAt: number;
    folderId: string | null;
  }): void {
    this.#db.run(
      `INSERT INTO arriving_change (conversation_id, leaf_id, updated_at, folder_id)
       VALUES (:id, :leafId, :updatedAt, :folderId)
       ON CONFLICT (conversation_id) DO UPDATE SET leaf_id = coalesce(excluded.leaf_id, leaf_id),
         updated_at = max(excluded.updated_at, updated_at), folder_id = coalesce(folder_id, excluded.folder_id)`,
      change,
    );
  }

  stageFolder({ id, name, colour, model, instructions, createdAt }: KeptFolder): void {
    this.#db.run(
      `INSERT INTO arriving_folder (id, name, colour, model, instructions, created_at)
       VALUES (:id, :name, :colour, :model, :instructions, :createdAt) ON CONFLICT (id) DO NOTHING`,
      { id, name, colour, model, instructions, createdAt },
    );
  }

  /** A receipt, by the names of its columns. */
  stageReceipt(receipt: Readonly<Record<string, Value>>): void {
    this.#db.run(`INSERT INTO arriving_receipt (receipt) VALUES (:receipt)`, {
      receipt: JSON.stringify(receipt),
    });
  }

  /** Everything that has come can be seen, in one step. */
  land(importId: string): void {
    this.#db.transaction(() => {
      this.#db.exec(
        `INSERT OR IGNORE INTO folder (id, name, colour, position, model, instructions, created_at)
           SELECT id, name, colour, coalesce((SELECT max(position) FROM folder), 0) + seq, model, instructions,
             created_at FROM arriving_folder ORDER BY seq;
         INSERT OR IGNORE INTO message (${messageColumns}) SELECT ${messageColumns} FROM arriving_message
           WHERE conversation_id IN (SELECT id FROM conversation) ORDER BY seq;
         UPDATE conversation SET leaf_id = coalesce(change.leaf_id, conversation.leaf_id),
             updated_at = max(change.updated_at, conversation.updated_at),
             folder_id = CASE WHEN arriving IS NULL THEN conversation.folder_id ELSE
               (SELECT id FROM folder WHERE id = change.folder_id) END
           FROM arriving_change AS change WHERE change.conversation_id = conversation.id;
         INSERT OR IGNORE INTO receipt (${receiptColumns.join(', ')})
           SELECT ${receiptColumns.map((name) => `receipt ->> '${name}'`).join(', ')} FROM arriving_receipt ORDER BY seq;`,
      );
      this.#db.run(`UPDATE conversation SET arriving = NULL WHERE arriving = :importId`, { importId });
      for (const table of stages) this.#db.run(`DELETE FROM ${table}`);
    });
  }

  /** Whether an import that did not come to its end has left something. */
  get remains(): boolean {
    const left = [
      ...stages.map((table) => `SELECT 1 FROM ${table}`),
      `SELECT 1 FROM conversation WHERE arriving IS NOT NULL`,
    ];
    return (
      this.#db.get(left.map((select) => `SELECT * FROM (${select} LIMIT 1)`).join(' UNION ALL ')) !==
      undefined
    );
  }

  /**
   * Throws away a piece of what has not come to its end. False when there is nothing left.
   *
   * From the last message to the first: deleting one with all that follows it would go down further than SQLite may.
   */
  clear(): boolean {
    let cleared = 0;
    this.#db.transaction(() => {
      const hidden = this.#db.get<{ id: string }>(
        `SELECT id FROM conversation WHERE arriving IS NOT NULL LIMIT 1`,
      );
      if (hidden) cleared = this.#clearConversation(hidden.id);
      for (const table of stages) if (cleared === 0) cleared = this.#db.run(pieceOf(table));
    });
    return cleared > 0;
  }

  #clearConversation(id: string): number {
    this.#db.run(`UPDATE conversation SET leaf_id = NULL WHERE id = :id AND leaf_id IS NOT NULL`, { id });
    const last = this.#db.all<{ seq: number }>(
      `SELECT seq FROM message WHERE conversation_id = :id ORDER BY seq DESC LIMIT ${PIECE}`,
      { id },
    );
    for (const { seq } of last) this.#db.run(`DELETE FROM message WHERE seq = :seq`, { seq });
    if (last.length === PIECE) return PIECE;
    return last.length + this.#db.run(`DELETE FROM conversation WHERE id = :id`, { id });
  }

  #insert(table: 'message' | 'arriving_message', conversationId: string, message: KeptMessage): void {
    const { id, parentId, role, text, status, model, createdAt } = message;
    const { output, response, error, parts, compacted, leftOut } = message;
    this.#db.run(
      `INSERT INTO ${table} (${messageColumns}) VALUES (:id, :conversationId, :parentId, :role, :text, :status,
         :model, :output, :response, :error, :createdAt, :parts, :compacted, :leftOut)`,
      {
        ...{ id, conversationId, parentId, role, text, status, model, createdAt },
        ...{ output, response, error, parts, compacted, leftOut },
      },
    );
  }
}

const stages = ['arriving_message', 'arriving_change', 'arriving_folder', 'arriving_receipt'] as const;

/** A table of changes has no numbers of its own. */
function pieceOf(table: (typeof stages)[number]): string {
  const key = table === 'arriving_change' ? 'conversation_id' : 'seq';
  return `DELETE FROM ${table} WHERE ${key} IN (SELECT ${key} FROM ${table} LIMIT ${PIECE})`;
}
