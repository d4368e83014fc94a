import type { Parameter } from '../../shared/parts';
import type { Database } from './database';

/** Rows of `refused_parameter`: what a model, asked through an account, is known to refuse. */
export class ParameterStore {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  refusedBy(accountId: string, model: string): readonly Parameter[] {
    return this.#db
      .all<{ parameter: Parameter }>(
        `SELECT parameter FROM refused_parameter WHERE account_id = :accountId AND model = :model`,
        { accountId, model },
      )
      .map(({ parameter }) => parameter);
  }

  remember(accountId: string, model: string, parameter: Parameter): void {
    this.#db.run(
      `INSERT OR IGNORE INTO refused_parameter (account_id, model, parameter) VALUES (:accountId, :model, :parameter)`,
      { accountId, model, parameter },
    );
  }
}
