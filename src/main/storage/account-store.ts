import type { Account } from '../../shared/model';
import type { Database } from './database';

/** An account and the name of its entry in the keychain. */
export interface StoredAccount extends Account {
  readonly id: string;
  readonly api: 'responses' | 'chat';
}

type Row = Omit<StoredAccount, 'needsKey'> & { readonly needsKey: 0 | 1 };

/** Rows of `account`. The key is not among them. */
export class AccountStore {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** The account in use. */
  current(): StoredAccount | null {
    const row = this.#db.get<Row>(`SELECT id, address, needs_key AS needsKey, api FROM account`);
    return row ? { ...row, needsKey: row.needsKey === 1 } : null;
  }

  /** From now on there is this one only. */
  replace({ id, address, needsKey, api }: StoredAccount, now: number): void {
    this.#db.transaction(() => {
      this.#db.run(`DELETE FROM account`);
      this.#db.run(
        `INSERT INTO account (id, address, needs_key, api, created_at) VALUES (:id, :address, :needsKey, :api, :now)`,
        { id, address, needsKey: Number(needsKey), api, now },
      );
    });
  }
}
