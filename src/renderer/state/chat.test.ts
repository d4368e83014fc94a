import { expect, test, vi } from 'vitest';
import { AppError } from '../../shared/errors';
import type { Message, Transcript } from '../../shared/model';
import { noSpending } from '../../shared/money';
import { Chat } from './chat.svelte';
import { fakeApi } from './fake-api';

const conversationId = '018f0000-0000-4000-8000-00000000000a';
const model = 'gpt-6.2-sol';
const options = { accountId: null, instructions: null, effort: null, verbosity: null };
const rest = { options, waiting: null, spending: noSpending };

/** `first`: no other window sends what waits. */
function setUp(answer?: Parameters<typeof fakeApi>[0], isNew = true, first = true) {
  const main = fakeApi((name, input) => (name === 'drafts.claim' ? first : answer?.(name, input)));
  const kept = new Map<string, string>();
  const drafts = {
    read: (_: string, place: string) => kept.get(place) ?? '',
    edit: () => undefined,
    keep: (_: string, place: string, text: string) => void kept.set(place, text),
  };
  const chat = new Chat(main.api, conversationId, drafts);
  if (isNew) chat.begin({ ...rest, messages: [], leafId: null });
  const texts = () => chat.path.map((message) => (message.id === chat.draft?.id ? chat.draft : message).text);
  const hear = (at: number, text: string, answerId = chat.draft!.id) =>
    chat.receive({ name: 'turn.delta', answerId, part: null, at, text });
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
  const base = {
    ...({ conversationId, error: null, createdAt: 1, model: null, status: 'done' } as const),
    ...{ parts: [], tokens: null, compacted: false },
  };
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
  ...rest,
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
    stored({ messages: [message('q', null, 'user'), streaming], leafId: 'a', ...rest }),
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
  answer({ messages: [message('q', null, 'user'), streaming], leafId: 'a', ...rest });
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
  chat.typed.box = 'Precious words';
  expect(new Chat(api, conversationId, drafts).typed.box).toBe('Precious words');
  const sending = chat.send(chat.typed.box, model);
  chat.typed.box = '';
  expect(kept.get('box')).toBe('Precious words');
  store();
  await sending;
  expect(kept.get('box')).toBe('');
});

test('a chat that cannot be read says why, and nothing can be sent into it', async () => {
  const { api, drafts, named } = setUp((name) => {
    if (name === 'conversations.open') throw new AppError('DISK_FAILED', 'Unreadable.');
  });
  const chat = new Chat(api, conversationId, drafts);
  await chat.load();
  expect(chat.trouble.error?.code).toBe('DISK_FAILED');
  await chat.send('Hello', model);
  expect(named('turn.start')).toEqual([]);
});

test('a box that is emptied while an answer is written stays empty', async () => {
  const { chat, kept } = setUp();
  await chat.send('Hello', model);
  chat.typed.box = 'On second thought';
  chat.typed.box = '';
  expect(chat.busy).toBe(true);
  expect(kept.get('box')).toBe('');
});

const deltas = (chat: Chat, answerId: string) => ({
  part: (index: number, part: Message['parts'][number]) =>
    chat.receive({ name: 'turn.part', answerId, index, part }),
  more: (part: number, at: number, text: string) =>
    chat.receive({ name: 'turn.delta', answerId, part, at, text }),
});

test('thoughts grow beside the words, and a gap in them makes the chat read again', async () => {
  const { chat, hear, named } = setUp();
  await chat.send('Hello', model);
  const { part, more } = deltas(chat, chat.draft!.id);
  part(0, { kind: 'reasoning', at: 0, text: '', ms: null });
  more(0, 0, 'Light');
  more(0, 5, ' scatters.');
  hear(0, 'Rayleigh');
  part(0, { kind: 'reasoning', at: 0, text: 'Light scatters.', ms: 4000 });
  expect(chat.draft).toMatchObject({ text: 'Rayleigh', parts: [{ text: 'Light scatters.', ms: 4000 }] });
  expect(named('conversations.open')).toEqual([]);
  more(0, 40, 'lost');
  await vi.waitFor(() => expect(named('conversations.open')).toHaveLength(1));
});

test('what is sent while an answer is written waits, and goes when the answer is whole', async () => {
  const { chat, end, named, kept, texts } = setUp();
  await chat.send('One', model);
  await chat.send('Two', model);
  await chat.send('Three', model);
  expect(kept.get('queue')).toBe('Two\n\nThree');
  expect(named('turn.start')).toHaveLength(1);
  end({ text: 'Yes', status: 'done' });
  await vi.waitFor(() => expect(texts()).toEqual(['One', 'Yes', 'Two\n\nThree', '']));
  await vi.waitFor(() => expect(kept.get('queue')).toBe(''));
});

test('what waited is sent by one window, and shown by all', async () => {
  const { chat, end, named } = setUp(undefined, true, false);
  await chat.send('One', model);
  await chat.send('Two', model);
  end({ text: 'Yes', status: 'done' });
  await vi.waitFor(() => expect(named('drafts.claim')).toHaveLength(1));
  expect(named('turn.start')).toHaveLength(1);
  expect(chat.typed.queue).toBe('Two');
});

