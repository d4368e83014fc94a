import { expect, test } from 'vitest';
import { AppError } from '../../shared/errors';
import type { ChatHit, Found } from '../../shared/search';
import { fakeApi } from './fake-api';
import { Search } from './search.svelte';

const chat = (id: string): ChatHit => ({
  conversation: { id, title: id, updatedAt: 1 },
  ...{ folder: null, title: [], messages: [] },
});
const found = (...ids: string[]): Found => ({ chats: ids.map(chat), more: false, complete: true });
const ids = (chats: readonly ChatHit[] | undefined) => chats?.map(({ conversation }) => conversation.id);

interface Wish {
  readonly query: string;
  readonly limit: number;
  readonly inside: boolean;
}

function setUp(answer: (wish: Wish) => unknown) {
  const main = fakeApi((_, input) => answer(input as Wish));
  return { ...main, search: new Search(main.api) };
}

test('what was found stays until the next is there', async () => {
  const answers: ((found: Found) => void)[] = [];
  const { search } = setUp(() => new Promise((resolve) => answers.push(resolve)));
  const first = search.type('re');
  answers[0]?.(found('a', 'b', 'c', 'd'));
  await first;
  const second = search.type('red');
  expect([ids(search.found?.chats), search.current]).toEqual([['a', 'b', 'c', 'd'], false]);
  answers[1]?.(found('b', 'c', 'd', 'e'));
  await second;
  expect([ids(search.found?.chats), search.current]).toEqual([['b', 'c', 'd', 'e'], true]);
});

test('what fits the next letters, too, is there at once', async () => {
  const answers: ((found: Found) => void)[] = [];
  const { search } = setUp(() => new Promise((resolve) => answers.push(resolve)));
  const titled = (id: string, ...words: readonly string[]): ChatHit => ({
    ...chat(id),
    title: words.map((text, at) => ({ text, hit: at === 0 })),
  });
  const first = search.type('re');
  answers[0]?.({ ...found(), chats: [titled('a', 're', 'ason'), titled('b', 're', 'd')], more: true });
  await first;
  void search.type('red');
  expect(search.found?.chats).toEqual([{ ...chat('b'), title: [{ text: 'red', hit: true }] }]);
  expect(search.current).toBe(false);
  expect(answers).toHaveLength(1); // it is painted before main is asked
  await expect.poll(() => answers.length).toBe(2);
});

test('what was found within words and still fits stays until they have been looked into anew', async () => {
  const within = (...words: readonly string[]): ChatHit => ({
    ...chat('z'),
    title: words.map((text) => ({ text, hit: text.startsWith('derst') })),
  });
  const answers: ((found: Found) => void)[] = [];
  const { search } = setUp(({ inside }) =>
    inside ? new Promise((resolve) => answers.push(resolve)) : found(),
  );
  const first = search.type('derst');
  await expect.poll(() => answers.length).toBe(1);
  expect(search.current).toBe(false);
  answers[0]?.({ ...found(), chats: [within('un', 'derst', 'and')] });
  await first;
  expect(search.current).toBe(true);
  const second = search.type('dersta');
  await expect.poll(() => answers.length).toBe(2);
  expect(search.inside).toEqual([within('un', 'dersta', 'nd')]);
  answers[1]?.(found());
  await second;
  expect(search.inside).toEqual([]);
});

test('after a search that failed nothing is taken for what fits', async () => {
  let broken = false;
  const { search } = setUp(() => {
    if (broken) throw new AppError('DISK_FAILED', 'No disk.');
    return {
      ...found(),
      chats: [
        {
          ...chat('a'),
          title: [
            { text: 'fo', hit: true },
            { text: 'o', hit: false },
          ],
        },
      ],
      more: true,
    };
  });
  await search.type('fo');
  broken = true;
  await search.type('bar fo');
  void search.type('bar foo');
  expect(search.found?.chats[0]?.title).toHaveLength(2);
});

test('an older answer that comes late is not shown', async () => {
  const answers: ((found: Found) => void)[] = [];
  const { search } = setUp(() => new Promise((resolve) => answers.push(resolve)));
  const first = search.type('re');
  const second = search.type('red');
  answers[1]?.(found('new', 'b', 'c', 'd'));
  await second;
  answers[0]?.(found('old'));
  await first;
  expect(ids(search.found?.chats)).toEqual(['new', 'b', 'c', 'd']);
});

test('where little was found, words are looked into, and what is there already is not listed twice', async () => {
  const { search } = setUp(({ inside }) => (inside ? found('a', 'z') : found('a')));
  await search.type('derstand');
  expect([ids(search.found?.chats), ids(search.inside)]).toEqual([['a'], ['z']]);
});

test('more are listed where one asks for them', async () => {
  const { search, named } = setUp(() => ({ ...found('a', 'b', 'c', 'd'), more: true }));
  await search.type('the');
  await search.listMore();
  await search.listMore();
  expect(search.more).toBe(false);
  expect(named('search.run').map(({ input }) => (input as Wish).limit)).toEqual([8, 40, 200]);
});

test('a failure is told, and the next search is free of it', async () => {
  let broken = true;
  const { search } = setUp(() => {
    if (broken) throw new AppError('DISK_FAILED', 'No disk.');
    return found();
  });
  await search.type('a');
  expect(search.error?.code).toBe('DISK_FAILED');
  broken = false;
  await search.type('ab');
  expect(search.error).toBeNull();
});
