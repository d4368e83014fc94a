import { expect, test } from 'vitest';
import { Database } from './database';
import { migrate, migrations } from './migrate';

test('every shipped migration applies, in order, and only once', () => {
  const db = new Database(':memory:');
  migrate(db);
  migrate(db);
  expect(db.schemaVersion).toBe(Object.keys(migrations).length);
});

test('a failing migration leaves the schema as it was', () => {
  const db = new Database(':memory:');
  expect(() => migrate(db, { '0001-a.sql': 'CREATE TABLE a (x ANY) STRICT; nonsense' })).toThrow();
  expect(db.schemaVersion).toBe(0);
  expect(db.all(`SELECT name FROM sqlite_schema`)).toEqual([]);
});

test('a library from the future is refused and left alone', () => {
  const db = new Database(':memory:');
  db.schemaVersion = 99;
  expect(() => migrate(db)).toThrow('newer version');
  expect(db.schemaVersion).toBe(99);
});

test('every table is strict', () => {
  const db = new Database(':memory:');
  migrate(db);
  const loose = db.all(
    `SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 0 AND name NOT LIKE 'sqlite_%'`,
  );
  expect(loose).toEqual([]);
});
