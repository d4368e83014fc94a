import type { Database } from './database';

/** What is put aside for a while, in a table that this connection alone has and that ends with it. */
export class Shelf {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
    this.#db.exec(`CREATE TEMP TABLE IF NOT EXISTS shelf (
      kind TEXT NOT NULL, id TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (kind, id)) STRICT, WITHOUT ROWID`);
    this.clear();
  }

  put(kind: string, id: string, value: unknown): void {
    this.#db.run(`INSERT INTO shelf (kind, id, value) VALUES (:kind, :id, :value) ON CONFLICT DO NOTHING`, {
      ...{ kind, id },
      value: JSON.stringify(value),
    });
  }

  get(kind: string, id: string): unknown {
    const row = this.#db.get<{ value: string }>(`SELECT value FROM shelf WHERE kind = :kind AND id = :id`, {
      ...{ kind, id },
    });
    return row ? (JSON.parse(row.value) as unknown) : undefined;
  }

  clear(): void {
    this.#db.run(`DELETE FROM shelf`);
  }
}
