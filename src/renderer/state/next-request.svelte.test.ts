import { flushSync } from 'svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { CallName, Input } from '../../shared/contract';
import { AppError } from '../../shared/errors';
import type { Message, Transcript } from '../../shared/model';
import { noSpending } from '../../shared/money';
import type { Estimate } from '../../shared/request';
import { Chat } from './chat.svelte';
import { fakeApi } from './fake-api';

const conversationId = '018f0000-0000-4000-8000-00000000000a';
const model = 'gpt-6.2-sol';
const options = { accountId: null, instructions: null, effort: null, verbosity: null };
const base: Message = {
  ...{ id: 'q1', conversationId, parentId: null, role: 'user', text: 'Why blue?', parts: [], status: 'done' },
  ...{ model: null, tokens: null, compacted: false, error: null, createdAt: 1 },
};
const answer: Message = { ...base, id: 'a1', parentId: 'q1', role: 'assistant', text: 'Rayleigh.', model };
const begun: Transcript = {
  ...{ messages: [base, answer], leafId: 'a1', options, waiting: null, spending: noSpending },
};
const empty: Transcript = { ...begun, messages: [], leafId: null };

/** It costs a cent to read, for each character of the draft. */
const estimateOf = ({ text }: Pick<Input<'request.estimate'>, 'text'>): Estimate => ({
  ...{ message: text.length, total: 100 + text.length, limit: 1000, inputMicros: text.length * 10_000 },
  ...{ outputMicros: 30_000, uncachedMicros: 0 },
});

type Draft = Input<'request.estimate'>;

function fakeMain(countable = true) {
  return (name: CallName, input: unknown): unknown => {
    if (name === 'request.estimate') return estimateOf(input as Draft);
    if (name === 'request.inspect') return { items: [], estimate: estimateOf(input as Draft), countable };
    if (name === 'request.count') return 1000 + (input as Draft).text.length;
    if (name === 'request.code') return 'curl';
    return undefined;
  };
}

interface SetUp {
  readonly main?: Parameters<typeof fakeApi>[0];
  readonly transcript?: Transcript | null;
  readonly countAbove?: number | null;
}

/** A chat whose draft is followed, as the view does. */
function setUp({ main = fakeMain(), transcript = begun, countAbove = null }: SetUp = {}) {
  const api = fakeApi(main);
  const kept = { read: () => '', edit: () => undefined, keep: () => undefined };
  const chat = new Chat(api.api, conversationId, kept);
  if (transcript) chat.begin(transcript);
  const end = $effect.root(() => {
    $effect(() => chat.next.follow(model, () => countAbove));
    $effect(() => chat.next.followEdit(model));
  });
  ends.push(end);
  flushSync();
  const type = (text: string) => {
    chat.typed.box = text;
    flushSync();
  };
  return { ...api, chat, next: chat.next, type };
}

const ends: (() => void)[] = [];
const pause = (ms: number) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  for (const end of ends.splice(0)) end();
  vi.useRealTimers();
});

test('main is asked once, a quarter of a second after the last key', async () => {
  const { named, next, type } = setUp();
  for (const text of ['H', 'He', 'Hel']) {
    type(text);
    await pause(200);
  }
  expect(named('request.estimate')).toEqual([]);
  await pause(50);
  expect(named('request.estimate').map(({ input }) => input)).toEqual([
    { conversationId, parentId: 'a1', text: 'Hel', model, options, leaveOut: [] },
  ]);
  expect(next.estimate?.message).toBe(3);
});

test('nothing is asked while the chat is not read, nor of an empty box in an empty chat', async () => {
  const { named, chat } = setUp({ transcript: null });
  await pause(1000);
  chat.begin(empty);
  flushSync();
  await pause(1000);
  expect(named('request.estimate')).toEqual([]);
});

test('an empty box in an empty chat has no estimate, whatever was typed before', async () => {
  const { next, type } = setUp({ transcript: empty });
  type('Hello');
  await pause(250);
  expect(next.estimate?.message).toBe(5);
  type('');
  expect(next.estimate).toBeNull();
});

test('a reply that is late does not speak for what was typed since', async () => {
  const replies: ((estimate: Estimate) => void)[] = [];
  const { next, type } = setUp({ main: () => new Promise((resolve) => replies.push(resolve)) });
  type('Hello');
  await pause(250);
  type('Hello there');
  await pause(250);
  replies[1]?.(estimateOf({ text: 'Hello there' }));
  await pause(0);
  replies[0]?.(estimateOf({ text: 'Hello' }));
  await pause(0);
  expect(next.estimate?.message).toBe(11);
});

test('other options, and an answer that has ended, are another draft', async () => {
  const { named, chat } = setUp();
  await pause(250);
  void chat.configure({ effort: 'high' });
  flushSync();
  await pause(250);
  expect(named('request.estimate').at(-1)?.input).toMatchObject({ options: { effort: 'high' } });
  await chat.send('And?', model);
  chat.receive({ name: 'turn.ended', answer: { ...chat.draft!, status: 'done', text: 'So.' } });
  flushSync();
  await pause(250);
  expect(named('request.estimate').at(-1)?.input).toMatchObject({ parentId: chat.path.at(-1)?.id, text: '' });
});

