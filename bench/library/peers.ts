/** The same messages as others keep them: a JSON file for each chat, and a table that is read from end to end. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3-multiple-ciphers';

interface JsonChat {
  readonly id: string;
  readonly title: string;
  readonly updatedAt: number;
  readonly messages: readonly string[];
}

interface Scanned {
  /** Milliseconds until the list could be shown. */
  readonly loadMs: number;
  /** Milliseconds for each word. */
  readonly searchMs: readonly number[];
}

/** Written once. */
function writeJson(path: string, folder: string): void {
  if (existsSync(join(folder, 'whole'))) return;
  mkdirSync(folder, { recursive: true });
  const db = new Database(path, { readonly: true });
  const texts = db.prepare<[string], string>('SELECT text FROM message WHERE conversation_id = ?').pluck();
  const chats = db.prepare<[], Omit<JsonChat, 'messages'>>(
    'SELECT id, title, updated_at AS updatedAt FROM conversation',
  );
  for (const chat of chats.all())
    writeFileSync(join(folder, `${chat.id}.json`), JSON.stringify({ ...chat, messages: texts.all(chat.id) }));
  writeFileSync(join(folder, 'whole'), '');
  db.close();
}

/** Every file is read for the list, and every message for a search. */
export function measureJson(path: string, folder: string, words: readonly string[]): Scanned {
  writeJson(path, folder);
  const began = performance.now();
  const chats = readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as JsonChat); // as it was written
  chats.sort((one, other) => other.updatedAt - one.updatedAt);
  const loadMs = performance.now() - began;
  const searchMs = words.map((word) => {
    const start = performance.now();
    chats
      .flatMap(({ messages }) => messages.filter((text) => text.toLowerCase().includes(word)))
      .slice(0, 20);
    return performance.now() - start;
  });
  return { loadMs, searchMs };
}

/** SQL's LIKE over every message: milliseconds for each word. */
export function measureScan(path: string, words: readonly string[]): readonly number[] {
  const db = new Database(path, { readonly: true });
  const scan = db
    .prepare<[string], string>('SELECT id FROM message WHERE text LIKE ? ORDER BY seq DESC LIMIT 20')
    .pluck();
  const times = words.map((word) => {
    const start = performance.now();
    scan.all(`%${word}%`);
    return performance.now() - start;
  });
  db.close();
  return times;
}
