import { expect, test } from 'vitest';
import { AppError } from '../../shared/errors';
import type { Conversation } from '../../shared/model';
import { fakeApi } from './fake-api';
import { Library } from './library.svelte';

const trip: Conversation = { id: 'trip', title: 'Trip', updatedAt: 1 };
const runes: Conversation = { id: 'runes', title: 'Runes', updatedAt: 2 };

function setUp(answer?: Parameters<typeof fakeApi>[0]) {
  const main = fakeApi(answer);
  const library = new Library(main.api);
  library.begin([trip, runes]);
  const titles = () => library.conversations.map(({ title }) => title);
  return { ...main, library, titles };
}

const refuse = () => {
  throw new AppError('DISK_FAILED', 'Full.');
};

test('the newest chat comes first, and one that is used again moves up', () => {
  const { library, titles } = setUp();
  expect(titles()).toEqual(['Runes', 'Trip']);
  library.receive({ name: 'conversation.changed', conversation: { ...trip, updatedAt: 3 } });
  expect(titles()).toEqual(['Trip', 'Runes']);
});

test('a new name shows at once, and goes back when it could not be kept', async () => {
  const { library, titles, named } = setUp();
  await library.rename('trip', '  Lisbon ');
  expect(titles()).toEqual(['Runes', 'Lisbon']);
  expect(named('conversations.rename')[0]?.input).toEqual({ id: 'trip', title: 'Lisbon' });

  const failing = setUp(refuse);
  await failing.library.rename('trip', 'Lisbon');
  expect(failing.titles()).toEqual(['Runes', 'Trip']);
  expect(failing.library.error?.code).toBe('DISK_FAILED');
});

test('an empty name changes nothing', async () => {
  const { library, calls } = setUp();
  await library.rename('trip', '   ');
  expect(calls).toEqual([]);
});

test('a deleted chat can be taken back', async () => {
  const { library, titles } = setUp((name) => (name === 'conversations.restore' ? trip : undefined));
  await library.remove('trip');
  expect(titles()).toEqual(['Runes']);
  expect(library.removed).toEqual(trip);
  await library.restore('trip');
  expect(titles()).toEqual(['Runes', 'Trip']);
  expect(library.removed).toBeNull();
});

test('a late event does not bring a deleted chat back', async () => {
  const { library, titles } = setUp();
  await library.remove('trip');
  library.receive({ name: 'conversation.changed', conversation: { ...trip, updatedAt: 9 } });
  library.forget('trip');
  library.receive({ name: 'conversation.changed', conversation: { ...trip, updatedAt: 9 } });
  expect(titles()).toEqual(['Runes']);
});

test('a chat that could not be deleted is still there', async () => {
  const { library, titles } = setUp(refuse);
  await library.remove('trip');
  expect(titles()).toEqual(['Runes', 'Trip']);
  expect(library.removed).toBeNull();
  expect(library.error?.code).toBe('DISK_FAILED');
});

test('older chats are listed page by page until there are no more', async () => {
  const older: Conversation = { id: 'older', title: 'Older', updatedAt: 0 };
  const pages = [[older], []];
  const { api, named } = fakeApi((name) => (name === 'conversations.list' ? pages.shift() : undefined));
  const library = new Library(api);
  library.begin([runes, trip]);
  await library.listMore();
  expect(library.conversations).toEqual([runes, trip, older]);
  await library.listMore();
  expect(library.more).toBe(false);
  await library.listMore();
  expect(named('conversations.list').map(({ input }) => input)).toEqual([
    { before: { id: 'trip', updatedAt: 1 } },
    { before: { id: 'older', updatedAt: 0 } },
  ]);
});

test('a page that could not be listed is asked for again by the user, not by itself', async () => {
  const older: Conversation = { id: 'older', title: 'Older', updatedAt: 0 };
  let full = true;
  const { api, named } = fakeApi(() => (full ? refuse() : [older]));
  const library = new Library(api);
  library.begin([runes, trip]);
  await library.listMore();
  expect(library).toMatchObject({ more: false, stalled: true });
  full = false;
  await library.listMore();
  expect(library.conversations).toEqual([runes, trip, older]);
  expect(library).toMatchObject({ more: true, stalled: false, error: null });
  expect(named('conversations.list')).toHaveLength(2);
});

test('only what was deleted last waits to be taken back', async () => {
  const { library } = setUp();
  await library.remove('trip');
  await library.remove('runes');
  expect(library.removed).toEqual(runes);
  library.forget('trip');
  expect(library.removed).toEqual(runes);
});