test('a question takes along what it leaves out, and the next one leaves out nothing', async () => {
  const { named, chat, next } = setUp();
  next.send('q1', false);
  next.send('instructions', false);
  next.send('elsewhere', false);
  await chat.send('And?', model);
  expect(named('turn.start')[0]?.input).toMatchObject({ text: 'And?', leaveOut: ['q1', 'instructions'] });
  expect(chat.path.at(-2)?.leftOut).toEqual(['q1', 'instructions']);
  expect(chat.path.at(-1)).not.toHaveProperty('leftOut');
  expect(next.leaveOut).toEqual([]);
  chat.receive({ name: 'turn.ended', answer: { ...chat.draft!, status: 'done', text: 'So.' } });
  await chat.send('Then?', model);
  expect(named('turn.start')[1]?.input).not.toHaveProperty('leaveOut');
});

test('a question that main refused leaves out the same when it is tried again', async () => {
  let refuses = true;
  const { named, chat, next } = setUp({
    main: (name) => {
      if (name === 'turn.start' && refuses) throw new AppError('OFFLINE', 'No network.');
    },
  });
  next.send('q1', false);
  await chat.send('And?', model);
  refuses = false;
  await chat.again(chat.path.at(-2)!.id, model);
  expect(named('turn.start').map(({ input }) => (input as { leaveOut?: unknown }).leaveOut)).toEqual([
    ['q1'],
    ['q1'],
  ]);
});

test('an edited question and one that waited leave out nothing', async () => {
  const { named, chat, next } = setUp();
  next.send('instructions', false);
  chat.typed.openEdit('q1', 'Why red?');
  await chat.edit(model);
  chat.receive({ name: 'turn.ended', answer: { ...chat.draft!, status: 'done', text: 'So.' } });
  chat.typed.enqueue('And?');
  await chat.sendQueued(model);
  expect(named('turn.start')).toHaveLength(2);
  for (const { input } of named('turn.start')) expect(input).not.toHaveProperty('leaveOut');
});

test('another chat is opened, and nothing is left out any more', () => {
  const { chat, next } = setUp();
  next.send('q1', false);
  next.send('q1', true);
  expect(next.leaveOut).toEqual([]);
  next.send('a1', false);
  chat.leave();
  expect(next.leaveOut).toEqual([]);
});

test('the inspector reads the request at once, and again when something is left out', async () => {
  const { named, next } = setUp();
  await pause(250);
  await next.inspect();
  expect(named('request.inspect')).toHaveLength(1);
  next.send('q1', false);
  flushSync();
  await pause(0);
  expect(named('request.inspect').at(-1)?.input).toMatchObject({ leaveOut: ['q1'] });
  expect(next.inspection).not.toBeNull();
});

test('an exact count is forgotten when the draft changes', async () => {
  const { next, type } = setUp();
  type('Hello');
  await next.count();
  expect(next.exact).toBe(1005);
  type('Hello!');
  expect(next.exact).toBeNull();
});

test('a count that fails says why, until the next one', async () => {
  let fails = true;
  const { next } = setUp({
    main: (name) => {
      if (name === 'request.count' && fails) throw new AppError('OFFLINE', 'No network.');
      return 7;
    },
  });
  await next.count();
  expect(next.error?.code).toBe('OFFLINE');
  expect(next.counting).toBe(false);
  fails = false;
  await next.count();
  expect(next.error).toBeNull();
  expect(next.exact).toBe(7);
});

test('above the amount that was set, a draft that rests for a second is counted by itself', async () => {
  const { named, next, type } = setUp({ countAbove: 50_000 });
  type('Hello');
  await pause(2000);
  expect(named('request.count')).toEqual([]);
  type('Hello!');
  await pause(900);
  expect(named('request.count')).toEqual([]);
  await pause(100);
  expect(named('request.count')).toHaveLength(1);
  expect(next.exact).toBe(1006);
});

test('a draft that changes before the second is over is not sent to be counted', async () => {
  const { named, type } = setUp({ countAbove: 50_000 });
  type('Hello!');
  await pause(900);
  type('Hello!!');
  await pause(900);
  expect(named('request.count')).toEqual([]);
});

test('a server that cannot count is not sent anything, nor is one without an amount', async () => {
  for (const set of [{ main: fakeMain(false), countAbove: 1 }, { countAbove: null }]) {
    const { named, type } = setUp(set);
    type('Hello!');
    await pause(5000);
    expect(named('request.count')).toEqual([]);
  }
});

test('code is that of the draft, with what it leaves out', async () => {
  const { named, next, type } = setUp();
  next.send('q1', false);
  type('Hello');
  expect(await next.code('python')).toBe('curl');
  expect(named('request.code')[0]?.input).toMatchObject({
    text: 'Hello',
    leaveOut: ['q1'],
    language: 'python',
  });
});

test('a question that is put in other words has an estimate of its own', async () => {
  const { named, chat, next } = setUp();
  chat.typed.openEdit('q1', 'Why red?');
  flushSync();
  await pause(250);
  expect(named('request.estimate').map(({ input }) => input)).toContainEqual(
    expect.objectContaining({ parentId: null, text: 'Why red?', leaveOut: [] }),
  );
  expect(next.editEstimate?.message).toBe(8);
  chat.typed.edit = null;
  flushSync();
  expect(next.editEstimate).toBeNull();
});
