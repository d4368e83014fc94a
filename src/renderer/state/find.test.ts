import { expect, test, vi } from 'vitest';
import type { Message } from '../../shared/model';
import { Find } from './find.svelte';
import { readableText } from './readable-messages';

const message = (id: string, text: string): Message => ({
  ...{ id, conversationId: 'c1', parentId: null, text, parts: [], status: 'done', model: null },
  ...{ tokens: null, compacted: false, error: null, createdAt: 1 },
  role: id.startsWith('q') ? 'user' : 'assistant',
});

const chat = [
  message('q1', 'Why is the sky blue?'),
  message('a1', 'Blue light is **scat**tered. Blue!'),
  message('q2', 'And rose?'),
  message('a2', 'Less *blue* is left.'),
];

function setUp(messages: readonly Message[] = chat) {
  const world = { messages };
  const find = new Find(
    () => world.messages,
    () => Promise.resolve(readableText),
  );
  return { find, world };
}

const place = ({ current, position, total }: Find) => [current?.messageId, current?.nth, position, total];

test('every occurrence is counted and come to in turn, round and round', async () => {
  const { find } = setUp();
  find.show();
  find.type('BLUE');
  await vi.waitFor(() => expect(place(find)).toEqual(['q1', 0, 1, 4]));
  const seen: unknown[] = [];
  for (let step = 0; step < 4; step++) {
    await find.step(1);
    seen.push(place(find));
  }
  expect(seen).toEqual([
    ['a1', 0, 2, 4],
    ['a1', 1, 3, 4],
    ['a2', 0, 4, 4],
    ['q1', 0, 1, 4],
  ]);
  await find.step(-1);
  expect(place(find)).toEqual(['a2', 0, 4, 4]);
});

test('words are found as they read, not as they are marked', async () => {
  const { find } = setUp();
  find.show();
  find.type('light is scattered');
  await vi.waitFor(() => expect(find.total).toBe(1));
  find.type('**');
  await vi.waitFor(() => expect(find.total).toBe(0));
  expect(find.current).toBeNull();
});

test('thoughts, steps and sources are searched, too', async () => {
  const source = { title: 'Blue skies', url: null };
  const { find } = setUp([
    {
      ...message('a1', 'Blue.'),
      parts: [
        { kind: 'reasoning', at: 0, text: 'Is it blue?', ms: 1 },
        {
          kind: 'step',
          at: 0,
          tool: 'web-search',
          name: null,
          text: 'blue',
          state: 'done',
          sources: [source],
        },
        { kind: 'citation', at: 4, source },
      ],
    },
  ]);
  find.show();
  find.type('blue');
  await vi.waitFor(() => expect(find.total).toBe(5));
});

test('one begins where one reads, and stays there while one types on', async () => {
  const { find } = setUp();
  find.show('', 'q2');
  find.type('b');
  await vi.waitFor(() => expect(place(find)).toEqual(['a2', 0, 4, 4]));
  find.type('blue');
  await vi.waitFor(() => expect(find.folded).toBe('blue'));
  expect(place(find)).toEqual(['a2', 0, 4, 4]);
  find.type('blue light');
  await vi.waitFor(() => expect(place(find)).toEqual(['a1', 0, 1, 1]));
});

test('words that arrive are counted, and the current one stays', async () => {
  const { find, world } = setUp();
  find.show();
  find.type('blue');
  await find.step(1);
  const { current } = find;
  expect(place(find)).toEqual(['a1', 0, 2, 4]);
  world.messages = [...chat, message('q3', 'So it is blue?'), message('a3', 'Blue.')];
  find.refresh();
  await vi.waitFor(() => expect(find.total).toBe(6));
  expect(find.current).toBe(current);
  world.messages = chat.slice(0, 1);
  find.refresh();
  await vi.waitFor(() => expect(place(find)).toEqual(['q1', 0, 1, 1]));
});

test('closed it forgets what was found, and keeps the query for the next time', async () => {
  const { find } = setUp();
  find.show('rose');
  await vi.waitFor(() => expect(place(find)).toEqual(['q2', 0, 1, 1]));
  find.hide();
  expect(place(find)).toEqual([undefined, undefined, 0, 0]);
  find.show();
  await vi.waitFor(() => expect(place(find)).toEqual(['q2', 0, 1, 1]));
});

test('of two queries in a row the last one counts', async () => {
  const { find } = setUp();
  find.show();
  find.type('blue');
  find.type('rose');
  await find.step(1);
  expect(find.folded).toBe('rose');
  expect(place(find)).toEqual(['q2', 0, 1, 1]);
});

test('nothing is counted before all messages are there', async () => {
  let messages: readonly Message[] = chat.slice(-1);
  let come: () => void = () => undefined;
  const whole = new Promise<void>((resolve) => (come = resolve));
  const load = () => Promise.resolve(readableText);
  const find = new Find(
    () => messages,
    load,
    () => whole,
  );
  find.show();
  find.type(chat[0]?.text.split(' ')[0] ?? '');
  await Promise.resolve();
  expect(find.folded).toBe('');
  messages = chat;
  come();
  await vi.waitFor(() => expect(find.current?.messageId).toBe(chat[0]?.id));
});
