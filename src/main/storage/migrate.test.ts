import { expect, test } from 'vitest';
import { Database } from './database';
import { migrate, migrations } from './migrate';

test('every shipped migration applies, in order, and only once', () => {
  const db = new Database(':memory:');
  migrate(db);
  migrate(db);
  expect(db.schemaVersion).toBe(Object.keys(migrations).length);
});

test('a failing migration leaves the schema as it was, also what earlier steps had done', () => {
  const db = new Database(':memory:');
  const steps = { '0001-a.sql': 'CREATE TABLE a (x ANY) STRICT', '0002-b.sql': 'nonsense' };
  expect(() => migrate(db, steps)).toThrow(
    expect.objectContaining({ details: expect.objectContaining({ trouble: 'MIGRATION_FAILED' }) }),
  );
  expect(db.all(`SELECT name FROM sqlite_schema`)).toEqual([]);
  expect(() => migrate(db, { '0001-a.sql': 'CREATE TABLE a (x ANY) STRICT; nonsense' })).toThrow();
  expect(db.schemaVersion).toBe(0);
  expect(db.all(`SELECT name FROM sqlite_schema`)).toEqual([]);
});

test('a library from the future is refused and left alone', () => {
  const db = new Database(':memory:');
  db.schemaVersion = 99;
  expect(() => migrate(db)).toThrow(
    expect.objectContaining({ details: expect.objectContaining({ trouble: 'NEWER' }) }),
  );
  expect(db.schemaVersion).toBe(99);
});

test('a table is built anew under its name, and what refers to it stays', () => {
  const db = new Database(':memory:');
  const first = Object.fromEntries(Object.entries(migrations).toSorted().slice(0, 3));
  migrate(db, first);
  db.exec(`INSERT INTO conversation (id, title, leaf_id, created_at, updated_at) VALUES ('c', 'Sky', NULL, 1, 1);
    INSERT INTO message (id, conversation_id, role, text, status, created_at) VALUES ('q', 'c', 'user', 'Why?', 'done', 1);
    INSERT INTO message (id, conversation_id, parent_id, role, text, status, created_at)
      VALUES ('a', 'c', 'q', 'assistant', '', 'streaming', 2);
    UPDATE conversation SET leaf_id = 'a';
    INSERT INTO growth VALUES ('a', -1, 0, 'Ray');`);
  migrate(db);
  expect(db.all(`SELECT seq, id, parent_id AS parentId FROM message ORDER BY seq`)).toEqual([
    { seq: 1, id: 'q', parentId: null },
    { seq: 2, id: 'a', parentId: 'q' },
  ]);
  expect(db.all(`SELECT text FROM growth`)).toEqual([{ text: 'Ray' }]);
  expect(() => db.exec(`UPDATE conversation SET leaf_id = 'none'`)).toThrow(/FOREIGN KEY/);
});

test('receipts of checks are taken from then on, without any receipt being written anew', () => {
  const db = new Database(':memory:');
  migrate(db, Object.fromEntries(Object.entries(migrations).toSorted().slice(0, 6)));
  const receipt = (id: string, kind: string) =>
    db.run(
      `INSERT INTO receipt VALUES (:id, 1, :kind, 'completed', NULL, NULL, 'a', 'Work', 'm', 'm', NULL, 1, 0, 0, 1, 0,
         '{}', 0, NULL, '2026-11-22', 0)`,
      { id, kind },
    );
  receipt('before', 'count');
  expect(() => receipt('early', 'check')).toThrow(/CHECK/);
  const pages = () =>
    db.all(`SELECT name, rootpage FROM sqlite_schema WHERE tbl_name = 'receipt' ORDER BY name`);
  const lay = pages();
  migrate(db);
  expect(pages()).toEqual(lay);
  receipt('after', 'check');
  expect(db.all(`SELECT id FROM receipt ORDER BY rowid`)).toEqual([{ id: 'before' }, { id: 'after' }]);
  expect(() => receipt('never', 'gift')).toThrow(/CHECK/);
  expect(() => db.exec(`UPDATE receipt SET micros = 0`)).toThrow(/never changes/);
  expect(db.all(`PRAGMA integrity_check`)).toEqual([{ integrity_check: 'ok' }]);
  expect(() => db.exec(`UPDATE sqlite_schema SET sql = '' WHERE name = 'receipt'`)).toThrow(
    /may not be modified/,
  );
});

test('every table is strict', () => {
  const db = new Database(':memory:');
  migrate(db);
  const loose = db.all(
    `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'`,
  );
  expect(loose).toEqual([]);
});
