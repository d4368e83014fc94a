import { expect, test, vi } from 'vitest';
import { AppError } from '../../shared/errors';
import { noSpending } from '../../shared/money';
import type { Message, Opening } from '../../shared/model';
import { Chat } from './chat.svelte';
import { fakeApi } from './fake-api';

const conversationId = '018f0000-0000-4000-8000-00000000000a';
const model = 'gpt-6.2-sol';

const message = (id: string, parentId: string | null, role: Message['role']): Message => ({
  ...{ id, conversationId, parentId, role, text: id, parts: [], status: 'done', model: null, tokens: null },
  ...{ compacted: false, error: null, createdAt: 1 },
});
/** Three turns; the first question has another answer with a turn below it. */
const all = [
  message('q1', null, 'user'),
  message('a1', 'q1', 'assistant'),
  message('q2', 'a1', 'user'),
  message('a2', 'q2', 'assistant'),
  message('b1', 'q1', 'assistant'),
  message('p2', 'b1', 'user'),
  message('b2', 'p2', 'assistant'),
  message('q3', 'a2', 'user'),
  message('a3', 'q3', 'assistant'),
];
const asking = {
  options: { accountId: null, instructions: null, effort: null, verbosity: null },
  waiting: null,
  spending: noSpending,
};
const opening: Opening = { ...asking, messages: all.slice(-2), leafId: 'a3', before: 4 };
const whole: Opening = { ...asking, messages: all, leafId: 'a3', before: null };

/** Main, with a long conversation that is given two messages at a time, when `let` says so. */
function setUp() {
  let go: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => (go = resolve));
  const failing = { times: 0 };
  const main = fakeApi(async (name, input) => {
    if (name === 'conversations.open') return (input as { whole: boolean }).whole ? whole : opening;
    if (name === 'messages.delete') return { ...whole, messages: all.slice(0, -2), leafId: 'a2' };
    if (name !== 'conversations.read') return;
    await gate;
    if (failing.times-- > 0) throw new AppError('DISK_FAILED', 'No.');
    const from = all.findIndex(({ id }) => id === (input as { after: string | null }).after) + 1;
    return all.slice(from, from + 2);
  });
  const drafts = { read: () => '', edit: () => undefined, keep: () => undefined };
  const chat = new Chat(main.api, conversationId, drafts);
  const path = () => chat.path.map(({ id }) => id);
  return { ...main, chat, path, go, failing };
}

test('the end is there first, with how much is missing, and then everything in the order written', async () => {
  const { chat, path, go } = setUp();
  await chat.load();
  expect([path(), chat.before]).toEqual([['q3', 'a3'], 4]);
  go();
  expect(await chat.whole()).toBe(true);
  expect(chat.before).toBeNull();
  expect(path()).toEqual(['q1', 'a1', 'q2', 'a2', 'q3', 'a3']);
  expect(chat.messages).toEqual(all);
});

test('what is asked and answered before the rest has come stays as it is', async () => {
  const { chat, path, go } = setUp();
  await chat.load();
  void chat.send('And now?', model);
  chat.receive({ name: 'turn.delta', answerId: chat.draft?.id ?? '', part: null, at: 0, text: 'Now ' });
  go();
  await chat.whole();
  expect(chat.draft?.text).toBe('Now ');
  expect(path().slice(0, -2)).toEqual(['q1', 'a1', 'q2', 'a2', 'q3', 'a3']);
  expect(chat.path.at(-2)?.text).toBe('And now?');
  const answer = { ...(chat.draft ?? all[0]!), text: 'Now it is.', status: 'done' as const };
  chat.receive({ name: 'turn.ended', answer });
  expect(chat.path.at(-1)).toEqual(answer);
});

test('an answer that goes on before the rest has come is not taken back by it', async () => {
  const { chat, go } = setUp();
  await chat.load();
  void chat.continue('a3');
  go();
  await chat.whole();
  expect(chat.messages.at(-1)).toMatchObject({ id: 'a3', status: 'streaming' });
  expect(chat.busy).toBe(true);
});

test('another branch is shown to its end, which may have to come first', async () => {
  const { chat, path, go, named } = setUp();
  await chat.load();
  const showing = chat.show('b1');
  expect(path()).toEqual(['q3', 'a3']);
  go();
  await showing;
  expect(path()).toEqual(['q1', 'b1', 'p2', 'b2']);
  expect(named('conversations.show')[0]?.input).toMatchObject({ leafId: 'b2' });
});

test('a deletion brings everything, so the rest is not waited for', async () => {
  const { chat, path } = setUp();
  await chat.load();
  await chat.remove(chat.path[0]!);
  expect(path()).toEqual(['q1', 'a1', 'q2', 'a2']);
  expect([chat.before, await chat.whole()]).toEqual([null, true]);
});

test('of a chat that is left nothing more is read', async () => {
  const { chat, go, named } = setUp();
  await chat.load();
  await vi.waitFor(() => expect(named('conversations.read')).toHaveLength(1));
  chat.leave();
  go();
  expect(await chat.whole()).toBe(false);
  expect(named('conversations.read')).toHaveLength(1);
});

test('a piece that cannot be read is said, and a second try reads everything', async () => {
  const { chat, path, go, failing } = setUp();
  failing.times = 1;
  await chat.load();
  go();
  expect(await chat.whole()).toBe(false);
  expect(chat.trouble.error?.code).toBe('DISK_FAILED');
  expect(path()).toEqual(['q3', 'a3']);
  await chat.trouble.retry();
  expect([chat.trouble.error, chat.before]).toEqual([null, null]);
  expect(chat.messages).toEqual(all);
});
