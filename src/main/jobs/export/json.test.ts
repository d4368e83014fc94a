import { Ajv2020 } from 'ajv/dist/2020';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { randomFrom } from '../../../../tests/core/random';
import type { ExportContent } from '../../../shared/export';
import { type Library, openLibrary } from '../../storage/open-library';
import { fileOf, look, run } from '../import/test-library';
import { RandomLibrary } from './random-library';
import { exportOf, everything, TestLibrary } from './test-library';

const schema = JSON.parse(
  readFileSync(
    join(import.meta.dirname, '../../../../docs/format/parley-conversations-1.schema.json'),
    'utf8',
  ),
);
const validate = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true }).compile(schema);
const parsed = (text: string) => JSON.parse(text);
const exported = async ({ db }: Library, content: Partial<ExportContent> = {}) =>
  (await exportOf(db, { content: { ...everything, ...content } })).toString();

const seeds = Array.from({ length: 50 }, (_, seed) => seed + 1);

test('fifty random libraries are exported, imported and exported again: the same bytes, and the same rows', async () => {
  let messages = 0;
  for (const seed of seeds) {
    const { library } = new RandomLibrary(randomFrom(seed));
    const first = await exported(library);
    const again = openLibrary(':memory:');
    await run(again.db, fileOf(first));
    expect(await exported(again), `seed ${seed}`).toBe(first);
    expect(rowsOf(again), `seed ${seed}`).toEqual(rowsOf(library));
    expect(await look(again.db, fileOf(first))).toMatchObject({
      conversations: { new: 0, grown: 0 },
      messages: 0,
    });
    messages += first.split('"parentId"').length;
  }
  expect(messages).toBeGreaterThan(500);
});

test('what is exported is as the schema says, and names every field of it', async () => {
  for (const seed of seeds.slice(0, 15)) {
    const file = parsed(await exported(new RandomLibrary(randomFrom(seed)).library));
    expect(validate(file) ? null : validate.errors, `seed ${seed}`).toBeNull();
    const { folder, conversation, message, receipt } = schema.$defs;
    const known = (of: object, { properties }: { properties: object }) =>
      expect(Object.keys(properties)).toEqual(expect.arrayContaining(Object.keys(of)));
    for (const one of file.folders) known(one, folder);
    for (const chat of file.conversations) {
      known(chat, conversation);
      for (const one of chat.messages) known(one, message);
      for (const one of chat.receipts) known(one, receipt);
    }
  }
});

test('the schema refuses what a reader could not use', () => {
  const empty = { format: 'parley-conversations', version: 1, folders: [], conversations: [] };
  expect(validate(empty)).toBe(true);
  expect(validate({ ...empty, version: 2 })).toBe(false);
  expect(validate({ ...empty, conversations: [{ id: 'x' }] })).toBe(false);
});

test('each conversation is a line, and the whole is JSON', async () => {
  const library = new TestLibrary();
  library.chat('a', 'One\ntwo', [{ text: 'a\u2028\nb' }, { text: 'c\r\n' }]);
  library.chat('b', 'Two');
  const lines = (await library.text('json')).split('\n');
  expect(lines.slice(0, 3)).toEqual([
    '{"format":"parley-conversations","version":1,',
    '"folders":[],',
    '"conversations":[',
  ]);
  expect(lines.slice(3, 5).map((line) => parsed(line.replace(/,$/, '')).id)).toEqual(['b', 'a']);
  expect(lines.slice(5)).toEqual([']}', '']);
});

test('an empty library is a file without conversations', async () => {
  expect(parsed(await new TestLibrary().text('json'))).toMatchObject({ folders: [], conversations: [] });
});

test('without other branches only the way to the shown end stays, with its receipts', async () => {
  const library = new TestLibrary();
  library.chat('c', 'c', [
    { text: 'a' },
    { parentId: 'c 0', role: 'assistant', text: 'first' },
    { parentId: 'c 0', role: 'assistant', text: 'second' },
  ]);
  for (const answer of ['c 1', 'c 2', null]) library.spent('c', answer, 1);
  const [chat] = parsed(await library.text('json', { branches: false })).conversations;
  expect(chat.messages.map(({ text }: { text: string }) => text)).toEqual(['a', 'second']);
  expect(chat.receipts.map(({ messageId }: { messageId: string }) => messageId)).toEqual(['c 2', null]);
});

