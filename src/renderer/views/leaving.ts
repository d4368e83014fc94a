import { tick } from 'svelte';
import { idSet } from '../lib/ids';
import type { ChatList } from '../state/chat-list.svelte';
import type { Folders } from '../state/folders.svelte';
import type { Library } from '../state/library.svelte';
import type { Navigation } from '../state/navigation.svelte';

interface LeavingDeps {
  readonly list: ChatList;
  readonly library: Library;
  readonly folders: Folders;
  readonly navigation: Navigation;
  readonly focus: (key: string) => Promise<void>;
}

/** Chats leave the list, and the focus goes to the neighbour of what went. */
export class Leaving {
  readonly #deps: LeavingDeps;

  constructor(deps: LeavingDeps) {
    this.#deps = deps;
  }

  remove(ids: readonly string[]): void {
    const { library, navigation } = this.#deps;
    void this.#without(ids, () => {
      for (const id of ids) navigation.leave(id);
      void library.remove(ids);
    });
  }

  archive(ids: readonly string[], archived: boolean): void {
    void this.#without(ids, () => void this.#deps.library.archive(ids, archived));
  }

  removeFolder(id: string): void {
    const { folders, navigation } = this.#deps;
    const chats = folders.members(id);
    void this.#without(chats, () => {
      for (const chat of chats) navigation.leave(chat);
      void folders.remove(id);
    });
  }

  async #without(ids: readonly string[], act: () => void): Promise<void> {
    const { list, navigation, focus } = this.#deps;
    const gone = idSet(ids);
    const { chats } = list;
    const last = chats.findLastIndex((id) => gone.has(id));
    const next = chats.slice(last + 1).find((id) => !gone.has(id)) ?? chats.findLast((id) => !gone.has(id));
    act();
    list.selection.clear();
    await tick();
    if (next === undefined) navigation.focusComposer();
    else await focus(next);
  }
}
