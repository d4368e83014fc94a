import { nothingSpent, type Receipt, type Spent } from '../../shared/money';
import type { Database } from './database';
import { json, read } from './message-row';

type Row = Omit<Receipt, 'usage' | 'tools' | 'estimated'> &
  Receipt['usage'] & { readonly tools: string; readonly estimated: 0 | 1 };

const columns = `id, at, kind, outcome, conversation_id AS conversationId, message_id AS messageId,
  account_id AS accountId, account_name AS accountName, asked, model, tier, input, cached,
  cache_written AS cacheWritten, output, reasoning, tools, tool_micros AS toolMicros, micros, prices, estimated`;

/** What a sum of receipts is made of, as the columns of a query. */
export const sums = `count(*) AS calls, coalesce(sum(input), 0) AS input, coalesce(sum(cached), 0) AS cached,
  coalesce(sum(output), 0) AS output, coalesce(sum(reasoning), 0) AS reasoning, coalesce(sum(micros), 0) AS micros,
  count(*) - count(micros) AS unpriced, coalesce(sum(estimated), 0) AS estimated`;

interface Reading {
  readonly asked: string;
  readonly accountId: string;
  readonly since: number;
}

/** Rows of `receipt`. They are added, and never change. */
export class ReceiptStore {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  add({ usage, tools, estimated, ...receipt }: Receipt): void {
    this.#db.run(
      `INSERT INTO receipt (id, at, kind, outcome, conversation_id, message_id, account_id, account_name, asked, model,
         tier, input, cached, cache_written, output, reasoning, tools, tool_micros, micros, prices, estimated)
       VALUES (:id, :at, :kind, :outcome, :conversationId, :messageId, :accountId, :accountName, :asked, :model,
         :tier, :input, :cached, :cacheWritten, :output, :reasoning, :tools, :toolMicros, :micros, :prices, :estimated)`,
      { ...receipt, ...usage, tools: json(tools), estimated: estimated ? 1 : 0 },
    );
  }

  /** Of an answer, in the order in which its calls ended. */
  of(messageId: string): readonly Receipt[] {
    return this.#db
      .all<Row>(`SELECT ${columns} FROM receipt WHERE message_id = :messageId ORDER BY at, rowid`, {
        messageId,
      })
      .map(toReceipt);
  }

  /** All that was asked in a conversation, in the order in which the calls ended. */
  ofConversation(conversationId: string): readonly Receipt[] {
    return this.#db
      .all<Row>(`SELECT ${columns} FROM receipt WHERE conversation_id = :conversationId ORDER BY at, id`, {
        conversationId,
      })
      .map(toReceipt);
  }

  /** Null where nothing was asked for it. */
  ofMessage(messageId: string): Spent | null {
    const spent = this.#sum(`message_id = :messageId`, { messageId });
    return spent.calls === 0 ? null : spent;
  }

  /** With all that was asked for it beside its answers. */
  inConversation(conversationId: string): Spent {
    return this.#sum(`conversation_id = :conversationId`, { conversationId });
  }

  /** Of each answer of a conversation that was asked for, by its id. */
  byMessage(conversationId: string): ReadonlyMap<string, Spent> {
    const rows = this.#db.all<Spent & { messageId: string }>(
      `SELECT message_id AS messageId, ${sums} FROM receipt
       WHERE conversation_id = :conversationId AND message_id IS NOT NULL GROUP BY message_id`,
      { conversationId },
    );
    return new Map(rows.map(({ messageId, ...spent }) => [messageId, spent]));
  }

  /** The most that a model has read whole since a moment, for one of these answers; 0 where it has read none. */
  longestRead(messageIds: readonly string[], { asked, accountId, since }: Reading): number {
    return (
      this.#db.get<{ input: number | null }>(
        `SELECT max(input) AS input FROM receipt
         WHERE message_id IN (SELECT value FROM json_each(:ids)) AND asked = :asked AND account_id = :accountId
           AND at >= :since AND outcome = 'completed'`,
        { ids: JSON.stringify(messageIds), asked, accountId, since },
      )?.input ?? 0
    );
  }

  /** What was spent from a moment on, in micro-dollars. */
  since(at: number): number {
    return this.#sum(`at >= :at`, { at }).micros;
  }

  #sum(where: string, params: Record<string, string | number>): Spent {
    return this.#db.get<Spent>(`SELECT ${sums} FROM receipt WHERE ${where}`, params) ?? nothingSpent;
  }
}

function toReceipt({
  input,
  cached,
  cacheWritten,
  output,
  reasoning,
  tools,
  estimated,
  ...row
}: Row): Receipt {
  return {
    ...row,
    usage: { input, cached, cacheWritten, output, reasoning },
    tools: read<Receipt['tools']>(tools) ?? {},
    estimated: estimated === 1,
  };
}
