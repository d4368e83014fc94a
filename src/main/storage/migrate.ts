import { AppError } from '../../shared/errors';
import type { Database } from './database';
import { closed } from './library-trouble';

/** File name to SQL, in the order they apply: `0001-…`, `0002-…`. */
export const migrations = import.meta.glob<string>('./migrations/*.sql', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/**
 * Brings the schema up to date: every step, or none of them.
 *
 * Foreign keys are off meanwhile, so that a table can be built anew under its name, and checked before each step is done.
 * A migration that has shipped is never edited: `user_version` counts files,
 * so an edit would reach only new users. A library from the future is refused.
 */
export function migrate(db: Database, files: Record<string, string> = migrations): void {
  const steps = stepsOf(files);
  const current = db.schemaVersion;
  if (current > steps.length)
    throw closed('NEWER', new Error('It was written by a newer version of Parley.'));
  if (current === steps.length) return;
  db.exec('PRAGMA foreign_keys = OFF');
  try {
    db.schemaTransaction(() => {
      for (const [index, sql] of steps.entries()) if (index >= current) takeStep(db, sql, index + 1);
    });
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === 'DISK_FAILED') throw thrown;
    throw closed('MIGRATION_FAILED', thrown);
  } finally {
    db.exec('PRAGMA foreign_keys = ON');
  }
}

/** Whether a library of that version has steps before it; an empty file is none yet. */
export function isOld(version: number): boolean {
  return version > 0 && version < stepsOf(migrations).length;
}

function stepsOf(files: Record<string, string>): readonly string[] {
  return Object.keys(files)
    .sort()
    .map((name) => files[name] ?? '');
}

function takeStep(db: Database, sql: string, version: number): void {
  db.exec(sql);
  if (db.all('PRAGMA foreign_key_check').length > 0) throw new Error('A migration lost a row.');
  db.schemaVersion = version;
}
