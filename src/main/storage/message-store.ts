import type { AppErrorData } from '../../shared/errors';
import type { Message, MessageStatus, Role } from '../../shared/model';
import type { Part } from '../../shared/parts';
import type { Database, Value } from './database';
import { columns, json, read, textOf, toMessage, WORDS, type Growth, type Row } from './message-row';

/** What a later request needs of an earlier message. */
export interface PastMessage {
  /** Of one that is stored: it does not change any more. */
  readonly id?: string;
  readonly role: Role;
  readonly text: string;
  /** The answer's items exactly as received, if it was completed. */
  readonly output: readonly unknown[] | null;
  /** Items that stand for everything down to and including this message. */
  readonly compacted: readonly unknown[] | null;
}

/** How an answer ended. */
export interface Ending {
  readonly status: Exclude<MessageStatus, 'streaming'>;
  readonly error?: AppErrorData;
  readonly output?: readonly unknown[] | null;
  readonly response?: unknown;
}

/** From a message up to the first question. */
const PATH = `WITH RECURSIVE path (id, parent_id, height) AS (
  SELECT id, parent_id, 0 FROM message WHERE id = :id
  UNION ALL
  SELECT message.id, message.parent_id, height + 1 FROM message JOIN path ON message.id = path.parent_id
)`;

/** The messages that are in no trash, themselves or with one that they follow. */
const LIVE = `WITH RECURSIVE live (id) AS (
  SELECT id FROM message WHERE conversation_id = :conversationId AND parent_id IS NULL AND deleted_at IS NULL
  UNION ALL
  SELECT message.id FROM message JOIN live ON message.parent_id = live.id WHERE message.deleted_at IS NULL
)`;

/** What a message takes on its way to the window, about. */
const bytes = `(octet_length(message.text) + coalesce(octet_length(message.parts), 0))`;

/** How much of a conversation. */
export interface Extent {
  readonly messages: number;
  /** Of their words and parts. */
  readonly bytes: number;
}

/** A message without what it says. */
export interface Placed extends Pick<Message, 'id' | 'parentId' | 'role' | 'status'>, Pick<Extent, 'bytes'> {
  readonly seq: number;
}

/** Rows of `message`, and the growing texts of those that are being written. */
export class MessageStore {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** Every branch that is not in the trash, in the order in which it was written. */
  of(conversationId: string): readonly Message[] {
    return this.#live<Row>(columns, 'ORDER BY seq', { conversationId }).map((row) => this.#whole(row));
  }

  /**
   * As {@link of}, without what they say. One run over the conversation's rows, which lie side by side: from parent to
   * parent each step would be another place on the disk.
   */
  outline(conversationId: string): readonly Placed[] {
    const placed = `seq, id, parent_id AS parentId, role, status, ${bytes} AS bytes`;
    return this.#live<Placed>(placed, 'ORDER BY seq', { conversationId });
  }

