import { afterEach, expect, test } from 'vitest';
import { AppError } from '../../shared/errors';
import type { Conversation } from '../../shared/model';
import type { Folder, TrashItem } from '../../shared/order';
import { speakFrom } from '../../shared/words';
import { english } from '../../shared/words/english';
import { german } from '../../shared/words/german';
import { Drafts } from './drafts';
import { fakeApi } from './fake-api';
import { Folders } from './folders.svelte';
import { Library } from './library.svelte';
import { Navigation } from './navigation.svelte';
import { Trash } from './trash.svelte';

afterEach(() => speakFrom(() => english));

const folder = (id: string): Folder => ({
  ...{ id, name: id, colour: null, accountId: null, model: null, instructions: null },
});
const [work, home, garden] = [folder('work'), folder('home'), folder('garden')];
const trip: Conversation = {
  ...{ id: 'trip', title: 'Trip', updatedAt: 1, folderId: 'work', pinned: false, archived: false },
};

function setUp(answer?: Parameters<typeof fakeApi>[0]) {
  const main = fakeApi(answer);
  const library = new Library(main.api, () => Promise.resolve());
  const folders = new Folders({ api: main.api, library });
  library.begin([trip]);
  folders.begin([work, home, garden]);
  return { ...main, library, folders, names: () => folders.list.map(({ id }) => id) };
}

const refuse = () => {
  throw new AppError('DISK_FAILED', 'Full.');
};

test('a folder goes up and down, or to the place of another', async () => {
  const { folders, names, named } = setUp();
  await folders.move('garden', -1);
  expect(names()).toEqual(['work', 'garden', 'home']);
  await folders.move('work', 'home');
  expect(names()).toEqual(['garden', 'home', 'work']);
  await folders.move('work', 1);
  expect(named('folders.order').map(({ input }) => input)).toEqual([
    { ids: ['work', 'garden', 'home'] },
    { ids: ['garden', 'home', 'work'] },
  ]);

  const failing = setUp(refuse);
  await failing.folders.move('garden', -1);
  expect(failing.names()).toEqual(['work', 'home', 'garden']);
});

test('a folder is deleted with its chats, and Undo brings all of it back', async () => {
  const { folders, library, names } = setUp((name) =>
    name === 'trash.restore' ? { folders: [work, home, garden], conversations: [trip] } : undefined,
  );
  await folders.remove('work');
  expect([names(), library.conversations]).toEqual([['home', 'garden'], []]);
  const done = library.undo.last;
  expect(done).toMatchObject({ subject: 'work', text: 'was deleted with its chats.' });
  if (done) await library.undo.take(done);
  expect([names(), library.conversations]).toEqual([['work', 'home', 'garden'], [trip]]);
});

test('what Undo is offered for is told in the language that is spoken when it is read', async () => {
  const { folders, library } = setUp();
  await folders.remove('work');
  const done = library.undo.last;
  expect(done?.text).toBe('was deleted with its chats.');
  speakFrom(() => german);
  expect(done?.text).toBe('wurde mit seinen Chats gelöscht.');
});

test('a folder that could not be deleted is still there, its chats, too', async () => {
  const { folders, library, names } = setUp(refuse);
  await folders.remove('work');
  expect([names(), library.conversations]).toEqual([['work', 'home', 'garden'], [trip]]);
  expect(library.undo.last).toBeNull();
});

test('the trash is listed to its end, and what is restored leaves it for where it was', async () => {
  const item = (kind: TrashItem['kind'], id: string): TrashItem => ({
    ...{ kind, id, title: id, deletedAt: 1, from: null, chats: 0 },
  });
  const pages = [[item('conversation', 'sky')], [item('folder', 'old')], []];
  const { api, folders, library, named } = setUp((name) => {
    if (name === 'trash.list') return pages.shift();
    return name === 'trash.restore'
      ? { folders: [work], conversations: [{ ...trip, id: 'sky' }] }
      : undefined;
  });
  const navigation = new Navigation({ api, drafts: new Drafts(api) });
  const trash = new Trash({ api, folders, navigation });
  await trash.load();
  expect(trash.items.map(({ id }) => id)).toEqual(['sky', 'old']);
  expect(named('trash.list').map(({ input }) => input)).toEqual([{ after: 0 }, { after: 1 }, { after: 2 }]);
  await trash.restore(trash.items.slice(0, 1));
  expect(named('trash.restore')[0]?.input).toEqual([{ kind: 'conversation', id: 'sky' }]);
  expect(trash.items.map(({ id }) => id)).toEqual(['old']);
  expect(library.find('sky')).toBeDefined();
  await trash.empty();
  expect(trash.items).toEqual([]);
});
