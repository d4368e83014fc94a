import { expect, test } from 'vitest';
import type { Input } from '../../shared/contract';
import { AppError } from '../../shared/errors';
import type { Conversation } from '../../shared/model';
import { placed } from './arranging';
import { fakeApi } from './fake-api';
import { Library } from './library.svelte';

const loose = { folderId: null, pinned: false, archived: false };
const trip: Conversation = { id: 'trip', title: 'Trip', updatedAt: 1, ...loose };
const runes: Conversation = { id: 'runes', title: 'Runes', updatedAt: 2, ...loose };

function setUp(answer?: Parameters<typeof fakeApi>[0]) {
  const main = fakeApi(answer);
  const library = new Library(main.api, () => Promise.resolve());
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

/** As main: answers what is asked for, where it was put. */
const arranges: Parameters<typeof fakeApi>[0] = (name, input) => {
  if (name !== 'conversations.arrange') return undefined;
  return (input as Input<'conversations.arrange'>).flatMap(({ ids, deleted, ...to }) =>
    deleted ? [] : [trip, runes].filter(({ id }) => ids.includes(id)).map((chat) => placed(chat, to)),
  );
};

test('a deleted chat can be taken back', async () => {
  const { library, titles, named } = setUp(arranges);
  await library.remove(['trip']);
  expect(titles()).toEqual(['Runes']);
  const done = library.undo.last;
  expect(done).toMatchObject({ subject: 'Trip', text: 'was deleted.', opens: 'trip' });
  if (done) await library.undo.take(done);
  expect(titles()).toEqual(['Runes', 'Trip']);
  expect(library.undo.last).toBeNull();
  expect(named('conversations.arrange').map(({ input }) => input)).toEqual([
    [{ ids: ['trip'], deleted: true }],
    [{ ids: ['trip'], deleted: false }],
  ]);
});

test('many chats are put away in one call, and go back where each of them was', async () => {
  const { library, named } = setUp(arranges);
  library.receive({ name: 'conversation.changed', conversation: { ...trip, folderId: 'home' } });
  await library.move(['trip', 'runes'], { id: 'work', name: 'Work' });
  expect(library.conversations.map(({ folderId }) => folderId)).toEqual(['work', 'work']);
  const done = library.undo.last;
  expect(done?.text).toBe('2 chats were moved to Work.');
  if (done) await library.undo.take(done);
  expect(library.conversations.map(({ folderId }) => folderId)).toEqual([null, 'home']);
  expect(named('conversations.arrange').map(({ input }) => input)).toEqual([
    [{ ids: ['trip', 'runes'], folderId: 'work' }],
    [
      { ids: ['trip'], folderId: 'home' },
      { ids: ['runes'], folderId: null },
    ],
  ]);
});

test('what is pinned or archived shows so at once, and not where main refuses it', async () => {
  const { library } = setUp(arranges);
  await library.pin(['trip'], true);
  expect(library.find('trip')?.pinned).toBe(true);
  expect(library.undo.last).toBeNull();
  await library.archive(['runes']);
  expect(library.find('runes')?.archived).toBe(true);
  expect(library.undo.last?.text).toBe('was archived.');

  const failing = setUp(refuse);
  await failing.library.archive(['trip']);
  expect(failing.library.find('trip')?.archived).toBe(false);
  expect(failing.library).toMatchObject({ undo: { last: null }, error: { code: 'DISK_FAILED' } });
});

test('a late event or page does not bring a deleted chat back', async () => {
  const { library, titles } = setUp((name, input) =>
    name === 'conversations.list'
      ? (input as Input<'conversations.list'>).after === null
        ? [trip, runes]
        : []
      : arranges(name, input),
  );
  await library.remove(['trip']);
  library.receive({ name: 'conversation.changed', conversation: { ...trip, updatedAt: 9 } });
  await library.listAll();
  expect(titles()).toEqual(['Runes']);
});

test('a chat that could not be deleted is still there', async () => {
  const { library, titles } = setUp(refuse);
  await library.remove(['trip']);
  expect(titles()).toEqual(['Runes', 'Trip']);
  expect(library.undo.last).toBeNull();
  expect(library.error?.code).toBe('DISK_FAILED');
});

test('all chats are listed page by page, and what is known already stays as it is', async () => {
  const older: Conversation = { ...trip, id: 'older', title: 'Older', updatedAt: 0 };
  const pages = [[{ ...runes, title: 'As it was' }, trip], [older], []];
  const { library, titles, named } = setUp((name) =>
    name === 'conversations.list' ? pages.shift() : undefined,
  );
  await library.listAll();
  expect(titles()).toEqual(['Runes', 'Trip', 'Older']);
  expect(library.complete).toBe(true);
  expect(named('conversations.list').map(({ input }) => input)).toEqual([
    { after: null },
    { after: { id: 'trip', updatedAt: 1 } },
    { after: { id: 'older', updatedAt: 0 } },
  ]);
});

test('a chat that an import has added to moves up', async () => {
  const pages = [[{ ...trip, updatedAt: 5 }, runes], []];
  const { library, titles } = setUp((name) => (name === 'conversations.list' ? pages.shift() : undefined));
  await library.listAll();
  expect(titles()).toEqual(['Trip', 'Runes']);
});

test('a page that could not be listed is asked for again by the user, not by itself', async () => {
  let full = true;
  const { library, named } = setUp(() => (full ? refuse() : []));
  await library.listAll();
  expect(library).toMatchObject({ complete: false, stalled: true });
  full = false;
  await library.listAll();
  expect(library).toMatchObject({ complete: true, stalled: false, error: null });
  expect(named('conversations.list')).toHaveLength(2);
});

test('only what was done last waits to be taken back', async () => {
  const { library } = setUp(arranges);
  await library.remove(['trip']);
  const first = library.undo.last;
  await library.remove(['runes']);
  expect(library.undo.last).toMatchObject({ subject: 'Runes' });
  if (first) library.undo.forget(first);
  expect(library.undo.last).toMatchObject({ subject: 'Runes' });
});
