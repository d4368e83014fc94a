import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Database } from '../../storage/database';
import { ArrivalStore } from '../../storage/arrival-store';
import { ConversationStore } from '../../storage/conversation-store';
import { MessageStore } from '../../storage/message-store';
import { clear } from './clear';
import { importRun } from './run';
import { fixture, fileOf, look, openLibrary, read, rows, run } from './test-library';
import { zipOf } from './test-zip';

const formats = [
  'chatgpt',
  'claude',
  'librechat',
  'open-webui',
  'chatbox',
  'cherry-studio',
  'parley',
] as const;

const everything = (db: Database) => ({
  conversations: db.all(`SELECT * FROM conversation ORDER BY id`),
  messages: db.all(`SELECT * FROM message ORDER BY seq`),
});

const nothing = {
  ...{ conversation: 0, message: 0, folder: 0, receipt: 0 },
  ...{ arriving_message: 0, arriving_change: 0, arriving_folder: 0, arriving_receipt: 0 },
};

/** A chat of Open WebUI with so many messages, one after the other. */
function chatOf(count: number, id = 'chat', extra: readonly object[] = []) {
  const messages = Array.from({ length: count }, (_, index) => ({
    id: `${index}`,
    parentId: index === 0 ? null : `${index - 1}`,
    role: index % 2 === 0 ? 'user' : 'assistant',
    content: `Message ${index} of ${id}`,
    timestamp: 1_700_000_000 + index,
  }));
  const all = [...messages, ...(extra as typeof messages)];
  const history = {
    currentId: all.at(-1)?.id,
    messages: Object.fromEntries(all.map((message) => [message.id, message])),
  };
  return {
    id,
    title: `Chat ${id}`,
    chat: { history },
    created_at: 1_700_000_000,
    updated_at: 1_700_000_000 + count,
  };
}

const chatFile = (...chats: object[]) => fileOf(JSON.stringify(chats));

test.each(formats)('%s: what was looked at comes, and comes once', async (format) => {
  const db = openLibrary();
  const path = fixture(`${format}.json`);
  const seen = await look(db, path);
  expect(rows(db)).toEqual(nothing);
  const { conversations, messages } = await run(db, path);
  expect({ conversations, messages }).toEqual({
    conversations: seen.conversations.new,
    messages: seen.messages,
  });
  expect(rows(db)).toMatchObject({ conversation: conversations, message: messages, arriving_message: 0 });
  expect(db.all(`SELECT 1 FROM conversation WHERE arriving IS NOT NULL`)).toEqual([]);
  const first = everything(db);
  expect(await look(db, path)).toMatchObject({
    conversations: { new: 0, grown: 0, present: conversations },
    messages: 0,
  });
  expect(await run(db, path)).toEqual({ conversations: 0, grown: 0, messages: 0 });
  expect(everything(db)).toEqual(first);
});

test('a chat that has grown since gets its new messages, also on another branch', async () => {
  const db = openLibrary();
  await run(db, chatFile(chatOf(4), chatOf(2, 'other')));
  const again = {
    id: 'again',
    parentId: '2',
    role: 'assistant',
    content: 'Said anew',
    timestamp: 1_700_000_100,
  };
  const longer = chatFile(chatOf(6, 'chat', [again]), chatOf(2, 'other'));
  expect(await look(db, longer)).toMatchObject({
    conversations: { new: 0, grown: 1, present: 1 },
    messages: 3,
  });
  expect(await run(db, longer)).toEqual({ conversations: 0, grown: 1, messages: 3 });
  const [chat] = await read(longer);
  const stored = new MessageStore(db).of(chat?.id ?? '');
  expect(stored.map(({ text }) => text).toSorted()).toEqual(
    ['Said anew', ...Array.from({ length: 6 }, (_, index) => `Message ${index} of chat`)].toSorted(),
  );
  expect(stored.find(({ text }) => text === 'Said anew')?.parentId).toBe(
    stored.find(({ text }) => text === 'Message 2 of chat')?.id,
  );
  expect(new ConversationStore(db).leaf(chat?.id ?? '')).toBe(chat?.leafId);
});

test('a chat in which one has gone on here keeps showing that', async () => {
  const db = openLibrary();
  await run(db, chatFile(chatOf(2)));
  const [chat] = await read(chatFile(chatOf(2)));
  const own = { id: crypto.randomUUID(), conversationId: chat?.id ?? '', parentId: chat?.leafId ?? null };
  new MessageStore(db).add({
    ...{ ...own, role: 'user', text: 'And here?', parts: [], status: 'done', model: null, tokens: null },
    ...{ compacted: false, error: null, createdAt: 1 },
  });
  new ConversationStore(db).setLeaf(own.conversationId, own.id);
  await run(db, chatFile(chatOf(4)));
  expect(new ConversationStore(db).leaf(own.conversationId)).toBe(own.id);
  expect(rows(db)).toMatchObject({ message: 5 });
});

