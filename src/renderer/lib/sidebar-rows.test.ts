import { expect, test } from 'vitest';
import type { Conversation } from '../../shared/model';
import type { Folder } from '../../shared/order';
import { inGroups, type Row, sidebarRows } from './sidebar-rows';

const now = new Date(2026, 10, 22, 14);
const chat = (id: string, more: Partial<Conversation> = {}): Conversation => ({
  ...{ id, title: id, updatedAt: now.getTime(), folderId: null, pinned: false, archived: false },
  ...more,
});
const folder = (id: string): Folder => ({
  ...{ id, name: id, colour: null, accountId: null, model: null, instructions: null },
});
const drawn = (rows: readonly Row[]) =>
  rows.map((row) => {
    if (row.kind === 'heading') return `# ${row.label}`;
    if (row.kind === 'folder') return `${row.open ? '-' : '+'} ${row.key} (${row.count})`;
    return `${row.inFolder ? '  ' : ''}${row.key} ${row.position}/${row.size}`;
  });

const conversations = [
  chat('today'),
  chat('pinned', { pinned: true, folderId: 'work' }),
  chat('in work', { folderId: 'work' }),
  chat('archived', { archived: true, pinned: true }),
  chat('lost', { folderId: 'in the trash' }),
  chat('old', { updatedAt: new Date(2026, 2, 1).getTime() }),
];

test('pinned chats come first, then folders, then what is in none by time', () => {
  const folders = [folder('work'), folder('home')];
  const rows = sidebarRows({ conversations, folders, openFolders: new Set(['work']), now });
  expect(drawn(rows)).toEqual([
    ...['# Pinned', 'pinned 1/1', '# Folders', '- work (1)', '  in work 1/1', '+ home (0)'],
    ...['# Today', 'today 1/2', 'lost 2/2', '# March', 'old 1/1'],
  ]);
  expect(drawn(sidebarRows({ conversations, folders, openFolders: new Set(), now }))).toContain('+ work (1)');
});

test('nothing is listed where nothing is', () => {
  expect(sidebarRows({ conversations: [], folders: [], openFolders: new Set() })).toEqual([]);
});

test('some of the rows are put in their groups, each with its place', () => {
  const rows = sidebarRows({ conversations, folders: [folder('work')], openFolders: new Set(['work']), now });
  expect(
    inGroups(rows, [1, 3, 4, 99]).map(({ key, rows: some }) => [key, some.map(({ index }) => index)]),
  ).toEqual([
    ['Pinned', [1]],
    ['work', [3, 4]],
  ]);
});
