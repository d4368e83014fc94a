import type { Account } from '../../shared/model';
import type { Database } from './database';

/** An account and the name of its entry in the keychain. */
export interface StoredAccount extends Account {
  readonly id: string;
}

interface Row {
  readonly id: string;
  readonly address: string;
  readonly needsKey: 0 | 1;
}

/** Rows of `account`. The key is not among them. */
export class AccountStore {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** The account in use: the one that was added first. */
  current(): StoredAccount | null {
    const row = this.#db.get<Row>(
      `SELECT id, address, needs_key AS needsKey FROM account ORDER BY created_at LIMIT 1`,
    );
    return row ? { ...row, needsKey: row.needsKey === 1 } : null;
  }

  save({ id, address, needsKey }: StoredAccount, now: number): void {
    this.#db.run(
      `INSERT INTO account (id, address, needs_key, created_at) VALUES (:id, :address, :needsKey, :now)
       ON CONFLICT (id) DO UPDATE SET address = excluded.address, needs_key = excluded.needs_key`,
      { id, address, needsKey: Number(needsKey), now },
    );
  }
}