test('a chat in the trash is there already, and stays in the trash', async () => {
  const db = openLibrary();
  await run(db, chatFile(chatOf(2)));
  db.run(`UPDATE conversation SET deleted_at = 5`);
  expect(await look(db, chatFile(chatOf(2)))).toMatchObject({ conversations: { new: 0, present: 1 } });
  await run(db, chatFile(chatOf(4)));
  expect(db.all(`SELECT deleted_at FROM conversation`)).toEqual([{ deleted_at: 5 }]);
});

test('nobody sees a chat before all have come', async () => {
  const db = openLibrary();
  const chats = Array.from({ length: 60 }, (_, index) => chatOf(100, `chat ${index}`));
  const path = chatFile(...chats);
  const listed: number[] = [];
  await importRun(
    { path, importId: 'import' },
    {
      library: () => db,
      signal: new AbortController().signal,
      progress: () => void listed.push(new ConversationStore(db).list().length),
    },
  );
  expect(listed.length).toBeGreaterThan(2);
  expect(Math.max(...listed)).toBe(0);
  expect(new ConversationStore(db).list().length).toBeGreaterThan(20);
});

test.each([5, 30, 80])('a cancel after %i ms leaves nothing behind', async (ms) => {
  const db = openLibrary();
  await run(db, chatFile(chatOf(4, 'chat 1')));
  const before = [rows(db), everything(db)];
  const chats = Array.from({ length: 200 }, (_, index) => chatOf(100, `chat ${index}`));
  const cancel = new AbortController();
  setTimeout(() => cancel.abort(), ms);
  await expect(run(db, chatFile(...chats), cancel.signal)).rejects.toThrow('aborted');
  expect([rows(db), everything(db)]).toEqual(before);
});

test('an error in the last chat leaves nothing behind, and says where it is', async () => {
  const db = openLibrary();
  await run(db, chatFile(chatOf(4, 'chat 1')));
  const before = everything(db);
  const chats: object[] = Array.from({ length: 60 }, (_, index) => chatOf(100, `chat ${index}`));
  const bad = chatOf(3, 'bad');
  Object.assign(bad.chat.history.messages['2'] ?? {}, { role: 7 });
  await expect(run(db, chatFile(...chats, bad))).rejects.toMatchObject({
    code: 'IMPORT_REFUSED',
    details: { importing: { problem: 'malformed', place: 'conversation 61: message 3 has no author' } },
  });
  expect(everything(db)).toEqual(before);
  expect(new ArrivalStore(db).remains).toBe(false);
});

test('what a crash has left is thrown away, 5,000 messages deep', async () => {
  const db = openLibrary();
  const [chat] = await read(chatFile(chatOf(5000)));
  const store = new ArrivalStore(db);
  if (!chat) throw new Error('There is no chat.');
  store.together(() => {
    store.addConversation('import', chat);
    for (const message of chat.messages) store.addMessage(chat.id, message);
    store.stageReceipt({ id: 'r' });
  });
  expect(store.remains).toBe(true);
  await clear(store);
  expect(rows(db)).toEqual(nothing);
});

test.each([
  ['nothing of ours', '{"hello": 1}', { problem: 'unknown' }],
  ['an empty list', '[]', { problem: 'unknown' }],
  ['words', 'Dear diary', { problem: 'malformed', place: 'byte 0: this is not JSON' }],
  [
    'a file that was cut',
    '[{"mapping": {}}, {"mapping": ',
    { place: 'conversation 2, byte 30: the file ends too soon' },
  ],
  ['values in values', `[{"mapping": {"a": ${'['.repeat(100)}${']'.repeat(100)}}}]`, { problem: 'unsafe' }],
  ['a name of the language', '[{"mapping": {"__proto__": {}}}]', { problem: 'unsafe' }],
  ['a name of the language, disguised', '[{"mapping": {"\\u005f_proto__": {}}}]', { problem: 'unsafe' }],
  [
    'a newer version',
    '{"format":"parley-conversations","version":2,"conversations":[]}',
    { problem: 'newer' },
  ],
  ['a broken archive', 'PK\u0003\u0004 and no more', { problem: 'archive' }],
  ['an archive of something else', zipOf([{ name: 'a.json', content: '{}' }]), { problem: 'unknown' }],
  [
    'an archive that is a bomb',
    zipOf([{ name: 'c.json', content: `[{"mapping":{"a":"${'x'.repeat(20_000_000)}"}}]` }]),
    { problem: 'unsafe' },
  ],
  [
    'an archive that lies about its size',
    zipOf([{ name: 'c.json', content: readFileSync(fixture('chatgpt.json')), size: 1000 }]),
    { problem: 'archive' },
  ],
  [
    'an archive of too many files',
    zipOf(Array.from({ length: 10_001 }, (_, index) => ({ name: `${index}.json`, content: '' }))),
    { problem: 'unsafe' },
  ],
])('%s is refused', async (_, content, importing) => {
  const db = openLibrary();
  const refused = { code: 'IMPORT_REFUSED', details: { importing } };
  await expect(look(db, fileOf(content))).rejects.toMatchObject(refused);
  await expect(run(db, fileOf(content))).rejects.toMatchObject(refused);
  expect(rows(db)).toEqual(nothing);
});

