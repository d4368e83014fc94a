/** Fills a library with conversations, as years of work would. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3-multiple-ciphers';

const migrations = join(import.meta.dirname, '../src/main/storage/migrations');
const SENTENCE = 'Sunlight meets the air, and its short waves are scattered more than its long ones. ';

interface Size {
  readonly conversations: number;
  /** In all of them together. */
  readonly messages: number;
}

/** Who writes what is in it. */
interface Writer {
  readonly title: (conversation: number) => string;
  readonly question: (message: number) => string;
  readonly answer: (message: number) => string;
}

/** The same words in every message, about 1 KB each. */
const plain: Writer = {
  title: (conversation) => `Conversation ${conversation}`,
  question: (message) => `${message}: ${SENTENCE}`,
  answer: (message) => `${message}: ${SENTENCE.repeat(23)}`,
};

/**
 * Writes the file anew: an account that needs no key, and as many messages as asked for.
 * `change` may then do what it likes with it.
 */
export function makeLibrary(
  path: string,
  { conversations, messages }: Size,
  change: (db: Database.Database) => void = () => undefined,
  { title, question, answer }: Writer = plain,
): void {
  const db = new Database(path);
  db.pragma('synchronous = OFF');
  db.pragma('foreign_keys = OFF'); // a chat is written before the message that it ends with
  db.pragma('cache_size = -500000'); // its ids come in no order
  db.unsafeMode(true); // migrations write to the schema itself
  const files = readdirSync(migrations).toSorted();
  for (const file of files) db.exec(readFileSync(join(migrations, file), 'utf8'));
  db.pragma(`user_version = ${files.length}`);
  db.prepare(
    `INSERT INTO account (id, name, address, api, created_at, is_default)
     VALUES ('bench', 'Bench', 'http://127.0.0.1:9/v1', 'responses', 1, 1)`,
  ).run();

  const addConversation = db.prepare(
    `INSERT INTO conversation (id, title, leaf_id, created_at, updated_at) VALUES (?, ?, ?, ?, ?)`,
  );
  const addMessage = db.prepare(
    `INSERT INTO message (id, conversation_id, parent_id, role, text, status, model, created_at)
     VALUES (?, ?, ?, ?, ?, 'done', 'gpt-6.2-sol', ?)`,
  );
  let newest = '';
  const each = conversations && Math.floor(messages / conversations);
  db.transaction(() => {
    for (let c = 0; c < conversations; c++) {
      const id = (newest = crypto.randomUUID());
      const ids = Array.from({ length: each }, () => crypto.randomUUID());
      addConversation.run(id, title(c), ids.at(-1), c, c);
      for (const [m, messageId] of ids.entries()) {
        const role = m % 2 === 0 ? 'user' : 'assistant';
        addMessage.run(messageId, id, ids[m - 1] ?? null, role, role === 'user' ? question(m) : answer(m), c);
      }
    }
    // Someone who has chats comes back to one.
    if (newest) db.prepare(`INSERT INTO setting VALUES ('openConversation', ?)`).run(JSON.stringify(newest));
  })();
  change(db);
  db.pragma('journal_mode = WAL');
  db.close();
}

/** For what measures the app at rest: as if all words had been read into the index before. */
export function settle(db: Database.Database): void {
  db.exec('DELETE FROM search_due');
}
