import SQLite from 'better-sqlite3-multiple-ciphers';
import { AppError } from '../../shared/errors';

export type Value = string | number | bigint | null;
type Params = Record<string, Value>;

/** What a full, read-only or broken disk answers, and a library that another program holds. */
const DISK = /^SQLITE_(FULL|IOERR|READONLY|CANTOPEN|CORRUPT|NOTADB|BUSY|LOCKED)/;

/**
 * The one door to SQLite: the only file that knows which driver we use.
 *
 * What is committed survives a crash of the machine: `synchronous = FULL`
 * costs about 60 µs a commit in WAL mode.
 */
export class Database {
  readonly #db: SQLite.Database;
  readonly #statements = new Map<string, SQLite.Statement>();

  /** Opens or creates the file. Throws `DISK_FAILED` when it cannot be read or written. */
  constructor(path: string) {
    this.#db = guarded(() => {
      const db = new SQLite(path, { timeout: 5000 });
      db.pragma('journal_mode = WAL');
      db.pragma('synchronous = FULL');
      db.pragma('foreign_keys = ON');
      return db;
    });
  }

  get schemaVersion(): number {
    return Number(this.#db.pragma('user_version', { simple: true }));
  }

  set schemaVersion(version: number) {
    this.#db.pragma(`user_version = ${version}`);
  }

  /** Runs any number of statements. */
  exec(sql: string): void {
    guarded(() => this.#db.exec(sql));
  }

  /** Returns how many rows were changed. */
  run(sql: string, params: Params = {}): number {
    return guarded(() => this.#statement(sql).run(params).changes);
  }

  all<Row>(sql: string, params: Params = {}): Row[] {
    return guarded(() => this.#statement(sql).all(params) as Row[]); // the one cast: a row is what its SQL says
  }

  // A caller names the row it asked for: only it knows its SQL.
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters
  get<Row>(sql: string, params: Params = {}): Row | undefined {
    return this.all<Row>(sql, params)[0];
  }

  /** All of `work`, or nothing of it. */
  transaction<T>(work: () => T): T {
    return guarded(() => this.#db.transaction(work).immediate());
  }

  close(): void {
    this.#db.close();
  }

  #statement(sql: string): SQLite.Statement {
    let statement = this.#statements.get(sql);
    if (!statement) this.#statements.set(sql, (statement = this.#db.prepare(sql)));
    return statement;
  }
}

function guarded<T>(work: () => T): T {
  try {
    return work();
  } catch (thrown) {
    if (thrown instanceof SQLite.SqliteError && DISK.test(thrown.code)) {
      throw new AppError('DISK_FAILED', `The disk refused: ${thrown.message}.`, { cause: thrown });
    }
    throw thrown;
  }
}
