import { expect, test } from 'vitest';
import { neverEnding, options, output, rayleigh, setUp, turn } from './test-world';

const conversationId = turn.conversationId;

/** A question with two answers, and a second question below the first of them. */
async function conversation() {
  const world = setUp(rayleigh);
  const { turns, heard } = world;
  turns.start(turn);
  await heard('turn.ended');
  const ids = { other: crypto.randomUUID(), second: crypto.randomUUID(), below: crypto.randomUUID() };
  turns.again({ ...turn, answerId: ids.other });
  await heard('turn.ended', 2);
  const next = {
    ...turn,
    parentId: turn.answerId,
    questionId: ids.second,
    answerId: ids.below,
    text: 'And red?',
  };
  turns.start(next);
  await heard('turn.ended', 3);
  return { ...world, ids, shown: () => world.transcript(conversationId).messages.map(({ id }) => id) };
}

test('a deleted message takes what follows it along, and the newest branch beside it is shown', async () => {
  const { branches, ids } = await conversation();
  const { messages, leafId } = branches.delete({ conversationId, id: turn.answerId });
  expect(messages.map(({ id }) => id)).toEqual([turn.questionId, ids.other]);
  expect(leafId).toBe(ids.other);
});

test('with nothing beside it the conversation ends before a deleted message', async () => {
  const { branches, ids } = await conversation();
  expect(branches.delete({ conversationId, id: ids.second }).leafId).toBe(turn.answerId);
  expect(branches.delete({ conversationId, id: turn.questionId })).toMatchObject({
    messages: [],
    leafId: null,
  });
});

test('what is deleted on another branch leaves the shown one where it is', async () => {
  const { branches, ids } = await conversation();
  expect(branches.delete({ conversationId, id: ids.other }).leafId).toBe(ids.below);
});

test('Undo brings everything back and shows it', async () => {
  const { branches, shown, ids } = await conversation();
  const before = shown();
  branches.delete({ conversationId, id: turn.answerId });
  const { messages, leafId } = branches.restore({ conversationId, id: turn.answerId });
  expect(messages.map(({ id }) => id)).toEqual(before);
  expect(leafId).toBe(ids.below);
});

test('deleting what is being written stops it first', async () => {
  const { turns, branches, library, heard } = setUp(neverEnding);
  turns.start(turn);
  await heard('turn.delta');
  branches.delete({ conversationId, id: turn.questionId });
  expect(library.messages.find(turn.answerId)).toMatchObject({ text: 'Ray', status: 'stopped' });
});

test('a fork has a copy of everything down to a message, and how it asked, and changes nothing', async () => {
  const { branches, library, transcript, shown, ids } = await conversation();
  const before = shown();
  library.conversations.setOptions(conversationId, { ...options, accountId: 'acc', effort: 'low' });
  const forkId = crypto.randomUUID();
  const fork = branches.fork({ id: conversationId, messageId: ids.below, forkId });
  expect(fork).toMatchObject({ id: forkId, title: turn.text });
  const copy = transcript(forkId);
  expect(copy.messages.map(({ text, status }) => [text, status])).toEqual([
    [turn.text, 'done'],
    ['Rayleigh', 'done'],
    ['And red?', 'done'],
    ['Rayleigh', 'done'],
  ]);
  expect(copy).toMatchObject({ leafId: copy.messages.at(-1)?.id, options: { effort: 'low' } });
  expect(library.messages.pathTo(copy.leafId ?? '').map((m) => m.output)).toEqual([
    null,
    output,
    null,
    output,
  ]);
  expect(shown()).toEqual(before);
  expect(() => branches.show({ id: forkId, leafId: ids.below })).toThrow('no such message');
});

test('an answer that is being written is forked as far as it has come', async () => {
  const { turns, branches, transcript, heard } = setUp(neverEnding);
  turns.start(turn);
  await heard('turn.delta');
  const forkId = crypto.randomUUID();
  branches.fork({ id: conversationId, messageId: turn.answerId, forkId });
  expect(transcript(forkId).messages[1]).toMatchObject({ text: 'Ray', status: 'interrupted' });
});

test('a message of another conversation is not to be found', async () => {
  const { branches } = await conversation();
  const elsewhere = { conversationId: crypto.randomUUID(), id: turn.answerId };
  expect(() => branches.delete(elsewhere)).toThrow('no such message');
  expect(() => branches.restore(elsewhere)).toThrow('no such message');
  expect(() => branches.show({ id: elsewhere.conversationId, leafId: elsewhere.id })).toThrow(
    'no such message',
  );
});