  /** Some of an {@link outline}, with what they say. */
  at(seqs: readonly number[]): readonly Message[] {
    const wanted = `seq IN (SELECT value FROM json_each(:seqs))`;
    return this.#db
      .all<Row>(`SELECT ${columns} FROM message WHERE ${wanted} ORDER BY seq`, { seqs: JSON.stringify(seqs) })
      .map((row) => this.#whole(row));
  }

  /** The next of {@link of} after a message, null for the first: no more than `most` allows, but one at least. */
  after(conversationId: string, id: string | null, most: Extent): readonly Message[] {
    const next = `AND seq > coalesce((SELECT seq FROM message WHERE id = :id), 0) ORDER BY seq LIMIT :limit`;
    const params = { conversationId, id };
    const sizes = this.#live<Pick<Extent, 'bytes'>>(`${bytes} AS bytes`, next, {
      ...params,
      limit: most.messages,
    });
    const limit = fitting(sizes, most.bytes);
    return this.#live<Row>(columns, next, { ...params, limit }).map((row) => this.#whole(row));
  }

  /** Also one that is in the trash. */
  find(id: string): Message | undefined {
    const row = this.#db.get<Row>(`SELECT ${columns} FROM message WHERE id = :id`, { id });
    return row && this.#whole(row);
  }

  /** From the first question down to this message. */
  pathTo(id: string): readonly PastMessage[] {
    return this.#db
      .all<{ id: string; role: Role; text: string; output: string | null; compacted: string | null }>(
        `${PATH} SELECT message.id, role, output, compacted, ${textOf}
         FROM path JOIN message ON message.id = path.id ORDER BY height DESC`,
        { id },
      )
      .map(({ output, compacted, ...row }) => ({ ...row, output: read(output), compacted: read(compacted) }));
  }

  add(message: Message): void {
    const { id, conversationId, parentId, role, text, parts, status, model, error, createdAt } = message;
    this.#db.run(
      `INSERT INTO message (id, conversation_id, parent_id, role, text, parts, status, model, error, left_out, created_at)
       VALUES (:id, :conversationId, :parentId, :role, :text, :parts, :status, :model, :error, :leftOut, :createdAt)`,
      {
        ...{ id, conversationId, parentId, role, text, status, model, createdAt },
        error: json(error),
        leftOut: json(message.leftOut),
        parts: parts.length === 0 ? null : json(parts),
      },
    );
  }

  /** Opens an answer that had ended, so that it can go on from its last word. */
  reopen(id: string): void {
    this.#db.transaction(() => {
      this.#db.run(
        `INSERT INTO growth (message_id, part, at, text)
         SELECT id, ${WORDS}, 0, text FROM message WHERE id = :id AND text <> ''`,
        { id },
      );
      this.#db.run(`UPDATE message SET status = 'streaming', error = NULL WHERE id = :id`, { id });
    });
  }

  /** What the server said of the answer when it began. */
  setResponse(id: string, response: unknown): void {
    this.#db.run(`UPDATE message SET response = :response WHERE id = :id`, { id, response: json(response) });
  }

  /** Puts a piece of a growing answer on disk: of its words, or of the text of a part. */
  append(id: string, part: number | null, at: number, text: string): void {
    this.#db.run(`INSERT INTO growth (message_id, part, at, text) VALUES (:id, :part, :at, :text)`, {
      id,
      part: part ?? WORDS,
      at,
      text,
    });
  }

  /** The parts as they are now, each with its whole text. */
  setParts(id: string, parts: readonly Part[]): void {
    this.#db.transaction(() => {
      this.#db.run(`UPDATE message SET parts = :parts WHERE id = :id`, { id, parts: json(parts) });
      this.#db.run(`DELETE FROM growth WHERE message_id = :id AND part <> ${WORDS}`, { id });
    });
  }

  /** Folds the pieces of an answer into its text and its parts. */
  end(id: string, { status, error, output, response }: Ending): void {
    this.#db.transaction(() => {
      const { text, parts } = this.find(id) ?? { text: '', parts: [] };
      this.#db.run(
        `UPDATE message SET text = :text, parts = :parts, status = :status, error = :error, output = :output,
           response = :response WHERE id = :id`,
        {
          ...{ id, text, status },
          parts: parts.length === 0 ? null : json(parts),
          error: json(error),
          output: json(output),
          response: json(response),
        },
      );
      this.#db.run(`DELETE FROM growth WHERE message_id = :id`, { id });
    });
  }

  /** The answer's items and what the server said of it, as far as it was told. */
  received(id: string): Pick<Ending, 'output' | 'response'> {
    const row = this.#db.get<{ output: string | null; response: string | null }>(
      `SELECT output, response FROM message WHERE id = :id`,
      { id },
    );
    return { output: read(row?.output ?? null), response: read(row?.response ?? null) };
  }

  /** Into the trash with all that follows it. */
  delete(id: string, deletedAt: number): void {
    this.#db.run(`UPDATE message SET deleted_at = :deletedAt WHERE id = :id`, { id, deletedAt });
  }

  /** Out of the trash with what it follows; false where something of that is being erased. */
  restore(id: string): boolean {
    const path = `${PATH} SELECT id FROM path`;
    const doomed = this.#db.get(`SELECT 1 FROM message WHERE deleted_at = 0 AND id IN (${path})`, { id });
    if (doomed) return false;
    this.#db.run(`UPDATE message SET deleted_at = NULL WHERE deleted_at > 0 AND id IN (${path})`, { id });
    return true;
  }

  /** From here on requests carry these items for everything down to this message. */
  compact(id: string, items: readonly unknown[]): void {
    this.#db.run(`UPDATE message SET compacted = :items WHERE id = :id`, { id, items: json(items) });
  }

  /** Copies a path into another conversation, under new ids; answers the copy of its last message. */
  copyPath(lastId: string, conversationId: string): string {
    const path = this.#db.all<{ id: string }>(`${PATH} SELECT id FROM path ORDER BY height DESC`, {
      id: lastId,
    });
    let parentId: string | null = null;
    for (const { id } of path) {
      const copy = crypto.randomUUID();
      this.#db.run(
        `INSERT INTO message (id, conversation_id, parent_id, role, text, parts, status, model, output, response,
           error, compacted, created_at)
         SELECT :copy, :conversationId, :parentId, role, ${textOf}, parts,
           CASE status WHEN 'streaming' THEN 'interrupted' ELSE status END, model, output, response,
           error, compacted, created_at FROM message WHERE id = :id`,
        { id, copy, conversationId, parentId },
      );
      parentId = copy;
    }
    return parentId ?? '';
  }

  /** An answer at or below this message is being written. */
  streamingBelow(id: string): boolean {
    return (
      this.#db.get(
        `WITH RECURSIVE below (id, status) AS (
           SELECT id, status FROM message WHERE id = :id
           UNION ALL
           SELECT message.id, message.status FROM message JOIN below ON message.parent_id = below.id
         ) SELECT 1 FROM below WHERE status = 'streaming'`,
        { id },
      ) !== undefined
    );
  }

  /** The answers whose turn has not ended; at start these are what a crash left. */
  streaming(): readonly string[] {
    return this.#db
      .all<{ id: string }>(`SELECT id FROM message WHERE status = 'streaming'`)
      .map(({ id }) => id);
  }

  /** Of the messages of a conversation that are in no trash. */
  #live<Found>(
    what: string,
    which: string,
    params: { conversationId: string; [name: string]: Value },
  ): Found[] {
    const { conversationId } = params;
    const trash = this.#db.get(
      `SELECT 1 FROM message WHERE conversation_id = :conversationId AND deleted_at IS NOT NULL LIMIT 1`,
      { conversationId },
    );
    return this.#db.all<Found>(
      `${trash ? LIVE : ''} SELECT ${what} FROM message WHERE conversation_id = :conversationId
       ${trash ? 'AND id IN live' : ''} ${which}`,
      params,
    );
  }

  #whole(row: Row): Message {
    if (row.status !== 'streaming') return toMessage(row);
    const growth = this.#db.all<Growth>(
      `SELECT part, at, text FROM growth WHERE message_id = :id AND part <> ${WORDS} ORDER BY part, at`,
      { id: row.id },
    );
    return toMessage(row, growth);
  }
}

/** How many of these, one after the other, are not too many together; one at least. */
function fitting(sizes: readonly Pick<Extent, 'bytes'>[], most: number): number {
  let sum = 0;
  const end = sizes.findIndex(({ bytes: size }) => (sum += size) > most);
  return end === -1 ? sizes.length : Math.max(1, end);
}
