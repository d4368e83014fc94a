import type { Account } from '../../shared/model';
import type { Database } from './database';

/** An account, the name of its key's entry in the keychain, and its authority as PEM; absent is as null. */
export interface StoredAccount extends Omit<Account, 'authority'> {
  readonly keyEntry: string | null;
  readonly authority?: string | null;
}

type Row = Omit<StoredAccount, 'needsKey' | 'isDefault'> & {
  readonly needsKey: 0 | 1;
  readonly isDefault: 0 | 1;
};

const columns = `id, name, address, key_entry IS NOT NULL AS needsKey, organization, project, authority, api,
  default_model AS defaultModel, is_default AS isDefault, key_entry AS keyEntry`;

/** Rows of `account`. The keys are not among them. */
export class AccountStore {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** The default one first, then in the order in which they were added. */
  all(): readonly StoredAccount[] {
    return this.#db
      .all<Row>(`SELECT ${columns} FROM account ORDER BY is_default DESC, created_at, rowid`)
      .map((row) => ({ ...row, needsKey: row.needsKey === 1, isDefault: row.isDefault === 1 }));
  }

  /** Null: the default one. */
  find(id: string | null): StoredAccount | undefined {
    return this.all().find((account) => (id === null ? account.isDefault : account.id === id));
  }

  /** Adds it, or replaces the one with its id. The first one becomes the default. */
  put(account: Omit<StoredAccount, 'isDefault' | 'needsKey'>, now: number): void {
    this.#db.run(
      `INSERT INTO account (id, name, address, organization, project, authority, api, default_model, key_entry,
         is_default, created_at)
       VALUES (:id, :name, :address, :organization, :project, :authority, :api, :defaultModel, :keyEntry,
         NOT EXISTS (SELECT 1 FROM account), :now)
       ON CONFLICT (id) DO UPDATE SET name = excluded.name, address = excluded.address,
         organization = excluded.organization, project = excluded.project, authority = excluded.authority,
         api = excluded.api, default_model = excluded.default_model, key_entry = excluded.key_entry`,
      {
        id: account.id,
        name: account.name,
        address: account.address,
        organization: account.organization,
        project: account.project,
        authority: account.authority ?? null,
        api: account.api,
        defaultModel: account.defaultModel,
        keyEntry: account.keyEntry,
        now,
      },
    );
  }

  setDefault(id: string): void {
    this.#db.transaction(() => {
      this.#db.run(`UPDATE account SET is_default = 0 WHERE is_default = 1`);
      this.#db.run(`UPDATE account SET is_default = 1 WHERE id = :id`, { id });
    });
  }

  /** Its conversations use the default one from then on. */
  remove(id: string): void {
    this.#db.transaction(() => {
      this.#db.run(`DELETE FROM account WHERE id = :id`, { id });
      this.#db.run(
        `UPDATE account SET is_default = 1 WHERE id = (SELECT id FROM account ORDER BY created_at, rowid LIMIT 1)
         AND NOT EXISTS (SELECT 1 FROM account WHERE is_default = 1)`,
      );
    });
  }
}
