import { expect, test } from 'vitest';
import type { Message } from '../../shared/model';
import { contextTokens } from './context-size';

const base: Message = {
  ...{ id: 'm', conversationId: 'c', parentId: null, role: 'user', text: '', parts: [], status: 'done' },
  ...{ model: null, tokens: null, compacted: false, error: null, createdAt: 1 },
};
const said = (length: number, change: Partial<Message> = {}): Message => ({
  ...base,
  text: 'x'.repeat(length),
  ...change,
});

test('nothing said is nothing', () => {
  expect(contextTokens([], '')).toBe(0);
});

test('where no server has counted it is about four characters a token', () => {
  expect(contextTokens([said(400), said(400)], 'x'.repeat(8))).toBe(202);
});

test('what the server counted is believed, and only the rest is guessed', () => {
  const counted = said(4000, { tokens: { input: 50, output: 10 } });
  expect(contextTokens([said(4000), counted, said(40)], 'xxxx')).toBe(71);
});

test('what was compacted is not sent again', () => {
  const digest = said(4000, { compacted: true, tokens: { input: 900, output: 100 } });
  expect(contextTokens([said(4000), digest, said(40)], '')).toBe(10);
});