test('without costs there is no receipt, and without reasoning no thought', async () => {
  const library = new TestLibrary();
  library.chat('c', 'c', [
    { text: 'a' },
    { text: 'b', parts: [{ kind: 'reasoning', at: 0, text: 'secret', ms: 1 }] },
  ]);
  library.library.messages.end('c 1', {
    status: 'done',
    output: [
      { type: 'reasoning', encrypted_content: 'sealed' },
      { type: 'message', id: 'm' },
    ],
  });
  library.spent('c', 'c 1', 1);
  expect(await library.text('json')).toMatch(/secret.*sealed.*"receipts"/);
  const [chat] = parsed(await library.text('json', { costs: false, reasoning: false })).conversations;
  expect(chat).not.toHaveProperty('receipts');
  expect(chat.messages[1]).toMatchObject({ text: 'b', output: [{ type: 'message', id: 'm' }] });
  expect(chat.messages[1]).not.toHaveProperty('parts');
});

test('what lies in the trash, what still arrives, accounts and settings are not in it', async () => {
  const library = new TestLibrary();
  for (const id of ['kept', 'trash', 'arriving']) library.chat(id, id, [{ text: `${id} text` }]);
  const { accounts, conversations, db, messages, settings } = library.library;
  accounts.put(
    {
      ...{
        id: 'acc',
        name: 'Canary account',
        address: 'https://canary.example/v1',
        keyEntry: 'canary-entry',
      },
      ...{ organization: 'org-canary', project: null, api: 'responses', defaultModel: 'm' },
    },
    1,
  );
  settings.write({ instructions: 'canary instructions' });
  conversations.arrange(['trash'], { deletedAt: 1 });
  db.run(`UPDATE conversation SET arriving = 'x' WHERE id = 'arriving'`);
  messages.delete('kept 0', 1);
  for (const format of ['json', 'markdown', 'html'] as const) {
    const text = await library.text(format);
    expect(text).not.toMatch(/canary|trash|arriving|kept text/i);
    expect(text).toContain('kept');
  }
});

/** All that a library says, but for what is in the trash and what means nothing elsewhere. */
function rowsOf({ db }: Library): unknown {
  const live = `WITH RECURSIVE live (id) AS (
      SELECT message.id FROM message JOIN conversation ON conversation.id = conversation_id
      WHERE parent_id IS NULL AND message.deleted_at IS NULL AND conversation.deleted_at IS NULL
      UNION ALL
      SELECT message.id FROM message JOIN live ON parent_id = live.id WHERE deleted_at IS NULL
    )`;
  const rows = (sql: string) => db.all<Record<string, unknown>>(sql);
  const without = (names: readonly string[]) => (row: Record<string, unknown>) =>
    Object.fromEntries(Object.entries(row).filter(([name]) => !names.includes(name)));
  const chats = `SELECT id FROM conversation WHERE deleted_at IS NULL`;
  const folders = `SELECT id FROM folder WHERE deleted_at IS NULL`;
  return {
    messages: rows(`${live} SELECT * FROM message WHERE id IN live ORDER BY conversation_id, seq`).map(
      without(['seq']),
    ),
    conversations: rows(
      `SELECT *, iif(folder_id IN (${folders}), folder_id, NULL) AS folder_id FROM conversation WHERE id IN (${chats}) ORDER BY id`,
    ).map(without(['account_id'])),
    folders: rows(`SELECT * FROM folder WHERE id IN (${folders}) ORDER BY position, id`).map(
      without(['position', 'account_id']),
    ),
    receipts: rows(`SELECT * FROM receipt WHERE conversation_id IN (${chats}) ORDER BY id`),
  };
}