test.each(['stopped', 'failed', 'interrupted'] as const)(
  'after an answer that was %s nothing is sent by itself',
  async (status) => {
    const { chat, end, named } = setUp();
    await chat.send('One', model);
    await chat.send('Two', model);
    end({ status });
    expect(chat.typed.queue).toBe('Two');
    expect(named('turn.start')).toHaveLength(1);
    await chat.sendQueued(model);
    expect(named('turn.start')).toHaveLength(2);
  },
);

test('a question in other words stands beside the one that was sent', async () => {
  const { chat, named, kept } = setUp(stored(branched), false);
  await chat.load();
  await chat.show('a1');
  chat.typed.edit = { questionId: 'q2', text: 'Second try' };
  expect(kept.get('q2')).toBe('Second try');
  await chat.edit(model);
  expect(named('turn.start')[0]?.input).toMatchObject({ parentId: 'a1', text: 'Second try' });
  expect(chat.typed.edit).toBeNull();
  expect(chat.siblings(chat.path[2]!).map(({ text }) => text)).toEqual(['q2', 'Second try']);
});

test('an answer that was stopped goes on from its last word, in its own place', async () => {
  const { chat, hear, end, named } = setUp();
  await chat.send('Hello', model);
  hear(0, 'Ray');
  end({ text: 'Ray', status: 'stopped' });
  const answerId = chat.path.at(-1)!.id;
  await chat.continue(answerId);
  hear(3, 'leigh', answerId);
  expect(chat.draft?.text).toBe('Rayleigh');
  end({ text: 'Rayleigh', status: 'done' });
  expect(named('turn.continue')).toMatchObject([{ input: { answerId, options } }]);
  expect(chat.path).toMatchObject([{ text: 'Hello' }, { text: 'Rayleigh', status: 'done' }]);
});

test('an answer that may not go on is as it was, and the reason is told', async () => {
  const stopped = message('a', 'q', 'assistant', { text: 'Ray', status: 'stopped' });
  const transcript = { messages: [message('q', null, 'user'), stopped], leafId: 'a', ...rest };
  const { chat } = setUp((name) => {
    if (name === 'turn.continue') throw new AppError('BUSY', 'Busy.');
    return transcript;
  }, false);
  await chat.load();
  await chat.continue('a');
  expect(chat.busy).toBe(false);
  expect(chat.path.at(-1)).toEqual(stopped);
  expect(chat.trouble.error?.code).toBe('BUSY');
});

test('a deleted message is gone with what follows it, and Undo brings both back', async () => {
  const without = { ...branched, messages: branched.messages.slice(0, 1), leafId: 'q1' };
  const { chat } = setUp((name) => (name === 'messages.delete' ? without : branched), false);
  await chat.load();
  await chat.remove(chat.path[1]!);
  expect(chat.path.map(({ id }) => id)).toEqual(['q1']);
  expect(chat.removed?.id).toBe('b1');
  await chat.restore();
  expect(chat.path.map(({ id }) => id)).toEqual(['q1', 'b1']);
  expect(chat.removed).toBeNull();
});

test('a turn that waits says so until it is tried again, also after a reload', async () => {
  const { chat, named } = setUp();
  await chat.send('Hello', model);
  const answerId = chat.draft!.id;
  const error = new AppError('OVERLOADED', 'Busy.').toData();
  const waiting = { answerId, error, attempt: 2, waitMs: 8000 };
  chat.receive({ name: 'turn.waiting', answerId, waiting });
  expect(chat.waiting?.waitMs).toBe(8000);
  await chat.tryNow();
  expect(named('turn.tryNow')[0]?.input).toEqual({ answerId });
  chat.receive({ name: 'turn.waiting', answerId, waiting: null });
  expect(chat.waiting).toBeNull();

  const streaming = message('a', 'q', 'assistant', { text: '', status: 'streaming' });
  const transcript = { messages: [message('q', null, 'user'), streaming], leafId: 'a', ...rest, waiting };
  const again = setUp(stored(transcript), false).chat;
  await again.load();
  expect(again.waiting).toMatchObject(waiting);
});

test('how a chat asks goes along with its first question, and is stored at once after it', async () => {
  const { chat, named } = setUp();
  await chat.configure({ effort: 'low' });
  expect(chat.held).toBe(true);
  expect(named('conversations.configure')).toEqual([]);
  await chat.send('Hello', model);
  expect(named('turn.start')[0]?.input).toMatchObject({ options: { ...options, effort: 'low' } });
  await chat.configure({ instructions: 'Be brief.' });
  expect(named('conversations.configure')[0]?.input).toMatchObject({
    options: { effort: 'low', instructions: 'Be brief.' },
  });
});

