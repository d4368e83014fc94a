import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Message } from '../../shared/model';
import { noSpending } from '../../shared/money';
import type { TrashKey } from '../../shared/order';
import type { TrashDays } from '../../shared/order';
import { openLibrary } from '../storage/open-library';
import { BranchService } from './branch-service';
import { FolderService } from './folder-service';
import { TrashService } from './trash-service';

const DAY = 24 * 60 * 60 * 1000;
const message = (id: string, conversationId: string, parentId: string | null): Message => ({
  ...{ id, conversationId, parentId, role: 'user', text: `Words of ${id}`, parts: [], status: 'done' },
  ...{ model: null, tokens: null, compacted: false, error: null, createdAt: 1 },
});

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function setUp(days: TrashDays = 30) {
  const stored = openLibrary(':memory:');
  const time = { now: 100 * DAY };
  const clock = { stopTurns: () => undefined, emit: () => undefined, now: () => (time.now += 1) };
  const transcript = (id: string) => ({
    ...{ messages: stored.messages.of(id), leafId: stored.conversations.leaf(id), waiting: null },
    ...{ options: stored.conversations.options(id), spending: noSpending },
  });
  const branches = new BranchService({ ...stored, ...clock, transcript });
  const trash = new TrashService({
    ...{ ...stored, ...clock, restoreMessage: (one) => branches.restore(one) },
    settings: { all: () => ({ trashDays: days }) },
    report: (what, error) => expect.unreachable(`${what}: ${String(error)}`),
  });
  const folders = new FolderService({ ...stored, ...clock });
  for (const [at, id] of ['sky', 'trip', 'runes'].entries())
    stored.conversations.touch({ id, title: id, updatedAt: at });
  const remove = (...ids: string[]) => stored.conversations.arrange(ids, { deletedAt: clock.now() });
  const listed = () => trash.list({ after: 0 }).map(({ kind, id }) => `${kind} ${id}`);
  const count = (table: string) => stored.db.get<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)?.n;
  return { ...stored, stored, trash, branches, service: folders, time, remove, listed, count };
}

const chat = (id: string): TrashKey => ({ kind: 'conversation', id });

test('a chat comes back to its folder, pinned and archived as it was', () => {
  const { trash, folders, conversations, remove, listed } = setUp();
  folders.create({ id: 'work', name: 'Work', at: 1 });
  conversations.arrange(['trip'], { folderId: 'work', pinnedAt: 1, archivedAt: 1 });
  const before = conversations.find('trip');
  remove('trip');
  expect(listed()).toEqual(['conversation trip']);
  expect(trash.restore([chat('trip')])).toMatchObject({ conversations: [before] });
  expect(listed()).toEqual([]);
});

test('a folder comes back with the chats that went with it, and not with those that went before', () => {
  const { trash, service, conversations, remove, listed } = setUp();
  service.create({ id: 'work', name: 'Work' });
  conversations.arrange(['sky', 'trip', 'runes'], { folderId: 'work' });
  remove('sky');
  service.delete('work');
  expect(listed()).toEqual(['folder work', 'conversation sky']);
  expect(trash.list({ after: 0 })[0]).toMatchObject({ title: 'Work', chats: 2 });
  const back = trash.restore([{ kind: 'folder', id: 'work' }]);
  expect(back.folders.map(({ name }) => name)).toEqual(['Work']);
  expect(back.conversations.map(({ id }) => id).toSorted()).toEqual(['runes', 'trip']);
  expect(listed()).toEqual(['conversation sky']);
});

test('a branch is listed with its chat, and comes back shown, with what it follows', () => {
  const { trash, branches, messages, conversations, listed } = setUp();
  for (const [id, parent] of [
    ['q', null],
    ['a', 'q'],
    ['q2', 'a'],
    ['a2', 'q2'],
  ] as const)
    messages.add(message(id, 'sky', parent));
  conversations.setLeaf('sky', 'a2');
  branches.delete({ conversationId: 'sky', id: 'a2' });
  branches.delete({ conversationId: 'sky', id: 'a' });
  expect(trash.list({ after: 0 })).toMatchObject([
    { kind: 'message', id: 'a', title: 'Words of a', from: { id: 'sky', title: 'sky' } },
    { kind: 'message', id: 'a2' },
  ]);
  trash.restore([{ kind: 'message', id: 'a2' }]);
  expect(messages.of('sky').map(({ id }) => id)).toEqual(['q', 'a', 'q2', 'a2']);
  expect(conversations.leaf('sky')).toBe('a2');
  expect(listed()).toEqual([]);
});

