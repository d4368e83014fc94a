import { expect, test } from 'vitest';
import type { ChatHit, Segment } from '../../shared/search';
import { narrow } from './narrow';

/** `[` and `]` around what is marked. */
const read = (text: string): readonly Segment[] =>
  text
    .split(/[[\]]/u)
    .map((piece, index) => ({ text: piece, hit: index % 2 === 1 }))
    .filter((segment) => segment.text !== '');
const write = (segments: readonly Segment[]) =>
  segments.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('');

const chat = (title: string, ...messages: readonly string[]): ChatHit => ({
  conversation: { id: title, title, updatedAt: 1 },
  ...{ folder: null, title: read(title) },
  messages: messages.map((text) => ({ id: text, role: 'user', createdAt: 1, snippet: read(text) })),
});

function narrowed(before: string, typed: string, ...chats: readonly ChatHit[]) {
  return narrow(chats, before, typed).map(({ title, messages }) => [
    write(title),
    ...messages.map(({ snippet }) => write(snippet)),
  ]);
}

test('marks go on over the letters that came, and what has them no more is gone', () => {
  const chats = [
    chat('Trees', 'the [re]d tree', 'a [re]ason'),
    chat('[Re]d', 'not [re]ad'),
    chat('Nothing', 'a [re]ason'),
  ];
  expect(narrowed('re', 'red', ...chats)).toEqual([['Trees', 'the [red] tree'], ['[Red]']]);
});

test('other words stay marked, and only the last one grows', () => {
  expect(narrowed('big re', 'big red', chat('', 'a [big] [re]d'))).toEqual([['', 'a [big] [red]']]);
});

test('case and accents make no difference, and a letter is not cut from its accent', () => {
  expect(narrowed('re', 'resume', chat('', 'a [RE\u0301]SUME\u0301.'))).toEqual([
    ['', 'a [RE\u0301SUME\u0301].'],
  ]);
  expect(narrowed('na', 'naï', chat('', '[na]ïve'), chat('', '[na]ive'))).toEqual([
    ['', '[naï]ve'],
    ['', '[nai]ve'],
  ]);
});

test('a mark at the end of what is shown fits no more letters', () => {
  expect(narrowed('re', 'red', chat('', 'it is [re]'), chat('', '[re][d]'))).toEqual([]);
});

test.each([
  ['fewer letters', 'red', 're'],
  ['another word', 'red', 'red t'],
  ['a phrase', '"big re', '"big red'],
  ['a filter', 'in:re', 'in:red'],
  ['a word to leave out', '-re', '-red'],
  ['a sign', 're', 're-'],
  ['the same words', 're', 're'],
])('%s is for the search alone', (_, before, typed) => {
  expect(narrowed(before, typed, chat('', `[${before}]d t`))).toEqual([]);
});
