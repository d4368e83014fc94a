import { AppError } from '../../shared/errors';
import type { Database } from './database';

/** File name to SQL, in the order they apply: `0001-…`, `0002-…`. */
export const migrations = import.meta.glob<string>('./migrations/*.sql', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/**
 * Brings the schema up to date, one transaction per file.
 *
 * Foreign keys are off meanwhile, so that a table can be built anew under its name, and checked before each commit.
 * A migration that has shipped is never edited: `user_version` counts files,
 * so an edit would reach only new users. A library from the future is refused.
 */
export function migrate(db: Database, files: Record<string, string> = migrations): void {
  const steps = Object.keys(files)
    .sort()
    .map((name) => files[name] ?? '');
  const current = db.schemaVersion;
  if (current > steps.length) {
    throw new AppError('INTERNAL', 'This library was written by a newer version of Parley. Please update.');
  }
  if (current === steps.length) return;
  db.exec('PRAGMA foreign_keys = OFF');
  try {
    steps.slice(current).forEach((sql, index) => {
      db.transaction(() => {
        db.exec(sql);
        if (db.all('PRAGMA foreign_key_check').length > 0)
          throw new AppError('INTERNAL', 'A migration lost a row.');
        db.schemaVersion = current + index + 1;
      });
    });
  } finally {
    db.exec('PRAGMA foreign_keys = ON');
  }
}
