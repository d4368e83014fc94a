import { rmSync, statSync } from 'node:fs';
import { AppError } from '../../shared/errors';
import type { LibrarySize } from '../../shared/library-care';
import { Database } from './database';
import { kindOf, remove, replaceWith } from './library-file';

export interface Copying {
  readonly from: string;
  readonly key: string | null;
  readonly to: string;
  /** The key of the copy; null leaves it unencrypted. */
  readonly toKey: string | null;
}

type Counts = ReadonlyMap<string, number>;

/** A library that is being written to may change under a copy; after so many tries the rows may lie in between. */
const TRIES = 3;

/**
 * Copies a library, checks every page and counts every table of the copy, and only then gives it its name.
 *
 * Rejects with `COPY_FAILED` where the copy is not sound, with `DISK_FAILED` where it cannot be read or written;
 * nothing is left of it then.
 */
export function copyLibrary({ from, key, to, toKey }: Copying): LibrarySize {
  const part = `${to}.part`;
  remove(part); // of a copy that a crash cut short
  try {
    const counts = writeCopy({ from, key, to: part, toKey });
    replaceWith(part, to);
    return { conversations: counts.get('conversation') ?? 0, messages: counts.get('message') ?? 0 };
  } finally {
    remove(part);
  }
}

function writeCopy({ from, key, to, toKey }: Copying): Counts {
  const source = new Database(from, { key, existing: true, log: false });
  try {
    for (let left = TRIES; ; left--) {
      const before = countRows(source);
      const version = versionOf(source);
      rmSync(to, { force: true });
      source.copyInto(to);
      const still = versionOf(source) === version;
      if (!still && left > 1) continue;
      const copied = checkCopy(to, key, toKey);
      compare(copied, before, still ? before : countRows(source));
      return copied;
    }
  } finally {
    source.close();
  }
}

/** Changes with every commit of another connection. */
const versionOf = (db: Database) => db.get<{ data_version: number }>('PRAGMA data_version')?.data_version;

function checkCopy(path: string, key: string | null, toKey: string | null): Counts {
  if (toKey !== key) {
    const db = new Database(path, { key, existing: true, log: false });
    try {
      db.rekey(toKey);
    } finally {
      db.close();
    }
  }
  if (kindOf(path) !== (toKey === null ? 'plain' : 'sealed'))
    throw new AppError('COPY_FAILED', 'The copy is not encrypted as it should be.');
  return inspect(path, toKey);
}

/** Reads every page, and answers with the rows of every table. Throws `COPY_FAILED` where something is not sound. */
export function inspect(path: string, key: string | null): Counts {
  const db = new Database(path, { key, existing: true, log: false });
  try {
    const [first] = db.all<{ integrity_check: string }>('PRAGMA integrity_check(1)');
    if (first?.integrity_check !== 'ok')
      throw new AppError('COPY_FAILED', `It is not sound: ${first?.integrity_check ?? 'no answer'}.`);
    return countRows(db);
  } finally {
    db.close();
  }
}

function countRows(db: Database): Counts {
  const tables = db.all<{ name: string }>(
    `SELECT name FROM pragma_table_list
     WHERE schema = 'main' AND type IN ('table', 'shadow') AND name NOT LIKE 'sqlite_%' ORDER BY name`,
  );
  const count = (name: string) =>
    db.get<{ rows: number }>(`SELECT count(*) AS rows FROM "${name.replaceAll('"', '""')}"`)?.rows ?? 0;
  return new Map(tables.map(({ name }) => [name, count(name)]));
}

function compare(copied: Counts, before: Counts, after: Counts): void {
  for (const [table, rows] of before) {
    const bounds = [rows, after.get(table) ?? rows];
    const found = copied.get(table) ?? -1;
    if (found < Math.min(...bounds) || found > Math.max(...bounds))
      throw new AppError('COPY_FAILED', `The copy has ${found} rows of ${table}, not ${rows}.`);
  }
}

/** How much a library holds, and how large it is. */
export function measure(path: string, key: string | null): LibrarySize & { readonly bytes: number } {
  const db = new Database(path, { key, existing: true, log: false });
  try {
    const size = db.get<LibrarySize>(
      `SELECT (SELECT count(*) FROM conversation) AS conversations, (SELECT count(*) FROM message) AS messages`,
    );
    return { ...(size ?? { conversations: 0, messages: 0 }), bytes: statSync(path).size };
  } finally {
    db.close();
  }
}
