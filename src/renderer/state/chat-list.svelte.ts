import { on } from 'svelte/events';
import { createSubscriber } from 'svelte/reactivity';
import { words } from '../../shared/words';
import { idSet } from '../lib/ids';
import { type Row, rowHeights, sidebarRows } from '../lib/sidebar-rows';
import type { Folders } from './folders.svelte';
import type { Library } from './library.svelte';
import { Selection } from './selection.svelte';
import type { SettingsState } from './settings.svelte';

interface ChatListDeps {
  readonly library: Library;
  readonly folders: Folders;
  readonly settings: SettingsState;
}

/** What the sidebar lists, and what one has chosen there. */
export class ChatList {
  readonly #deps: ChatListDeps;
  readonly selection = new Selection();
  /** The row that has the focus, or gets it with the list. */
  active = $state<string | null>(null);
  /** The chat or folder that is being renamed. */
  renaming = $state<string | null>(null);
  /** One may come back to the window on another day. */
  readonly #comingBack = createSubscriber((update) => on(window, 'focus', update));
  readonly rows: readonly Row[] = $derived.by(() => {
    this.#comingBack();
    const { library, folders, settings } = this.#deps;
    const openFolders = idSet(settings.current.openFolders);
    return sidebarRows({ conversations: library.conversations, folders: folders.list, openFolders });
  });
  /** The chats that are seen, from the top. */
  readonly chats: readonly string[] = $derived(
    this.rows.filter(({ kind }) => kind === 'chat').map(({ key }) => key),
  );
  /** What is chosen and still listed somewhere. */
  readonly chosen: readonly string[] = $derived(
    [...this.selection.ids].filter((id) => this.#deps.library.find(id) !== undefined),
  );

  /** Of each kind of row, in pixels. */
  get heights() {
    return rowHeights[this.#deps.settings.current.density];
  }

  constructor(deps: ChatListDeps) {
    this.#deps = deps;
  }

  /** What an act on this chat is done to: everything chosen, where it is among that. */
  targets(id: string): readonly string[] {
    return this.selection.has(id) ? this.chosen : [id];
  }

  /** Shows the chats of a folder, or hides them. */
  toggle(id: string, open = !this.isOpen(id)): void {
    const others = this.#deps.settings.current.openFolders.filter((other) => other !== id);
    void this.#deps.settings.change({ openFolders: open ? [...others, id] : others });
  }

  isOpen(id: string): boolean {
    return this.#deps.settings.current.openFolders.includes(id);
  }

  /** A new folder, open, whose name is to be typed now. */
  async newFolder(): Promise<string | null> {
    const folder = await this.#deps.folders.create(words.library.folders.untitled);
    if (!folder) return null;
    this.toggle(folder.id, true);
    this.active = folder.id;
    this.renaming = folder.id;
    return folder.id;
  }
}