test('a chat of three thousand messages, one below the other, is erased piece by piece, and its receipts stay', async () => {
  const { trash, db, messages, conversations, drafts, remove, listed, count } = setUp();
  db.transaction(() => {
    for (let n = 0; n < 3_000; n++) messages.add(message(`m${n}`, 'sky', n === 0 ? null : `m${n - 1}`));
    messages.add(message('other', 'trip', null));
  });
  conversations.setLeaf('sky', 'm2999');
  drafts.keep({ conversationId: 'sky', place: 'box', text: 'Half' });
  db.run(`INSERT INTO receipt (id, at, kind, outcome, conversation_id, account_id, account_name, asked, model, input,
    cached, cache_written, output, reasoning, tools, tool_micros, micros, prices, estimated)
    VALUES ('r', 1, 'answer', 'completed', 'sky', 'a', 'A', 'm', 'm', 1, 0, 0, 1, 0, '[]', 0, 1, 'v', 0)`);
  remove('sky');
  trash.erase([chat('sky')]);
  expect(listed()).toEqual([]);
  expect(trash.restore([chat('sky')]).conversations).toEqual([]);
  await vi.advanceTimersByTimeAsync(100);
  expect(count('message')).toBeGreaterThan(2_000);
  await vi.advanceTimersByTimeAsync(10_000);
  expect([count('message'), count('conversation'), count('receipt'), count('draft')]).toEqual([1, 2, 1, 0]);
});

test('a deep branch is erased, and its chat stays', async () => {
  const { trash, branches, db, messages, conversations, count } = setUp();
  db.transaction(() => {
    for (let n = 0; n < 2_500; n++) messages.add(message(`m${n}`, 'sky', n === 0 ? null : `m${n - 1}`));
  });
  conversations.setLeaf('sky', 'm2499');
  branches.delete({ conversationId: 'sky', id: 'm10' });
  trash.erase([{ kind: 'message', id: 'm10' }]);
  expect(() => branches.restore({ conversationId: 'sky', id: 'm11' })).toThrow('being erased');
  await vi.advanceTimersByTimeAsync(10_000);
  expect(count('message')).toBe(10);
  expect(conversations.leaf('sky')).toBe('m9');
});

test('an emptied trash keeps nothing, and what is not in it is untouched', async () => {
  const { trash, service, messages, conversations, remove, listed, count } = setUp();
  service.create({ id: 'work', name: 'Work' });
  conversations.arrange(['trip'], { folderId: 'work' });
  service.delete('work');
  messages.add(message('q', 'sky', null));
  remove('sky');
  trash.empty();
  expect(listed()).toEqual([]);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(conversations.list().map(({ id }) => id)).toEqual(['runes']);
  expect([count('message'), count('conversation'), count('folder')]).toEqual([0, 1, 0]);
});

test('what has been in the trash for its time is erased soon after the start, and then once a day', async () => {
  const { trash, time, remove, count } = setUp(7);
  remove('sky');
  time.now += 3 * DAY;
  remove('trip');
  time.now += 4 * DAY;
  trash.start();
  await vi.advanceTimersByTimeAsync(4_000);
  expect(count('conversation')).toBe(3);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(count('conversation')).toBe(2);
  time.now += 3 * DAY;
  await vi.advanceTimersByTimeAsync(DAY);
  expect(count('conversation')).toBe(1);
  trash.close();
});

test('where nothing is to go by itself, only what one erases goes', async () => {
  const { trash, time, remove, count, listed } = setUp(null);
  remove('sky', 'trip');
  time.now += 400 * DAY;
  trash.erase([chat('trip')]);
  trash.start();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(count('conversation')).toBe(2);
  expect(listed()).toEqual(['conversation sky']);
  trash.close();
});
