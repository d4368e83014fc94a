import type { UsageOfChat, UsageQuery } from '../../shared/contract/usage';
import type { CallKind, Receipt, Spent } from '../../shared/money';
import type { Database } from './database';
import { sums } from './receipt-store';

/** A sum of the receipts of one day that have all of it in common. */
export interface UsageGroup extends Spent {
  /** The place of the day among those that were asked for. */
  readonly day: number;
  readonly model: string;
  readonly accountId: string;
  /** What it was called last, and when that was. */
  readonly accountName: string;
  readonly lastAt: number;
  readonly kind: CallKind;
}

/** A receipt as a line. */
export type UsageLine = Omit<Receipt, 'usage' | 'tools' | 'estimated'> &
  Receipt['usage'] & {
    /** As JSON. */
    readonly tools: string;
    readonly estimated: 0 | 1;
    /** Of the conversation, where it is still there. */
    readonly title: string | null;
  };

const wanted = `at >= :from AND at < :to AND (:model IS NULL OR model = :model)
  AND (:accountId IS NULL OR account_id = :accountId) AND (:kind IS NULL OR kind = :kind)
  AND (:conversationId IS NULL OR conversation_id = :conversationId)`;

/** Reads `receipt` for reports: many rows at once, in few queries. */
export class UsageStore {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** When the first and the last of them ended; null where there are none. */
  span(query: UsageQuery): { readonly first: number; readonly last: number } | null {
    const span = this.#db.get<{ first: number | null; last: number | null }>(
      `SELECT min(at) AS first, max(at) AS last FROM receipt WHERE ${wanted}`,
      params(query),
    );
    return span?.first == null || span.last === null ? null : { first: span.first, last: span.last };
  }

  /** By day, model, account and kind. A day goes from its start to the next one's; the last has no end. */
  groups(query: UsageQuery, dayStarts: readonly number[]): readonly UsageGroup[] {
    return this.#db.all<UsageGroup>(
      `WITH day AS (
         SELECT key AS day, value AS start, lead(value, 1, :to) OVER (ORDER BY key) AS next
         FROM json_each(:dayStarts)
       )
       SELECT day, model, account_id AS accountId, account_name AS accountName, max(at) AS lastAt, kind, ${sums}
       FROM day CROSS JOIN receipt ON at >= start AND at < next AND ${wanted}
       GROUP BY day, model, account_id, kind`,
      { ...params(query), dayStarts: JSON.stringify(dayStarts) },
    );
  }

  /** By conversation, those that cost most first; what was asked outside of any is together. */
  conversations(query: UsageQuery): readonly UsageOfChat[] {
    return this.#db
      .all<Spent & { id: string | null; title: string | null; deleted: 0 | 1 }>(
        `SELECT spent.*, title, spent.id IS NOT NULL AND (title IS NULL OR deleted_at IS NOT NULL) AS deleted
         FROM (SELECT conversation_id AS id, ${sums} FROM receipt WHERE ${wanted} GROUP BY conversation_id) AS spent
           LEFT JOIN conversation ON conversation.id = spent.id
         ORDER BY micros DESC, input + output DESC, spent.id`,
        params(query),
      )
      .map(({ id, title, deleted, ...spent }) => ({ id, title, deleted: deleted === 1, spent }));
  }

  /** Every one of them, in the order in which the calls ended. */
  lines(query: UsageQuery): readonly UsageLine[] {
    return this.#db.all<UsageLine>(
      `SELECT id, at, kind, outcome, conversation_id AS conversationId, message_id AS messageId,
         account_id AS accountId, account_name AS accountName, asked, model, tier, input, cached,
         cache_written AS cacheWritten, output, reasoning, tools, tool_micros AS toolMicros, micros, prices,
         estimated, (SELECT title FROM conversation WHERE conversation.id = conversation_id) AS title
       FROM receipt WHERE ${wanted} ORDER BY at, rowid`,
      params(query),
    );
  }
}

function params({ from, to, model, accountId, conversationId, kind }: UsageQuery) {
  const anyTime = { from: Number.MIN_SAFE_INTEGER, to: Number.MAX_SAFE_INTEGER };
  return { from: from ?? anyTime.from, to: to ?? anyTime.to, model, accountId, conversationId, kind };
}