test('a chat too long for its model goes on in a compact form, and the question is asked again', async () => {
  const { chat, named } = setUp(() => branched, false);
  await chat.load();
  await chat.show('a1');
  await chat.outgrown.compact('q2', model, () => void chat.again('q2', model));
  expect(named('conversations.compact')[0]?.input).toMatchObject({ messageId: 'a1' });
  expect(named('turn.again')[0]?.input).toMatchObject({ questionId: 'q2' });
  expect(chat.outgrown.working).toBeNull();
});

test('a compaction that fails says why, and is tried again with what follows it', async () => {
  let refuse = true;
  const { chat, named } = setUp((name) => {
    if (name === 'conversations.compact' && refuse) throw new AppError('OFFLINE', 'No network.');
    return branched;
  }, false);
  await chat.load();
  await chat.outgrown.compact('q2', model, () => void chat.again('q2', model));
  expect(chat.trouble.error?.code).toBe('OFFLINE');
  expect(named('turn.again')).toEqual([]);
  refuse = false;
  await chat.trouble.retry();
  expect(chat.trouble.error).toBeNull();
  expect(named('turn.again')).toHaveLength(1);
});

test('a summary comes with the question that it is for', async () => {
  const { chat } = setUp(
    (name) => (name === 'conversations.summarise' ? { text: 'We spoke of the sky.' } : branched),
    false,
  );
  await chat.load();
  const said = vi.fn();
  await chat.outgrown.summarise('q2', model, said);
  expect(said).toHaveBeenCalledExactlyOnceWith('We spoke of the sky.\n\nq2');
});

test('before the first question there is nothing to sum up', async () => {
  const { chat, named } = setUp(stored(branched), false);
  await chat.load();
  await chat.outgrown.summarise('q1', model, () => undefined);
  expect(named('conversations.summarise')).toEqual([]);
});

test('what was queued and main refused is asked by trying again, and then no draft any more', async () => {
  let refuse = false;
  const { chat, end, kept } = setUp((name) => {
    if (name === 'turn.start' && refuse) throw new AppError('DISK_FAILED', 'Full.');
  });
  await chat.send('One', model);
  await chat.send('Two', model);
  refuse = true;
  end({ text: 'Yes', status: 'done' });
  await vi.waitFor(() => expect(chat.path.at(-1)?.status).toBe('failed'));
  expect(chat.typed.queue).toBe('');
  expect(kept.get('queue')).toBe('Two');
  refuse = false;
  await chat.again(chat.path.at(-2)?.id ?? '', model);
  expect(kept.get('queue')).toBe('');
  expect(chat.path.at(-2)?.text).toBe('Two');
});

test('a question that main never had is deleted here, with its draft', async () => {
  const { chat, kept, named } = setUp((name) => {
    if (name === 'turn.start') throw new AppError('DISK_FAILED', 'Full.');
  });
  chat.typed.box = 'Precious words';
  const sending = chat.send(chat.typed.box, model);
  chat.typed.box = '';
  await sending;
  expect(kept.get('box')).toBe('Precious words');
  await chat.remove(chat.path[0]!);
  expect(chat.path).toEqual([]);
  expect(kept.get('box')).toBe('');
  expect(named('messages.delete')).toEqual([]);
});

test('a wait is counted from when it was heard of, wherever it is shown', async () => {
  const { chat } = setUp();
  await chat.send('Hello', model);
  const answerId = chat.draft!.id;
  const error = new AppError('OVERLOADED', 'Busy.').toData();
  const before = performance.now();
  chat.receive({ name: 'turn.waiting', answerId, waiting: { answerId, error, attempt: 2, waitMs: 8000 } });
  expect(chat.waiting?.until).toBeGreaterThanOrEqual(before + 8000);
  expect(chat.waiting?.until).toBeLessThanOrEqual(performance.now() + 8000);
  chat.receive({ name: 'turn.waiting', answerId, waiting: { answerId, error, attempt: 2, waitMs: null } });
  expect(chat.waiting?.until).toBeNull();
});

test('a queued message and an edit are drafts until main has them on disk', async () => {
  let store: () => void = () => undefined;
  const { chat, kept, end, named } = setUp((name) =>
    name === 'turn.start' ? new Promise<void>((resolve) => (store = resolve)) : undefined,
  );
  void chat.send('One', model);
  await vi.waitFor(() => expect(named('turn.start')).toHaveLength(1));
  store();
  await chat.send('Two', model);
  chat.typed.box = 'Still typing';
  end({ text: 'Yes', status: 'done' });
  await vi.waitFor(() => expect(named('turn.start').at(-1)?.input).toMatchObject({ place: 'queue' }));
  expect([chat.typed.queue, kept.get('queue')]).toEqual(['', 'Two']);
  store();
  await vi.waitFor(() => expect(kept.get('queue')).toBe(''));
  expect(kept.get('box')).toBe('Still typing');
  end({ text: 'Yes', status: 'done' });

  const questionId = chat.path[0]!.id;
  chat.typed.edit = { questionId, text: 'One, really' };
  void chat.edit(model);
  expect([chat.typed.edit, kept.get(questionId)]).toEqual([null, 'One, really']);
  store();
  await vi.waitFor(() => expect(kept.get(questionId)).toBe(''));
});
