import type { MenuItem } from '../components/ui/menu-item';
import { words } from '../../shared/words';
import { folderColours, type Folder, type FolderColour } from '../../shared/order';
import type { ChatList } from '../state/chat-list.svelte';
import type { Folders } from '../state/folders.svelte';
import type { Library } from '../state/library.svelte';
import type { Navigation } from '../state/navigation.svelte';

interface MenuDeps {
  readonly library: Library;
  readonly folders: Folders;
  readonly navigation: Navigation;
  readonly list: ChatList;
  /** Into the trash, the focus to what is beside them. */
  readonly remove: (ids: readonly string[]) => void;
  readonly archive: (ids: readonly string[], archived: boolean) => void;
}

const opensMenu = () => undefined;

/** What one does to a chat, or to all that were chosen. */
export function chatMenu(ids: readonly string[], deps: MenuDeps): readonly MenuItem[] {
  const { library, navigation, list, remove, archive } = deps;
  const said = words.library.menu;
  const [first] = ids;
  const chats = ids.flatMap((id) => library.find(id) ?? []);
  if (first === undefined) return [];
  const pinned = chats.every((chat) => chat.pinned);
  const archived = chats.every((chat) => chat.archived);
  const one: readonly MenuItem[] = [
    { id: 'open', label: said.open, onselect: () => navigation.open(first) },
    { id: 'rename', label: said.rename, onselect: () => (list.renaming = first) },
  ];
  return [
    ...(ids.length === 1 ? one : []),
    { id: 'pin', label: pinned ? said.unpin : said.pin, onselect: () => void library.pin(ids, !pinned) },
    { id: 'move', label: said.move, items: destinations(ids, deps), onselect: opensMenu },
    {
      id: 'archive',
      label: archived ? said.unarchive : said.archive,
      onselect: () => archive(ids, !archived),
    },
    { id: 'export', label: said.export, onselect: () => (navigation.exporting = ids) },
    { id: 'delete', label: words.common.delete, danger: true, onselect: () => remove(ids) },
  ];
}

function destinations(ids: readonly string[], { library, folders, list }: MenuDeps): readonly MenuItem[] {
  const said = words.library.menu;
  const within = new Set(ids.map((id) => library.find(id)?.folderId ?? null));
  const only = within.size === 1 ? [...within][0] : undefined;
  const into = async () => {
    const id = await list.newFolder();
    await library.move(ids, folders.find(id) ?? null);
  };
  return [
    ...folders.list.map((folder) => ({
      ...{ id: folder.id, label: folder.name, dot: folder.colour, checked: only === folder.id },
      onselect: () => void library.move(ids, folder),
    })),
    {
      id: 'none',
      label: said.noFolder,
      checked: only === null,
      onselect: () => void library.move(ids, null),
    },
    { id: 'new', label: said.newFolder, checked: false, onselect: () => void into() },
  ];
}

interface FolderMenuDeps extends Pick<MenuDeps, 'folders' | 'navigation' | 'list'> {
  readonly removeFolder: (id: string) => void;
}

/** What one does to a folder. */
export function folderMenu(folder: Folder, deps: FolderMenuDeps): readonly MenuItem[] {
  const { folders, navigation, list, removeFolder } = deps;
  const said = words.library.menu;
  const { id } = folder;
  const colour = (value: FolderColour | null, label: string): MenuItem => ({
    ...{ id: value ?? 'none', label, dot: value, checked: folder.colour === value },
    onselect: () => void folders.change(id, { colour: value }),
  });
  const place = folders.list.findIndex((other) => other.id === id);
  return [
    { id: 'chat', label: said.newChat, onselect: () => navigation.newChat(folder) },
    { id: 'rename', label: said.rename, onselect: () => (list.renaming = id) },
    {
      ...{ id: 'colour', label: said.colour, onselect: opensMenu },
      items: [
        ...folderColours.map((value) => colour(value, said.colours[value])),
        colour(null, said.noColour),
      ],
    },
    { id: 'defaults', label: said.defaults, onselect: () => (folders.choosing = id) },
    ...(place > 0 ? [{ id: 'up', label: said.up, onselect: () => void folders.move(id, -1) }] : []),
    ...(place < folders.list.length - 1
      ? [{ id: 'down', label: said.down, onselect: () => void folders.move(id, 1) }]
      : []),
    { id: 'delete', label: words.common.delete, danger: true, onselect: () => removeFolder(id) },
  ];
}