test('a file that is not there is told by what the system says', async () => {
  await expect(look(openLibrary(), '/nowhere/at/all')).rejects.toMatchObject({
    details: { importing: { problem: 'unreadable', place: 'ENOENT' } },
  });
});

test('an archive is looked into, whatever its files are called, and files in pieces are joined', async () => {
  const db = openLibrary();
  const whole = JSON.parse(readFileSync(fixture('chatgpt.json'), 'utf8')) as unknown[];
  const path = fileOf(
    zipOf([
      { name: 'user.json', content: '{"id":"user-1"}' },
      { name: '../../conversations-000.json', content: JSON.stringify(whole.slice(0, 2)) },
      { name: 'C:\\conversations-001.json', content: JSON.stringify(whole.slice(2)) },
      { name: 'inner.zip', content: zipOf([]) },
      { name: 'broken.json', content: '[{' },
    ]),
  );
  expect(await run(db, path)).toEqual({ conversations: 2, grown: 0, messages: 7 });
});

test('messages that are part of another chat here are refused', async () => {
  const db = openLibrary();
  await run(db, fixture('parley.json'));
  const other = readFileSync(fixture('parley.json'), 'utf8').replace(
    '"id": "7d3f0000-0000-4000-8000-000000000002"',
    '"id": "7d3f0000-0000-4000-8000-000000000099"',
  );
  await expect(run(db, fileOf(other))).rejects.toMatchObject({
    details: { importing: { place: 'conversation 1: message 1 is part of another chat' } },
  });
  expect(rows(db)).toMatchObject({ conversation: 1, message: 3 });
});

test('Parley’s own chats come with their folders, their receipts and everything that was kept of them', async () => {
  const db = openLibrary();
  await run(db, fixture('parley.json'));
  expect(db.all(`SELECT name, colour, instructions FROM folder`)).toEqual([
    { name: 'Work', colour: 'blue', instructions: 'Be brief.' },
  ]);
  expect(db.all(`SELECT title, effort, pinned_at, folder_id, leaf_id FROM conversation`)).toEqual([
    {
      ...{ title: 'Why is the sky blue?', effort: 'low', pinned_at: 1767225650000 },
      folder_id: '7d3f0000-0000-4000-8000-000000000001',
      leaf_id: '7d3f0000-0000-4000-8000-000000000012',
    },
  ]);
  expect(db.all(`SELECT conversation_id, micros, tools, estimated FROM receipt`)).toEqual([
    { conversation_id: '7d3f0000-0000-4000-8000-000000000002', micros: 50, tools: '{}', estimated: 0 },
  ]);
});

test('a large file passes through a small memory', { timeout: 30_000 }, async () => {
  const db = openLibrary(`${fileOf('')}.sqlite`);
  const filling = 'All work and no play makes Jack a dull boy. '.repeat(500);
  const chats = Array.from({ length: 300 }, (_, index) => {
    const chat = chatOf(10, `chat ${index}`);
    for (const message of Object.values(chat.chat.history.messages)) message.content += filling;
    return chat;
  });
  const path = chatFile(...chats);
  chats.length = 0;
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  let most = 0;
  await importRun(
    { path, importId: 'import' },
    {
      library: () => db,
      signal: new AbortController().signal,
      progress: () => void (most = Math.max(most, process.memoryUsage().heapUsed)),
    },
  );
  expect(rows(db)).toMatchObject({ conversation: 300, message: 3000 });
  // The file has 66 MB.
  expect(most - before).toBeLessThan(60e6);
});
