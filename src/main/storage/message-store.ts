import type { AppErrorData } from '../../shared/errors';
import type { Message, MessageStatus, Role } from '../../shared/model';
import type { Database } from './database';

/** What a later request needs of an earlier message. */
export interface PastMessage {
  readonly role: Role;
  readonly text: string;
  /** The answer's items exactly as received, if it was completed. */
  readonly output: readonly unknown[] | null;
}

/** How an answer ended. */
export interface Ending {
  readonly status: Exclude<MessageStatus, 'streaming'>;
  readonly error?: AppErrorData;
  readonly output?: readonly unknown[] | null;
  readonly response?: unknown;
}

type Row = Omit<Message, 'error'> & { readonly error: string | null };

const partsOf = (id: string) =>
  `coalesce((SELECT group_concat(text, '' ORDER BY at) FROM message_part WHERE message_id = ${id}), '')`;

/** While it streams, a message's text lies in its parts. */
const textOf = `CASE status WHEN 'streaming' THEN ${partsOf('message.id')} ELSE message.text END AS text`;

const columns = `id, conversation_id AS conversationId, parent_id AS parentId, role, status, model, error,
  created_at AS createdAt, ${textOf}`;

const toMessage = ({ error, ...row }: Row): Message => ({
  ...row,
  error: error === null ? null : (JSON.parse(error) as AppErrorData),
});

const json = (value: unknown) => (value === undefined || value === null ? null : JSON.stringify(value));

/** Rows of `message` and `message_part`. */
export class MessageStore {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** Every branch, in the order in which it was written. */
  of(conversationId: string): readonly Message[] {
    return this.#db
      .all<Row>(`SELECT ${columns} FROM message WHERE conversation_id = :conversationId ORDER BY rowid`, {
        conversationId,
      })
      .map(toMessage);
  }

  find(id: string): Message | undefined {
    const row = this.#db.get<Row>(`SELECT ${columns} FROM message WHERE id = :id`, { id });
    return row && toMessage(row);
  }

  /** From the first question down to this message. */
  pathTo(id: string): readonly PastMessage[] {
    return this.#db
      .all<{ role: Role; text: string; output: string | null }>(
        `WITH RECURSIVE path (id, parent_id, height) AS (
           SELECT id, parent_id, 0 FROM message WHERE id = :id
           UNION ALL
           SELECT message.id, message.parent_id, height + 1 FROM message JOIN path ON message.id = path.parent_id
         )
         SELECT role, output, ${textOf} FROM path JOIN message ON message.id = path.id ORDER BY height DESC`,
        { id },
      )
      .map(({ output, ...row }) => ({
        ...row,
        output: output === null ? null : (JSON.parse(output) as unknown[]),
      }));
  }

  add({ error, ...message }: Message): void {
    this.#db.run(
      `INSERT INTO message (id, conversation_id, parent_id, role, text, status, model, error, created_at)
       VALUES (:id, :conversationId, :parentId, :role, :text, :status, :model, :error, :createdAt)`,
      { ...message, error: json(error ?? undefined) },
    );
  }

  /** Puts a piece of a growing answer on disk. */
  append(id: string, at: number, text: string): void {
    this.#db.run(`INSERT INTO message_part (message_id, at, text) VALUES (:id, :at, :text)`, {
      id,
      at,
      text,
    });
  }

  /** Folds the parts of an answer into its text. */
  end(id: string, { status, error, output, response }: Ending): void {
    this.#db.transaction(() => {
      this.#db.run(
        `UPDATE message SET text = ${partsOf(':id')}, status = :status, error = :error, output = :output,
           response = :response WHERE id = :id`,
        { id, status, error: json(error), output: json(output), response: json(response) },
      );
      this.#db.run(`DELETE FROM message_part WHERE message_id = :id`, { id });
    });
  }

  /** The answers whose turn has not ended; at start these are what a crash left. */
  streaming(): readonly string[] {
    return this.#db
      .all<{ id: string }>(`SELECT id FROM message WHERE status = 'streaming'`)
      .map(({ id }) => id);
  }
}
