/** A library in which answers lie ready to be opened, whatever they say. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const migrations = join(import.meta.dirname, '../../src/main/storage/migrations');

export interface StoredChat {
  readonly title: string;
  readonly answers: readonly string[];
}

/** Writes the file of a new library; the first chat is the newest, and none is open. */
export function storeChats(
  path: string,
  chats: readonly StoredChat[],
  address = 'http://127.0.0.1:9/v1',
): void {
  // A migration may word a check anew in the schema itself, as the product's own engine lets it.
  const db = new DatabaseSync(path, { defensive: false });
  const files = readdirSync(migrations).toSorted();
  for (const file of files) db.exec(readFileSync(join(migrations, file), 'utf8'));
  db.exec(`PRAGMA user_version = ${files.length}`);
  db.prepare(
    `INSERT INTO account (id, name, address, api, created_at, is_default) VALUES ('own', 'Own', ?, 'responses', 1, 1)`,
  ).run(address);
  const addChat = db.prepare(
    `INSERT INTO conversation (id, title, leaf_id, created_at, updated_at) VALUES (?, ?, ?, ?, ?)`,
  );
  const addMessage = db.prepare(
    `INSERT INTO message (id, conversation_id, parent_id, role, text, status, model, created_at)
     VALUES (?, ?, ?, ?, ?, 'done', 'gpt-6.2-sol', ?)`,
  );
  const now = Date.now();
  db.exec('BEGIN');
  for (const [at, { title, answers }] of chats.entries()) {
    const chat = crypto.randomUUID();
    const ids = answers.map(() => [crypto.randomUUID(), crypto.randomUUID()] as const);
    addChat.run(chat, title, ids.at(-1)?.[1] ?? null, now - at, now - at);
    for (const [index, [question, answer]] of ids.entries()) {
      addMessage.run(question, chat, ids[index - 1]?.[1] ?? null, 'user', `Question ${index}`, now);
      addMessage.run(answer, chat, question, 'assistant', answers[index] ?? '', now);
    }
  }
  db.exec('COMMIT');
  db.close();
}
