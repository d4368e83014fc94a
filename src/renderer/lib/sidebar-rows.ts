import type { Conversation } from '../../shared/model';
import type { Folder } from '../../shared/order';
import { words } from '../../shared/words';
import { byTime } from './time-groups';

interface AnyRow {
  /** Of the row: the id of its chat or folder, where it has one. */
  readonly key: string;
  /** Of the group that it is in or begins. */
  readonly group: string;
}

interface HeadingRow extends AnyRow {
  readonly kind: 'heading';
  readonly label: string;
}

interface FolderRow extends AnyRow {
  readonly kind: 'folder';
  readonly folder: Folder;
  readonly open: boolean;
  readonly count: number;
}

export interface ChatRow extends AnyRow {
  readonly kind: 'chat';
  readonly conversation: Conversation;
  /** Its place in its group, from 1, and how many there are. */
  readonly position: number;
  readonly size: number;
  readonly inFolder: boolean;
}

export type Row = HeadingRow | FolderRow | ChatRow;

/** In pixels. Every row of a kind is as high as every other: so thousands need not be there to be scrolled through. */
export const rowHeights = {
  comfortable: { heading: 40, folder: 32, chat: 32 },
  compact: { heading: 36, folder: 28, chat: 28 },
} as const;

export interface Ordered {
  /** Newest first. */
  readonly conversations: readonly Conversation[];
  readonly folders: readonly Folder[];
  readonly openFolders: ReadonlySet<string>;
  readonly now?: Date;
}

/** What the sidebar lists, from the top: pinned chats, folders, and the chats of no folder by time. */
export function sidebarRows({ conversations, folders, openFolders, now }: Ordered): readonly Row[] {
  const pinned: Conversation[] = [];
  const loose: Conversation[] = [];
  const members = new Map(folders.map(({ id }) => [id, [] as Conversation[]]));
  for (const conversation of conversations) {
    if (conversation.archived) continue;
    const { folderId } = conversation;
    if (conversation.pinned) pinned.push(conversation);
    else ((folderId !== null && members.get(folderId)) || loose).push(conversation);
  }
  const said = words.library.groups;
  return [
    ...(pinned.length === 0 ? [] : [heading(said.pinned), ...chatRows(said.pinned, pinned)]),
    ...(folders.length === 0 ? [] : [heading(said.folders)]),
    ...folders.flatMap((folder) => folderRows(folder, members.get(folder.id) ?? [], openFolders)),
    ...byTime(loose, now).flatMap(({ label, items }) => [heading(label), ...chatRows(label, items)]),
  ];
}

function heading(label: string): HeadingRow {
  return { kind: 'heading', key: `heading ${label}`, group: label, label };
}

function folderRows(folder: Folder, chats: readonly Conversation[], openFolders: ReadonlySet<string>): Row[] {
  const open = openFolders.has(folder.id);
  const row: FolderRow = {
    ...{ kind: 'folder', key: folder.id, group: folder.id, folder, open },
    count: chats.length,
  };
  return open ? [row, ...chatRows(folder.id, chats, true)] : [row];
}

function chatRows(group: string, chats: readonly Conversation[], inFolder = false): ChatRow[] {
  const size = chats.length;
  return chats.map((conversation, index) => ({
    ...{ kind: 'chat', key: conversation.id, group, conversation },
    ...{ position: index + 1, size, inFolder },
  }));
}

/** Neighbours of one group, with the place in the whole list of each. */
export interface RowGroup {
  readonly key: string;
  readonly rows: readonly { readonly row: Row; readonly index: number }[];
}

/** Some of the rows, group by group. */
export function inGroups(rows: readonly Row[], indexes: readonly number[]): readonly RowGroup[] {
  const chosen = indexes.flatMap((index) => {
    const row = rows[index];
    return row ? [{ row, index }] : [];
  });
  return [...Map.groupBy(chosen, ({ row }) => row.group)].map(([key, members]) => ({ key, rows: members }));
}
