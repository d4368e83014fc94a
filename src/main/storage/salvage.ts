import { AppError } from '../../shared/errors';
import type { LibrarySize } from '../../shared/library-care';
import { words } from '../../shared/words';
import { measure } from './copy-library';
import { Database, type Value } from './database';
import { remove, replaceWith } from './library-file';
import { migrate, migrations } from './migrate';

interface Salvaging {
  readonly from: string;
  readonly key: string | null;
  readonly to: string;
}

interface Range {
  readonly low: number;
  readonly high: number;
}

type Row = Record<string, Value>;

/** No table has a row beyond it; where a damaged one does not even tell its last, so far is looked. */
const FAR = 2 ** 24;

/**
 * Writes what can be read of a damaged library into a new one, which is sound.
 *
 * A row whose page is damaged is left out, and the rows around it are not. Rejects with `COPY_FAILED` where
 * nothing can be read at all.
 */
export function salvage({ from, key, to }: Salvaging): LibrarySize {
  const part = `${to}.part`;
  remove(part);
  try {
    const source = new Database(from, { key, existing: true, log: false });
    const target = new Database(part, { key });
    try {
      migrate(target, shipped(source.schemaVersion));
      target.exec('PRAGMA foreign_keys = OFF');
      target.transaction(() => {
        for (const table of tablesOf(target)) copyTable(source, target, table);
        mend(target);
      });
      target.exec('PRAGMA foreign_keys = ON');
      migrate(target);
      target.settle();
    } finally {
      source.close();
      target.close();
    }
    const found = measure(part, key);
    if (found.messages + found.conversations === 0)
      throw new AppError('COPY_FAILED', 'Nothing of it can be read.');
    replaceWith(part, to);
    return found;
  } finally {
    remove(part);
  }
}

/** The steps down to a version, so that its tables are as they are in the source. */
function shipped(version: number): Record<string, string> {
  const steps = Object.entries(migrations).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(version > 0 ? steps.slice(0, version) : steps);
}

interface Table {
  readonly name: string;
  /** Without a number for each row. */
  readonly unnumbered: boolean;
}

function tablesOf(db: Database): readonly Table[] {
  return db.all<Table>(
    `SELECT name, wr AS unnumbered FROM pragma_table_list
     WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'`,
  );
}

function copyTable(source: Database, target: Database, { name, unnumbered }: Table): void {
  const put = (row: Row) => {
    const names = Object.keys(row);
    target.run(
      `INSERT OR IGNORE INTO "${name}" (${names.join(', ')}) VALUES (${names.map((n) => `:${n}`).join(', ')})`,
      row,
    );
  };
  if (unnumbered) return unlessDamaged(() => source.all<Row>(`SELECT * FROM "${name}"`).forEach(put));
  let high = FAR;
  unlessDamaged(
    () => (high = source.get<{ high: number }>(`SELECT max(rowid) AS high FROM "${name}"`)?.high ?? 0),
  );
  const ranges: Range[] = [{ low: 1, high }];
  for (let range = ranges.pop(); range; range = ranges.pop()) {
    const { low, high: last } = range;
    const middle = Math.floor((low + last) / 2);
    const read = () =>
      source.all<Row>(`SELECT * FROM "${name}" WHERE rowid BETWEEN :low AND :last ORDER BY rowid`, {
        low,
        last,
      });
    const halve = () => {
      if (low < last) ranges.push({ low: middle + 1, high: last }, { low, high: middle });
    };
    // Whole ranges would not fit into memory, and one bad page would spoil them.
    if (last - low >= 4096) halve();
    else unlessDamaged(() => read().forEach(put), halve);
  }
}

function unlessDamaged(read: () => void, otherwise: () => void = () => undefined): void {
  try {
    read();
  } catch (thrown) {
    if (!(thrown instanceof AppError) || !/CORRUPT|NOTADB|IOERR/.test(thrown.details.serverCode ?? ''))
      throw thrown;
    otherwise();
  }
}

/** Rows whose neighbours were lost: a message finds a place to stand, what belongs to nothing goes. */
function mend(db: Database): void {
  db.run(
    `INSERT OR IGNORE INTO conversation (id, title, created_at, updated_at)
      SELECT conversation_id, :title, min(created_at), max(created_at) FROM message
      WHERE conversation_id NOT IN (SELECT id FROM conversation) GROUP BY conversation_id`,
    { title: words.library.rescuedChat },
  );
  db.exec(`
    UPDATE message SET parent_id = NULL WHERE parent_id NOT IN (SELECT id FROM message);
    UPDATE conversation SET leaf_id = (SELECT id FROM message WHERE conversation_id = conversation.id
      ORDER BY rowid DESC LIMIT 1) WHERE leaf_id NOT IN (SELECT id FROM message);`);
  interface Broken {
    readonly name: string;
    readonly row: number | null;
  }
  const broken = db.all<Broken>('SELECT "table" AS name, rowid AS row FROM pragma_foreign_key_check');
  for (const { name, row } of broken) {
    if (row === null) db.exec(`DELETE FROM "${name}"`);
    else db.run(`DELETE FROM "${name}" WHERE rowid = :row`, { row });
  }
}
