import type { Settings } from '../../shared/settings';
import type { Database } from './database';

/** Rows of `setting`: only what the user changed. */
export class SettingsStore {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  read(): Partial<Settings> {
    const rows = this.#db.all<{ name: string; value: string }>(`SELECT name, value FROM setting`);
    return Object.fromEntries(rows.map(({ name, value }) => [name, JSON.parse(value) as unknown]));
  }

  /** What is `undefined` stays as it was. */
  write(changes: { readonly [N in keyof Settings]?: Settings[N] | undefined }): void {
    this.#db.transaction(() => {
      for (const [name, value] of Object.entries(changes)) {
        if (value === undefined) continue;
        this.#db.run(
          `INSERT INTO setting (name, value) VALUES (:name, :value)
           ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
          { name, value: JSON.stringify(value) },
        );
      }
    });
  }
}
