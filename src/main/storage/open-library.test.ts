import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Message } from '../../shared/model';
import { openLibrary } from './open-library';

const conversation = { id: 'c', title: 'Sky', updatedAt: 1 };
const question: Message = {
  id: 'q',
  conversationId: 'c',
  parentId: null,
  role: 'user',
  text: 'Why?',
  status: 'done',
  model: null,
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
  library.messages.append('a', 0, 'Ray');
  library.messages.append('a', 3, 'leigh\0 🌤️');
  return library;
}

test('a growing answer reads as the text so far', () => {
  expect(writeHalfAnAnswer().messages.find('a')).toMatchObject({
    text: 'Rayleigh\0 🌤️',
    status: 'streaming',
  });
});

test('an answer that a crash cut off is interrupted at the next start, with every word', () => {
  writeHalfAnAnswer().db.close();
  const library = openLibrary(path());
  expect(library.messages.find('a')).toMatchObject({ text: 'Rayleigh\0 🌤️', status: 'interrupted' });
  expect(library.db.all('SELECT * FROM message_part')).toEqual([]);
});

test('the items of an answer come back exactly as they were received', () => {
  const library = writeHalfAnAnswer();
  const output = [
    { type: 'reasoning', encrypted_content: 'gAAA' },
    { type: 'future_thing', n: 1 },
  ];
  library.messages.end('a', { status: 'done', output });
  expect(library.messages.pathTo('a')).toEqual([
    { role: 'user', text: 'Why?', output: null },
    { role: 'assistant', text: 'Rayleigh\0 🌤️', output },
  ]);
});

test('the shown branch must exist', () => {
  const library = writeHalfAnAnswer();
  expect(() => library.conversations.setLeaf('c', 'nowhere')).toThrow('FOREIGN KEY');
});
