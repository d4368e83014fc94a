/** Real processes, ended with SIGKILL at any point of the work on a library's file. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LibraryKeeper } from '../../src/main/services/library-keeper';
import { LibraryKeys } from '../../src/main/services/library-keys';
import { inspect } from '../../src/main/storage/copy-library';
import { Database } from '../../src/main/storage/database';
import { migrate, migrations } from '../../src/main/storage/migrate';
import { openLibrary } from '../../src/main/storage/open-library';
import { buildCore } from '../core/core';
import { fileVault } from '../core/file-vault';
import { randomFrom } from '../core/random';
import { fill, libraryIn } from './library';

let program: string;
let folder: string;
beforeAll(async () => {
  program = join(dirname(await buildCore()), 'library-process.mjs');
  folder = mkdtempSync(join(tmpdir(), 'parley-library-kills-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Of each kind of work; 230 in all. */
const kills = { writes: 40, snapshots: 40, migrations: 40, 'new keys': 50, moves: 30, restores: 30 };
/** From the moment a process begins, in milliseconds: its work takes less, so that every step is met. */
const LONGEST = 150;
const random = randomFrom(20_261_127);

const titles = Array.from({ length: 300 }, (_, n) => `Chat ${n}`);

/** Lets the work run for a while; answers with what it had acknowledged when it was killed. */
async function runAndKill(userData: string, work: string): Promise<readonly string[]> {
  const child = fork(program, [userData, work], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const kept: string[] = [];
  const mistakes: string[] = [];
  const ready = once(child, 'message');
  child.on('message', (message: { kept?: string; mistake?: string }) => {
    if (message.kept) kept.push(message.kept);
    if (message.mistake) mistakes.push(message.mistake);
  });
  await ready;
  await wait(random() * LONGEST);
  const gone = once(child, 'close'); // what it had told arrives before
  child.kill('SIGKILL');
  await gone;
  expect(mistakes).toEqual([]);
  return kept;
}

/** Opens what is there as the app does, and reads every page of it and of its snapshots. */
async function look(
  userData: string,
): Promise<{ rows: ReadonlySet<string>; snapshots: number; sealed: boolean }> {
  const now = () => Date.now();
  const keeper = new LibraryKeeper({ userData, keys: new LibraryKeys(fileVault(userData)), now });
  const found = await keeper.find();
  expect(found).toMatchObject({ trouble: null, reason: null });
  const { path, key } = found;
  const { db } = openLibrary(path, { key });
  keeper.opened(found, await keeper.markOf(key));
  expect(db.all('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
  expect(db.all('PRAGMA foreign_key_check')).toEqual([]);
  expect(db.all('SELECT id FROM message GROUP BY conversation_id HAVING count(*) <> 1')).toEqual([]);
  const rows = new Set(db.all<{ id: string }>('SELECT id FROM conversation').map(({ id }) => id));
  db.close();
  const snapshots = keeper.snapshots.list();
  for (const snapshot of snapshots) inspect(snapshot.path, key);
  const libraries = readdirSync(userData, { recursive: true }).filter((name) =>
    /(^|\/)library\.sqlite$/.test(String(name)),
  );
  expect(libraries).toHaveLength(1);
  expect(existsSync(`${path}.next`)).toBe(false);
  return { rows, snapshots: snapshots.length, sealed: key !== null };
}

test.concurrent.each(Object.entries(kills))(
  '%s: of %i kills none loses a row that was acknowledged, or leaves a half',
  async (work, count) => {
    const userData = join(folder, work.replace(' ', '-'));
    mkdirSync(userData);
    const old = join(folder, 'old.sqlite');
    if (work === 'migrations') makeOld(old);
    else fill(libraryIn(userData), titles);
    const acknowledged: string[] = [];
    let seen = { rows: new Set<string>() as ReadonlySet<string>, snapshots: 0, sealed: false };
    for (let kill = 0; kill < count; kill++) {
      if (work === 'migrations') {
        rmSync(userData, { recursive: true });
        mkdirSync(userData);
        copyFileSync(old, libraryIn(userData));
        acknowledged.length = 0;
      }
      acknowledged.push(...(await runAndKill(userData, work)));
      seen = await look(userData);
      expect(acknowledged.filter((id) => !seen.rows.has(id))).toEqual([]);
      expect(seen.rows.size).toBeGreaterThanOrEqual(titles.length + acknowledged.length);
    }
    if (work === 'snapshots') expect(seen.snapshots).toBeGreaterThan(0);
  },
  120_000,
);

/** A library of the version before last. */
function makeOld(path: string): void {
  const db = new Database(path);
  migrate(db, Object.fromEntries(Object.entries(migrations).toSorted().slice(0, 3)));
  db.transaction(() => {
    for (const title of titles) {
      db.run(`INSERT INTO conversation (id, title, created_at, updated_at) VALUES (:title, :title, 1, 1)`, {
        title,
      });
      db.run(
        `INSERT INTO message (id, conversation_id, role, text, status, created_at)
         VALUES (:title, :title, 'user', :text, 'done', 1)`,
        { title, text: 'x'.repeat(500) },
      );
    }
  });
  db.close();
}
