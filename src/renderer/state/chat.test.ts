import { expect, test, vi } from 'vitest';
import { AppError } from '../../shared/errors';
import type { Message, Transcript } from '../../shared/model';
import { Chat } from './chat.svelte';
import { fakeApi } from './fake-api';

const conversationId = '018f0000-0000-4000-8000-00000000000a';
const model = 'gpt-6.2-sol';

function setUp(answer?: Parameters<typeof fakeApi>[0], isNew = true) {
  const main = fakeApi(answer);
  const kept = new Map<string, string>();
  const drafts = {
    read: (id: string) => kept.get(id) ?? '',
    keep: (id: string, text: string) => void kept.set(id, text),
  };
  const chat = new Chat(main.api, conversationId, drafts);
  if (isNew) chat.begin({ messages: [], leafId: null });
  const texts = () => chat.path.map((message) => (message.id === chat.draft?.id ? chat.draft : message).text);
  const hear = (at: number, text: string, answerId = chat.draft!.id) =>
    chat.receive({ name: 'turn.delta', answerId, at, text });
  const end = (change: Partial<Message>) =>
    chat.receive({ name: 'turn.ended', answer: { ...chat.draft!, status: 'done', ...change } });
  return { ...main, chat, kept, drafts, texts, hear, end };
}

function message(
  id: string,
  parentId: string | null,
  role: Message['role'],
  change: Partial<Message> = {},
): Message {
  const base = { conversationId, error: null, createdAt: 1, model: null, status: 'done' } as const;
  return { ...base, id, parentId, role, text: id, ...change };
}

/** One question with two answers; the first of them was followed up. */
const branched: Transcript = {
  messages: [
    message('q1', null, 'user'),
    message('a1', 'q1', 'assistant'),
    message('q2', 'a1', 'user'),
    message('a2', 'q2', 'assistant'),
    message('b1', 'q1', 'assistant'),
  ],
  leafId: 'b1',
};
const stored = (transcript: Transcript) => (name: string) =>
  name === 'conversations.open' ? transcript : undefined;

test('a question shows before main has answered', () => {
  const { chat, texts, named } = setUp(() => new Promise(() => undefined));
  void chat.send('Hello', model);
  expect(texts()).toEqual(['Hello', '']);
  expect(chat.busy).toBe(true);
  expect(named('turn.start')[0]?.input).toMatchObject({
    conversationId,
    parentId: null,
    text: 'Hello',
    model,
  });
});

test('words arrive in the draft, and its end takes their place under the same id', async () => {
  const { chat, texts, hear, end } = setUp();
  await chat.send('Hello', model);
  const id = chat.draft?.id;
  const { messages } = chat;
  hear(0, 'Hi');
  hear(2, ' there');
  expect(texts()).toEqual(['Hello', 'Hi there']);
  expect(chat.messages).toBe(messages);
  end({ text: 'Hi there.' });
  expect(chat.busy).toBe(false);
  expect(chat.path.at(-1)).toMatchObject({ id, text: 'Hi there.', status: 'done' });
});

test('the next question follows the answer that is shown', async () => {
  const { chat, end, named } = setUp();
  await chat.send('Hello', model);
  end({ text: 'Hi' });
  const answerId = chat.path.at(-1)?.id;
  await chat.send('And?', model);
  expect(named('turn.start')[1]?.input).toMatchObject({ parentId: answerId, text: 'And?' });
});

test('what belongs to another answer or another chat is ignored', async () => {
  const { chat, hear, texts } = setUp();
  await chat.send('Hello', model);
  hear(0, 'Wrong', 'another');
  chat.receive({ name: 'turn.ended', answer: { ...chat.draft!, id: 'another', text: 'Wrong' } });
  chat.receive({ name: 'turn.ended', answer: { ...chat.draft!, conversationId: 'another', text: 'Wrong' } });
  expect(texts()).toEqual(['Hello', '']);
  expect(chat.busy).toBe(true);
});

test('an answer that fails keeps its words and its error', async () => {
  const { chat, hear, end } = setUp();
  await chat.send('Hello', model);
  hear(0, 'Half of');
  const error = new AppError('CONNECTION_LOST', 'Lost.').toData();
  end({ text: 'Half of', status: 'failed', error });
  expect(chat.path.at(-1)).toMatchObject({ text: 'Half of', status: 'failed', error });
});

test('a refused question stays on the screen with the reason, and is sent anew by trying again', async () => {
  let refuse = true;
  const { chat, texts, named } = setUp((name) => {
    if (name === 'turn.start' && refuse) throw new AppError('DISK_FAILED', 'Full.');
  });
  await chat.send('Precious words', model);
  expect(chat.path[0]?.text).toBe('Precious words');
  expect(chat.path[1]).toMatchObject({ status: 'failed', error: { code: 'DISK_FAILED' } });
  refuse = false;
  const questionId = chat.path[0]!.id;
  await chat.again(questionId, model);
  expect(texts()).toEqual(['Precious words', '']);
  expect(named('turn.start')[1]?.input).toMatchObject({ questionId, text: 'Precious words' });
});

