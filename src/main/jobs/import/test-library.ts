/** A library in memory for tests of imports, and files to import. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Database } from '../../storage/database';
import { migrate } from '../../storage/migrate';
import { openArrivals } from './arrivals';
import type { ReadyConversation } from './arriving';
import { importLook } from './look';
import { importRun } from './run';

export const fixture = (name: string) => join(import.meta.dirname, '../../../../tests/fixtures/import', name);

const folder = mkdtempSync(join(tmpdir(), 'parley-import-'));
let files = 0;

/** Writes a file that no test knows the name of. */
export function fileOf(content: string | Uint8Array): string {
  const path = join(folder, `${(files += 1)}`);
  writeFileSync(path, content);
  return path;
}

export function openLibrary(path = ':memory:'): Database {
  const db = new Database(path);
  migrate(db);
  return db;
}

function contextOf(db: Database, signal = new AbortController().signal) {
  return { library: () => db, signal, progress: () => undefined };
}

export const look = async (db: Database, path: string) => importLook({ path }, contextOf(db));

export const run = async (db: Database, path: string, signal?: AbortSignal) =>
  importRun({ path, importId: crypto.randomUUID() }, contextOf(db, signal));

/** Every conversation of a file that holds words. */
export async function read(path: string): Promise<readonly ReadyConversation[]> {
  const found: ReadyConversation[] = [];
  await using arrivals = await openArrivals(path, contextOf(openLibrary()));
  for await (const arrival of arrivals.all())
    if ('conversation' in arrival && arrival.conversation) found.push(arrival.conversation);
  return found;
}

/** A conversation as an outline: each message's author and words, indented by how deep it lies, and the shown leaf. */
export function outline({
  messages,
  leafId,
}: Pick<ReadyConversation, 'messages' | 'leafId'>): readonly string[] {
  const depths = new Map<string | null, number>([[null, -1]]);
  return messages.map(({ id, parentId, role, text }) => {
    const depth = (depths.get(parentId) ?? 0) + 1;
    depths.set(id, depth);
    return `${'  '.repeat(depth)}${role === 'user' ? 'Q' : 'A'} ${text}${id === leafId ? ' ◂' : ''}`;
  });
}

const tables = [
  'conversation',
  'message',
  'folder',
  'receipt',
  'arriving_message',
  'arriving_change',
  'arriving_folder',
  'arriving_receipt',
];

/** How many rows a library has, table by table. */
export function rows(db: Database): Readonly<Record<string, number>> {
  return Object.fromEntries(
    tables.map((table) => [table, db.get<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)?.n ?? 0]),
  );
}
