import { expect, test } from 'vitest';
import type { AppEvent } from '../../shared/contract';
import { openLibrary } from '../storage/open-library';
import { LibraryService } from './library-service';

function setUp() {
  const { conversations, drafts } = openLibrary(':memory:');
  const events: AppEvent[] = [];
  const stopped: string[] = [];
  const library = new LibraryService({
    conversations,
    drafts,
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
  return { library, conversations, events, stopped, ids: () => library.list().map(({ id }) => id) };
}

test('conversations are listed newest first', () => {
  expect(setUp().ids()).toEqual(['b', 'c', 'a']);
});

test('thousands of conversations are listed page by page, none twice and none left out', () => {
  const { library, conversations } = setUp();
  for (let n = 0; n < 250; n++) conversations.touch({ id: `n${n}`, title: 'x', updatedAt: 10 + (n % 7) });
  const seen: string[] = [];
  for (let page = library.list(); page.length > 0; page = library.list(page.at(-1))) {
    expect(page.length).toBeLessThanOrEqual(24);
    seen.push(...page.map(({ id }) => id));
  }
  expect(seen).toHaveLength(253);
  expect(new Set(seen).size).toBe(253);
  expect(seen.slice(-3)).toEqual(['b', 'c', 'a']);
});

test('a deleted conversation is out of the list, and Undo puts it back where it was', () => {
  const { library, stopped, ids } = setUp();
  library.delete('c');
  expect(ids()).toEqual(['b', 'a']);
  expect(stopped).toEqual(['c']);
  expect(library.restore('c').title).toBe('c');
  expect(ids()).toEqual(['b', 'c', 'a']);
});

test('a rename is told to every window and does not move the conversation', () => {
  const { library, events, ids } = setUp();
  library.rename({ id: 'a', title: 'Sky' });
  expect(events).toMatchObject([{ name: 'conversation.changed', conversation: { id: 'a', title: 'Sky' } }]);
  expect(ids()).toEqual(['b', 'c', 'a']);
});

test('what does not exist cannot be renamed or deleted', () => {
  const { library } = setUp();
  expect(() => library.rename({ id: 'x', title: 'Sky' })).toThrow('no such conversation');
  expect(() => library.delete('x')).toThrow('no such conversation');
});

test('drafts are kept for each conversation and place, and an empty one is forgotten', () => {
  const { library } = setUp();
  const box = { conversationId: 'a', place: 'box', text: 'Half a thought' };
  const queue = { conversationId: 'a', place: 'queue', text: 'And then' };
  library.keepDraft(box);
  library.keepDraft(queue);
  library.keepDraft({ conversationId: 'b', place: 'box', text: 'Another' });
  library.keepDraft({ conversationId: 'b', place: 'box', text: '' });
  expect(library.drafts()).toEqual([box, queue]);
});
