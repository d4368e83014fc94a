import { expect, test } from 'vitest';
import type { AppEvent } from '../../shared/contract';
import type { Conversation } from '../../shared/model';
import { openLibrary } from '../storage/open-library';
import { LibraryService } from './library-service';

function setUp() {
  const stored = openLibrary(':memory:');
  const { conversations } = stored;
  const events: AppEvent[] = [];
  const stopped: string[] = [];
  const library = new LibraryService({
    ...stored,
    accountId: () => null,
    stopTurns: (id) => stopped.push(id),
    emit: (event) => events.push(event),
    now: () => 9,
  });
  for (const [id, updatedAt] of [
    ['a', 1],
    ['b', 3],
    ['c', 2],
  ] as const) {
    conversations.touch({ id, title: id, updatedAt });
  }
  return { library, stored, conversations, events, stopped, ids: () => library.list().map(({ id }) => id) };
}

test('conversations are listed newest first', () => {
  expect(setUp().ids()).toEqual(['b', 'c', 'a']);
});

test('ten thousand conversations are listed page by page, none twice, none left out, each in a moment', () => {
  const { library, stored, conversations } = setUp();
  stored.db.transaction(() => {
    for (let n = 0; n < 10_000; n++)
      conversations.touch({ id: `n${n}`, title: 'x', updatedAt: 10 + (n % 7) });
  });
  const seen: string[] = [];
  let longest = 0;
  for (let after: Conversation | undefined; ;) {
    const begun = performance.now();
    const page = library.list(after);
    longest = Math.max(longest, performance.now() - begun);
    if (page.length === 0) break;
    expect(page.length).toBeLessThanOrEqual(1_000);
    seen.push(...page.map(({ id }) => id));
    after = page.at(-1);
  }
  expect(seen).toHaveLength(10_003);
  expect(new Set(seen).size).toBe(10_003);
  expect(seen.slice(-3)).toEqual(['b', 'c', 'a']);
  expect(longest).toBeLessThan(50);
});

test('what is seen first has the newest, the pinned ones and what is in open folders, and nothing archived', () => {
  const { library, stored, conversations } = setUp();
  stored.folders.create({ id: 'work', name: 'Work', at: 1 });
  for (let n = 0; n < 50; n++) conversations.touch({ id: `n${n}`, title: 'x', updatedAt: 10 + n });
  library.arrange([
    { ids: ['a'], pinned: true },
    { ids: ['b'], folderId: 'work' },
  ]);
  library.arrange([{ ids: ['n49'], archived: true }]);
  const first = (open: string[]) => library.first(open).map(({ id }) => id);
  expect(first([]).slice(0, 2)).toEqual(['n48', 'n47']);
  expect(first([]).slice(-2)).toEqual(['n25', 'a']);
  expect(first(['work']).slice(-2)).toEqual(['b', 'a']);
});

test('what an import is still bringing is in no list, and cannot be arranged', () => {
  const { library, stored, ids } = setUp();
  stored.db.run(`UPDATE conversation SET arriving = 'import', pinned_at = 1 WHERE id = 'c'`);
  expect(ids()).toEqual(['b', 'a']);
  expect(library.first([]).map(({ id }) => id)).toEqual(['b', 'a']);
  expect(library.arrange([{ ids: ['c'], archived: true }])).toEqual([]);
});

test('a deleted conversation is out of the list, and Undo puts it back where it was', () => {
  const { library, stopped, ids } = setUp();
  library.arrange([{ ids: ['c'], pinned: true }]);
  library.arrange([{ ids: ['c', 'a'], deleted: true }]);
  expect(ids()).toEqual(['b']);
  expect(stopped).toEqual(['c', 'a']);
  const back = library.arrange([{ ids: ['c', 'a'], deleted: false }]);
  expect(back.map(({ id, pinned }) => [id, pinned])).toEqual(
    expect.arrayContaining([
      ['c', true],
      ['a', false],
    ]),
  );
  expect(ids()).toEqual(['b', 'c', 'a']);
});

test('many are arranged at once: all of them, or none where one cannot be', () => {
  const { library, stored } = setUp();
  stored.folders.create({ id: 'work', name: 'Work', at: 1 });
  const moved = library.arrange([
    { ids: ['a', 'b'], folderId: 'work', pinned: true },
    { ids: ['c'], archived: true },
  ]);
  const places = (list: readonly Conversation[]) =>
    list
      .toSorted((one, other) => one.id.localeCompare(other.id))
      .map(({ id, ...c }) => [id, c.folderId, c.pinned, c.archived]);
  const expected = [
    ['a', 'work', true, false],
    ['b', 'work', true, false],
    ['c', null, false, true],
  ];
  expect(places(moved)).toEqual(expected);
  expect(() =>
    library.arrange([
      { ids: ['c'], archived: false },
      { ids: ['a'], folderId: 'nowhere' },
    ]),
  ).toThrow();
  expect(places(library.list())).toEqual(expected);
});

test('a chat that is asked again comes out of the archive', () => {
  const { library, conversations, ids } = setUp();
  library.arrange([{ ids: ['a'], archived: true }]);
  conversations.touch({ id: 'a', title: 'a', updatedAt: 8 });
  expect(conversations.find('a')?.archived).toBe(false);
  expect(ids()).toEqual(['a', 'b', 'c']);
});

test('a rename is told to every window and does not move the conversation', () => {
  const { library, events, ids } = setUp();
  library.rename({ id: 'a', title: 'Sky' });
  expect(events).toMatchObject([{ name: 'conversation.changed', conversation: { id: 'a', title: 'Sky' } }]);
  expect(ids()).toEqual(['b', 'c', 'a']);
});

test('what does not exist cannot be renamed, and arranging it does nothing', () => {
  const { library } = setUp();
  expect(() => library.rename({ id: 'x', title: 'Sky' })).toThrow('no such conversation');
  expect(library.arrange([{ ids: ['x'], deleted: true }])).toEqual([]);
});
