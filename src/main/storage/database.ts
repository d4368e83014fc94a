import SQLite from 'better-sqlite3-multiple-ciphers';
import { AppError } from '../../shared/errors';

export type Value = string | number | bigint | null;
type Params = Record<string, Value>;

export interface Opening {
  /** 256 bits as 64 hexadecimal digits, where the file is encrypted. */
  readonly key?: string | null;
  /** How long to wait, in milliseconds, for another program that holds the file. */
  readonly waitMs?: number;
  /** The file must be there. */
  readonly existing?: boolean;
  /** A file that is only read stays without the log that a library writes to. */
  readonly log?: boolean;
}

/** What a full, read-only or broken disk answers, and a library that another program holds. */
const DISK = /^SQLITE_(FULL|IOERR|READONLY|CANTOPEN|CORRUPT|NOTADB|BUSY|LOCKED)/;

/** While it is open, a statement waits this long for another connection's. */
const PATIENCE_MS = 5000;

/**
 * The one door to SQLite: the only file that knows which driver we use.
 *
 * What is committed survives a crash of the machine: `synchronous = FULL`
 * costs about 60 µs a commit in WAL mode.
 */
export class Database {
  readonly #db: SQLite.Database;
  readonly #statements = new Map<string, SQLite.Statement>();
  #frozen = false;

  /** Opens or creates the file. Throws `DISK_FAILED` when it cannot be read or written. */
  constructor(
    path: string,
    { key = null, waitMs = PATIENCE_MS, existing = false, log = true }: Opening = {},
  ) {
    this.#db = this.#guarded(() => {
      const db = connect(path, waitMs, existing);
      try {
        if (key !== null) unlock(db, key);
        if (log) db.pragma('journal_mode = WAL');
        db.prepare('SELECT count(*) FROM sqlite_schema').get(); // a wrong key shows at the first page that is read
        db.pragma('synchronous = FULL');
        db.pragma('foreign_keys = ON');
        db.pragma(`busy_timeout = ${PATIENCE_MS}`);
      } catch (thrown) {
        db.close();
        throw thrown;
      }
      return db;
    });
  }

  /** Of SQLite itself. */
  get engineVersion(): string {
    return this.get<{ version: string }>('SELECT sqlite_version() AS version')?.version ?? '';
  }

  get schemaVersion(): number {
    return this.#guarded(() => Number(this.#db.pragma('user_version', { simple: true })));
  }

  set schemaVersion(version: number) {
    this.#guarded(() => this.#db.pragma(`user_version = ${version}`));
  }

  /** From now on every change is refused with `LIBRARY_READ_ONLY`. */
  freeze(): void {
    this.#db.pragma('query_only = ON');
    this.#frozen = true;
  }

  get frozen(): boolean {
    return this.#frozen;
  }

  /** Runs any number of statements. */
  exec(sql: string): void {
    this.#guarded(() => this.#db.exec(sql));
  }

  /** Returns how many rows were changed. */
  run(sql: string, params: Params = {}): number {
    return this.#guarded(() => this.#statement(sql).run(params).changes);
  }

  all<Row>(sql: string, params: Params = {}): Row[] {
    return this.#guarded(() => this.#statement(sql).all(params) as Row[]); // the one cast: a row is what its SQL says
  }

  // A caller names the row it asked for: only it knows its SQL.
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters
  get<Row>(sql: string, params: Params = {}): Row | undefined {
    return this.all<Row>(sql, params)[0];
  }

  /** All of `work`, or nothing of it. */
  transaction<T>(work: () => T): T {
    return this.#guarded(() => this.#db.transaction(work).immediate());
  }

  /** All of `work`, or nothing of it; it may write to the schema itself, which SQLite refuses otherwise. */
  schemaTransaction(work: () => void): void {
    this.#db.unsafeMode(true);
    try {
      this.transaction(work);
    } finally {
      this.#db.unsafeMode(false);
    }
  }

  /** Writes all of it, tidied, into a new file with the same key. */
  copyInto(path: string): void {
    this.#guarded(() => this.#db.prepare('VACUUM INTO ?').run(path));
  }

  /** Encrypts the file with another key, or with null not at all. Nobody else may have it open. */
  rekey(key: string | null): void {
    this.#guarded(() => {
      this.#db.pragma('journal_mode = DELETE'); // the driver changes no key beside a log
      this.#db.pragma(`cipher = 'aegis'`);
      this.#db.pragma(key === null ? `rekey = ''` : `rekey = 'raw:${hex(key)}'`);
    });
  }

  /** Makes the file whole by itself: nothing of it is in the log beside it any more. False where others read. */
  settle(): boolean {
    return this.all<{ busy: number }>('PRAGMA wal_checkpoint(TRUNCATE)')[0]?.busy === 0;
  }

  close(): void {
    this.#db.close();
  }

  #statement(sql: string): SQLite.Statement {
    let statement = this.#statements.get(sql);
    if (!statement) this.#statements.set(sql, (statement = this.#db.prepare(sql)));
    return statement;
  }

  #guarded<T>(work: () => T): T {
    try {
      return work();
    } catch (thrown) {
      if (!(thrown instanceof SQLite.SqliteError) || !DISK.test(thrown.code)) throw thrown;
      const cause = { cause: thrown, details: { serverCode: thrown.code } };
      if (this.#frozen && thrown.code.startsWith('SQLITE_READONLY'))
        throw new AppError('LIBRARY_READ_ONLY', 'The library is open to be read only.', cause);
      throw new AppError('DISK_FAILED', `The disk refused: ${thrown.message}.`, cause);
    }
  }
}

function connect(path: string, timeout: number, fileMustExist: boolean): SQLite.Database {
  try {
    return new SQLite(path, { timeout, fileMustExist });
  } catch (thrown) {
    // The driver's own words for a folder that is missing.
    if (thrown instanceof TypeError) throw new SQLite.SqliteError(thrown.message, 'SQLITE_CANTOPEN');
    throw thrown;
  }
}

function unlock(db: SQLite.Database, key: string): void {
  db.pragma(`cipher = 'aegis'`);
  db.pragma(`key = 'raw:${hex(key)}'`);
}

function hex(key: string): string {
  if (!/^[0-9a-f]{64}$/.test(key)) throw new TypeError('A key is 64 hexadecimal digits.');
  return key;
}
