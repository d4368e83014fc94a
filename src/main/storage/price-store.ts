import type { Database } from './database';

/** Rows of `own_price` and `price_list`, as JSON: who reads it knows what it should be. */
export class PriceStore {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** What the user has set, by model. */
  own(): ReadonlyMap<string, unknown> {
    const rows = this.#db.all<{ model: string; price: string }>(`SELECT model, price FROM own_price`);
    return new Map(rows.map(({ model, price }) => [model, JSON.parse(price) as unknown]));
  }

  setOwn(model: string, price: object): void {
    this.#db.run(
      `INSERT INTO own_price (model, price) VALUES (:model, :price)
       ON CONFLICT (model) DO UPDATE SET price = excluded.price`,
      { model, price: JSON.stringify(price) },
    );
  }

  forgetOwn(model: string): void {
    this.#db.run(`DELETE FROM own_price WHERE model = :model`, { model });
  }

  /** The text of the list that was taken in place of the one that Parley came with. */
  list(): string | null {
    return this.#db.get<{ list: string }>(`SELECT list FROM price_list`)?.list ?? null;
  }

  setList(list: string): void {
    this.#db.run(
      `INSERT INTO price_list (only, list) VALUES (1, :list)
       ON CONFLICT (only) DO UPDATE SET list = excluded.list`,
      { list },
    );
  }

  forgetList(): void {
    this.#db.run(`DELETE FROM price_list`);
  }
}
