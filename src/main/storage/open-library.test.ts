import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Message } from '../../shared/model';
import type { Part } from '../../shared/parts';
import { Database } from './database';
import { migrate, migrations } from './migrate';
import { openLibrary } from './open-library';

const conversation = { id: 'c', title: 'Sky', updatedAt: 1 };
const question: Message = {
  id: 'q',
  conversationId: 'c',
  parentId: null,
  role: 'user',
  text: 'Why?',
  parts: [],
  status: 'done',
  model: null,
  tokens: null,
  compacted: false,
  error: null,
  createdAt: 1,
};
const answer: Message = {
  ...question,
  id: 'a',
  parentId: 'q',
  role: 'assistant',
  text: '',
  status: 'streaming',
  model: 'gpt-6.2-sol',
};
const thought: Part = { kind: 'reasoning', at: 0, text: 'Light', ms: null };

let folder: string;
const path = () => join(folder, 'library.sqlite');
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parley-library-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function writeHalfAnAnswer() {
  const library = openLibrary(path());
  library.conversations.touch(conversation);
  library.messages.add(question);
  library.messages.add(answer);
  library.messages.setParts('a', [thought]);
  library.messages.append('a', 0, 5, ' is');
  library.messages.append('a', 0, 8, ' scattered');
  library.messages.append('a', null, 0, 'Ray');
  library.messages.append('a', null, 3, 'leigh\0 🌤️');
  return library;
}

const half = {
  text: 'Rayleigh\0 🌤️',
  parts: [{ ...thought, text: 'Light is scattered' }],
};

test('a growing answer reads as the text so far, with its thoughts', () => {
  expect(writeHalfAnAnswer().messages.find('a')).toMatchObject({ ...half, status: 'streaming' });
});

test('an answer that a crash cut off is interrupted at the next start, with every word and thought', () => {
  writeHalfAnAnswer().db.close();
  const library = openLibrary(path());
  expect(library.messages.find('a')).toMatchObject({ ...half, status: 'interrupted' });
  expect(library.db.all('SELECT * FROM growth')).toEqual([]);
});

test('an answer that goes on and is cut off again has both halves', () => {
  const library = writeHalfAnAnswer();
  library.messages.end('a', { status: 'stopped' });
  library.messages.reopen('a');
  library.messages.append('a', null, half.text.length, ' scattering');
  library.db.close();
  expect(openLibrary(path()).messages.find('a')).toMatchObject({
    text: `${half.text} scattering`,
    parts: half.parts,
    status: 'interrupted',
  });
});

test('what the server said of an answer is kept also when a crash cuts it off', () => {
  const library = writeHalfAnAnswer();
  library.messages.setResponse('a', { id: 'resp_1', usage: { input_tokens: 3, output_tokens: 4 } });
  library.db.close();
  expect(openLibrary(path()).messages.find('a')?.tokens).toEqual({ input: 3, output: 4 });
});

test('the items of an answer come back exactly as they were received', () => {
  const library = writeHalfAnAnswer();
  const output = [
    { type: 'reasoning', encrypted_content: 'gAAA' },
    { type: 'future_thing', n: 1 },
  ];
  library.messages.end('a', { status: 'done', output });
  expect(library.messages.pathTo('a')).toEqual([
    { id: 'q', role: 'user', text: 'Why?', output: null, compacted: null },
    { id: 'a', role: 'assistant', text: half.text, output, compacted: null },
  ]);
});

test('the shown branch must exist', () => {
  const library = writeHalfAnAnswer();
  expect(() => library.conversations.setLeaf('c', 'nowhere')).toThrow('FOREIGN KEY');
});

test('a library of the first version keeps its account, its key, its drafts and a half-written answer', () => {
  const old = new Database(path());
  migrate(old, Object.fromEntries(Object.entries(migrations).slice(0, 1)));
  old.exec(`
    INSERT INTO account VALUES ('k', 'https://api.openai.com/v1', 1, 'responses', 1);
    INSERT INTO setting VALUES ('defaultModel', '"gpt-6-luna"'), ('theme', '"dark"');
    INSERT INTO conversation (id, title, created_at, updated_at) VALUES ('c', 'Sky', 1, 1);
    INSERT INTO message (id, conversation_id, parent_id, role, text, status, model, created_at)
      VALUES ('q', 'c', NULL, 'user', 'Why?', 'done', NULL, 1), ('a', 'c', 'q', 'assistant', '', 'streaming', 'm', 1);
    INSERT INTO message_part VALUES ('a', 0, 'Ray'), ('a', 3, 'leigh');
    INSERT INTO draft VALUES ('c', 'Half a thought');`);
  old.close();

  const { accounts, drafts, messages, settings } = openLibrary(path());
  expect(accounts.all()).toMatchObject([
    { id: 'k', keyEntry: 'k', needsKey: true, name: 'OpenAI', defaultModel: 'gpt-6-luna', isDefault: true },
  ]);
  expect(settings.read()).toEqual({ theme: 'dark' });
  expect(drafts.all()).toEqual([{ conversationId: 'c', place: 'box', text: 'Half a thought' }]);
  expect(messages.of('c').map(({ text, status }) => [text, status])).toEqual([
    ['Why?', 'done'],
    ['Rayleigh', 'interrupted'],
  ]);
});

test('an account that is removed leaves its chats to another one', () => {
  const { accounts, conversations } = openLibrary(path());
  const stored = { organization: null, project: null, api: 'responses', keyEntry: null } as const;
  for (const id of ['one', 'two']) {
    accounts.put({ ...stored, id, name: id, address: 'http://localhost', defaultModel: 'm' }, 1);
  }
  conversations.touch(conversation);
  conversations.setOptions('c', {
    accountId: 'one',
    instructions: 'Be brief.',
    effort: 'low',
    verbosity: null,
  });
  accounts.remove('one');
  expect(accounts.all()).toMatchObject([{ id: 'two', isDefault: true }]);
  expect(conversations.options('c')).toMatchObject({ accountId: null, instructions: 'Be brief.' });
});
