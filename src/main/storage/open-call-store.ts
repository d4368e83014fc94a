import type { CallKind } from '../../shared/money';
import type { Database } from './database';

/** A call to a model that has not ended. */
export interface OpenCall {
  /** Its receipt will have it, too. */
  readonly id: string;
  /** When it began. */
  readonly at: number;
  readonly kind: CallKind;
  readonly conversationId: string | null;
  /** The answer that it writes. */
  readonly messageId: string | null;
  readonly accountId: string;
  readonly accountName: string;
  /** The server's base address. */
  readonly address: string;
  /** The model that is asked. */
  readonly asked: string;
  /** Estimated tokens; null where nobody has counted them yet. */
  readonly input: number | null;
  /** Micro-dollars that are set aside for it. */
  readonly reserved: number;
}

const columns = `id, at, kind, conversation_id AS conversationId, message_id AS messageId, account_id AS accountId,
  account_name AS accountName, address, asked, input, reserved`;

/** Rows of `open_call`: at start these are what a crash left. */
export class OpenCallStore {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  open(call: OpenCall): void {
    this.#db.run(
      `INSERT INTO open_call (id, at, kind, conversation_id, message_id, account_id, account_name, address, asked, input,
         reserved)
       VALUES (:id, :at, :kind, :conversationId, :messageId, :accountId, :accountName, :address, :asked, :input,
         :reserved)`,
      { ...call },
    );
  }

  close(id: string): void {
    this.#db.run(`DELETE FROM open_call WHERE id = :id`, { id });
  }

  all(): readonly OpenCall[] {
    return this.#db.all<OpenCall>(`SELECT ${columns} FROM open_call ORDER BY at, rowid`);
  }
}
