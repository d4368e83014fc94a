import { expect, test } from 'vitest';
import { wordsFor } from './error-copy';
import { importLabel, lookWords, resultWords } from './import-words';

const look = (conversations: object, messages: number, span = { from: 0, to: 0 }) =>
  ({
    format: 'chatgpt',
    conversations: { new: 0, grown: 0, present: 0, empty: 0, ...conversations },
    ...{ messages, span },
  }) as const;

test('what a file would bring is said in a line, and the rest below', () => {
  const words = lookWords(
    look({ new: 1204, grown: 1, present: 12, empty: 2 }, 31_877, { from: 0, to: 86_400_000 * 40 }),
  );
  expect(words).toEqual({
    title: '1,204 chats with 31,877 messages from ChatGPT',
    notes: [
      '1 chat here will get new messages.',
      '12 are here already.',
      '2 chats without words are left out.',
      'From 1 January 1970 to 10 February 1970.',
    ],
  });
});

test.each([
  [look({ new: 1 }, 1), '1 chat with 1 message from ChatGPT', 'Import 1 chat'],
  [look({ grown: 2, present: 5 }, 9), '9 messages for 2 chats from ChatGPT', 'Import 9 messages'],
  [look({ present: 5 }, 0), 'All 5 chats from ChatGPT are here already', 'Import 0 chats'],
  [look({ present: 1 }, 0), 'The chat from ChatGPT is here already', 'Import 0 chats'],
  [look({ empty: 1 }, 0), 'There are no words in this file from ChatGPT', 'Import 0 chats'],
])('%o reads “%s”', (seen, title, label) => {
  expect([lookWords(seen).title, importLabel(seen)]).toEqual([title, label]);
});

test('what came in', () => {
  expect(resultWords({ conversations: 2, grown: 1, messages: 7 })).toBe('2 chats with 7 messages came in.');
  expect(resultWords({ conversations: 0, grown: 1, messages: 3 })).toBe('3 messages came in, for 1 chat.');
});

test('what is wrong with a file is said with the place', () => {
  const details = {
    importing: { problem: 'malformed', place: 'conversation 17: message 3 has no author' },
  } as const;
  const { title, text } = wordsFor({ code: 'IMPORT_REFUSED', details });
  expect([title, text]).toEqual([
    'This file is damaged.',
    'Conversation 17: message 3 has no author. Nothing was imported.',
  ]);
});
