import { expect, test } from 'vitest';
import type { Message } from '../../shared/model';
import { ReadingService } from './reading-service';
import { neverEnding, options, setUp, turn } from './test-world';

const id = turn.conversationId;
const WORDS = 'Sunlight meets the air. '.repeat(40);

/** So many messages one below the other, question and answer by turns, about 1 KB each. */
function conversation(length: number, { words = WORDS } = {}) {
  const world = setUp(neverEnding);
  const { library, turns } = world;
  library.conversations.touch({ id, title: 'Long', updatedAt: 1 });
  let parentId: string | null = null;
  const ids: string[] = [];
  const add = (place: Pick<Message, 'parentId' | 'role' | 'text'>): string => {
    const message = { id: crypto.randomUUID(), conversationId: id, parts: [], status: 'done' as const };
    const rest = { model: null, tokens: null, compacted: false, error: null, createdAt: 1 };
    library.messages.add({ ...message, ...rest, ...place });
    return message.id;
  };
  for (let at = 0; at < length; at++) {
    parentId = add({ parentId, role: at % 2 === 0 ? 'user' : 'assistant', text: `${at} ${words}` });
    ids.push(parentId);
  }
  library.conversations.setLeaf(id, parentId);
  const reading = new ReadingService({
    ...library,
    transcript: (conversationId, some) => turns.transcript(conversationId, some),
  });
  const pieces = () => {
    const read: (readonly Message[])[] = [];
    for (let after: string | null = null; ;) {
      const piece = reading.next({ id, after });
      if (piece.length === 0) return read;
      read.push(piece);
      after = piece.at(-1)?.id ?? null;
    }
  };
  return { ...world, reading, ids, add, pieces };
}
const idsOf = (messages: readonly Message[]) => messages.map((message) => message.id);

test('a short conversation comes whole', () => {
  const { reading, ids } = conversation(60, { words: 'Short.' });
  const { messages, before } = reading.open({ id });
  expect(before).toBeNull();
  expect(idsOf(messages)).toEqual(ids);
});

test('of a long one the end comes first, from a question on, and how much is before it', () => {
  const { reading, ids } = conversation(200);
  const { messages, before, leafId } = reading.open({ id });
  expect(leafId).toBe(ids.at(-1));
  expect(messages.length).toBeGreaterThanOrEqual(6);
  expect(messages.length).toBeLessThan(60);
  expect(messages[0]?.role).toBe('user');
  expect(idsOf(messages)).toEqual(ids.slice(before ?? 0));
  expect(reading.open({ id, whole: true })).toMatchObject({ before: null, messages: { length: 200 } });
});

test('the last of what was said is there at once however long it is', () => {
  const { reading, ids } = conversation(8, { words: 'Long. '.repeat(20_000) });
  const { messages, before } = reading.open({ id });
  expect(before).toBe(2);
  expect(idsOf(messages)).toEqual(ids.slice(2));
});

test('what stands beside the end comes with it, except from the trash', () => {
  const { add, ids, library, reading } = conversation(200);
  const parentId = ids.at(-2) ?? null;
  const beside = add({ parentId, role: 'assistant', text: 'Another answer.' });
  const deleted = add({ parentId, role: 'assistant', text: 'A deleted one.' });
  add({ parentId: ids[0] ?? null, role: 'assistant', text: 'Beside the beginning.' });
  library.messages.delete(deleted, 1);
  const { messages, before } = reading.open({ id });
  expect(idsOf(messages)).toEqual([...ids.slice(before ?? 0), beside]);
});

test('an answer that is being written comes at once, also in a branch that is not shown', () => {
  const { ids, library, reading, turns } = conversation(200);
  turns.again({ ...turn, questionId: ids[0] ?? '', options });
  library.conversations.setLeaf(id, ids.at(-1) ?? null);
  const { messages } = reading.open({ id });
  expect(messages.at(-1)).toMatchObject({ id: turn.answerId, status: 'streaming' });
  expect(messages.length).toBeLessThan(60);
});

test('the pieces are together what there is, in the order written and without the trash', () => {
  const { add, ids, library, pieces } = conversation(400);
  const beside = add({ parentId: ids[0] ?? null, role: 'assistant', text: 'Beside.' });
  const deleted = add({ parentId: ids[0] ?? null, role: 'assistant', text: 'Deleted.' });
  add({ parentId: deleted, role: 'user', text: 'Below it.' });
  library.messages.delete(deleted, 1);
  const read = pieces();
  expect(idsOf(read.flat())).toEqual([...ids, beside]);
  expect(Math.max(...read.map((piece) => piece.length))).toBeLessThanOrEqual(100);
});

test('a piece has one message at least, however long that is', () => {
  const { ids, pieces } = conversation(4, { words: 'Long. '.repeat(20_000) });
  expect(pieces().map(idsOf)).toEqual(ids.map((one) => [one]));
});
