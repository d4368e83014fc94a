import { expect, test } from 'vitest';
import { Attempts } from './attempts';
import type { ChatModel } from './chat-model';
import { Chats } from './chats';
import { createConversing } from './conversing';
import { PatientWrites } from './patient-writes';
import { rayleigh, setUp, text, turn } from './test-world';
import { TokenEstimates } from './token-estimates';

const id = turn.conversationId;
const next = {
  ...{ ...turn, parentId: turn.answerId, text: 'And red?' },
  ...{ questionId: crypto.randomUUID(), answerId: crypto.randomUUID() },
};

async function* untilStopped(_: unknown, signal: AbortSignal) {
  yield text('Ray');
  await new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Error('Stopped.')));
  });
}

function setUpChats(answer: ChatModel['answer']) {
  const world = setUp(answer);
  const { library, model, requests, emit, reported } = world;
  const { receipts } = library;
  const counter = { count: () => Promise.resolve([]), close: () => undefined };
  const ended: string[] = [];
  const deps = {
    ...{ model, requests, emit, receipts, accountId: () => 'acc', now: () => 1 },
    attempts: new Attempts({ ...library, model, online: () => true }),
    writes: new PatientWrites({ changed: () => undefined }),
    estimates: new TokenEstimates(counter),
    prices: { cost: () => ({ micros: 0, toolMicros: 0, version: 'test' }), priceOf: () => null },
    report: (what: string) => void reported.push(what),
    ended: (message: { readonly id: string }) => void ended.push(message.id),
  };
  const chats = new Chats(createConversing(library, deps), deps);
  const said = () =>
    chats
      .of(id)
      .turns.transcript(id)
      .messages.map(({ text }) => text);
  return { ...world, chats, ended, said };
}

test('a temporary chat goes on as any other, and of it the library has the receipts alone', async () => {
  const { asked, chats, ended, events, heard, library, said, stored } = setUpChats(rayleigh);
  chats.start({ ...turn, temporary: true });
  await heard('turn.ended');
  chats.start({ ...next, temporary: true });
  await heard('turn.ended', 2);
  expect(said()).toEqual([turn.text, 'Rayleigh', 'And red?', 'Rayleigh']);
  expect(asked[1]?.history.map(({ text }) => text)).toEqual([turn.text, 'Rayleigh', 'And red?']);

  expect(stored()).toEqual([]);
  expect(library.conversations.list()).toEqual([]);
  expect(events.map(({ name }) => name)).not.toContain('conversation.changed');
  expect(ended).toEqual([]); // nobody words a title
  await heard('money.spent', 2);
  expect(chats.of(id).turns.transcript(id).spending.all.calls).toBe(2);
  expect(library.receipts.inConversation(id).calls).toBe(2);
});

test('a temporary chat that was left is gone, and its answer stops', async () => {
  const { chats, heard, library, said, stored } = setUpChats(untilStopped);
  chats.start({ ...turn, temporary: true });
  await heard('turn.delta');
  expect(chats.running).toBe(1);
  chats.forget(id);
  await heard('turn.ended');
  await heard('money.spent');
  expect(library.receipts.of(turn.answerId).map(({ outcome }) => outcome)).toEqual(['stopped']);
  expect(chats.running).toBe(0);
  expect(said()).toEqual([]);

  expect(() => chats.start({ ...next, temporary: true })).toThrow('no such message');
  chats.forget(id);
  expect(() => chats.start(next)).toThrow('no such message');
  expect(stored()).toEqual([]);
});

test('a chat that is kept is in the library, whatever is forgotten', async () => {
  const { chats, ended, heard, stored } = setUpChats(rayleigh);
  chats.start(turn);
  await heard('turn.ended');
  chats.forget(id);
  expect(stored()).toEqual([
    ['user', turn.text, 'done'],
    ['assistant', 'Rayleigh', 'done'],
  ]);
  expect(ended).toEqual([turn.answerId]);
});

test('with the window that shows it a temporary chat is gone, and no other', async () => {
  const { chats, heard, said } = setUpChats(untilStopped);
  const [window, other] = [crypto.randomUUID(), crypto.randomUUID()];
  chats.start({ ...turn, temporary: true, window });
  await heard('turn.delta');
  chats.leave(other);
  expect([chats.running, said().length]).toEqual([1, 2]);
  chats.leave(window);
  await heard('turn.ended');
  expect([chats.running, said()]).toEqual([0, []]);
});