test('the next question does not follow one that main never got', async () => {
  let refuse = true;
  const { chat, texts, named } = setUp((name) => {
    if (name === 'turn.start' && refuse) throw new AppError('DISK_FAILED', 'Full.');
  });
  await chat.send('Refused', model);
  refuse = false;
  await chat.send('Taken', model);
  expect(named('turn.start')[1]?.input).toMatchObject({ parentId: null });
  expect(texts()).toEqual(['Taken', '']);
  expect(chat.siblings(chat.path[0]!).map(({ text }) => text)).toEqual(['Refused', 'Taken']);
});

test('asking again puts a new answer beside the old one, which stays', async () => {
  const { chat, named } = setUp(stored(branched), false);
  await chat.load();
  await chat.again('q1', 'gpt-6-luna');
  expect(named('turn.again')[0]?.input).toMatchObject({ questionId: 'q1', model: 'gpt-6-luna' });
  expect(chat.path.map(({ id }) => id)).toEqual(['q1', chat.draft?.id]);
  expect(chat.siblings(chat.path[1]!).map(({ id }) => id)).toEqual(['a1', 'b1', chat.draft?.id]);
});

test('showing another answer goes to the newest end below it, and main remembers', async () => {
  const { chat, named } = setUp(stored(branched), false);
  await chat.load();
  expect(chat.path.map(({ id }) => id)).toEqual(['q1', 'b1']);
  await chat.show('a1');
  expect(chat.path.map(({ id }) => id)).toEqual(['q1', 'a1', 'q2', 'a2']);
  expect(named('conversations.show')[0]?.input).toEqual({ id: conversationId, leafId: 'a2' });
});

test('a lost delta makes the chat read again; a doubled one changes nothing', async () => {
  const streaming = message('a', 'q', 'assistant', { text: 'Hello', status: 'streaming' });
  const { chat, hear, named } = setUp(
    stored({ messages: [message('q', null, 'user'), streaming], leafId: 'a' }),
    false,
  );
  await chat.load();
  hear(0, 'Hell');
  expect(chat.draft?.text).toBe('Hello');
  hear(4, 'o!');
  expect(chat.draft?.text).toBe('Hello!');
  hear(9, '?');
  await vi.waitFor(() => expect(named('conversations.open')).toHaveLength(2));
  expect(chat.draft?.text).toBe('Hello!'); // What was read is shorter than what was heard.
});

test('an end that is heard while the chat is being read is not undone by the reading', async () => {
  const streaming = message('a', 'q', 'assistant', { text: 'Hel', status: 'streaming' });
  let answer: (transcript: Transcript) => void = () => undefined;
  const { chat } = setUp(
    (name) => (name === 'conversations.open' ? new Promise((resolve) => (answer = resolve)) : undefined),
    false,
  );
  const reading = chat.load();
  await Promise.resolve();
  chat.receive({ name: 'turn.ended', answer: { ...streaming, text: 'Hello', status: 'done' } });
  answer({ messages: [message('q', null, 'user'), streaming], leafId: 'a' });
  await reading;
  expect(chat.busy).toBe(false);
  expect(chat.path.at(-1)?.text).toBe('Hello');
});

test('stopping asks main; the words that had arrived stay', async () => {
  const { chat, hear, end, named } = setUp();
  await chat.send('Hello', model);
  hear(0, 'Hi');
  await chat.stop();
  expect(named('turn.stop')[0]?.input).toEqual({ answerId: chat.draft?.id });
  end({ text: 'Hi', status: 'stopped' });
  expect(chat.path.at(-1)).toMatchObject({ text: 'Hi', status: 'stopped' });
});

test('typed text is remembered until main has it on disk', async () => {
  let store: () => void = () => undefined;
  const { chat, kept, drafts, api } = setUp((name) =>
    name === 'turn.start' ? new Promise<void>((resolve) => (store = resolve)) : undefined,
  );
  chat.typed = 'Precious words';
  expect(new Chat(api, conversationId, drafts).typed).toBe('Precious words');
  const sending = chat.send(chat.typed, model);
  chat.typed = '';
  expect(kept.get(conversationId)).toBe('Precious words');
  store();
  await sending;
  expect(kept.get(conversationId)).toBe('');
});

test('a chat that cannot be read says why, and nothing can be sent into it', async () => {
  const { api, drafts, named } = setUp((name) => {
    if (name === 'conversations.open') throw new AppError('DISK_FAILED', 'Unreadable.');
  });
  const chat = new Chat(api, conversationId, drafts);
  await chat.load();
  expect(chat.error?.code).toBe('DISK_FAILED');
  await chat.send('Hello', model);
  expect(named('turn.start')).toEqual([]);
});

test('a box that is emptied while an answer is written stays empty', async () => {
  const { chat, kept } = setUp();
  await chat.send('Hello', model);
  chat.typed = 'On second thought';
  chat.typed = '';
  expect(chat.busy).toBe(true);
  expect(kept.get(conversationId)).toBe('');
});
