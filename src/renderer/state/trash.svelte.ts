import { AppError, type AppErrorData } from '../../shared/errors';
import type { TrashItem } from '../../shared/order';
import type { Api } from '../api';
import { idSet } from '../lib/ids';
import type { Folders } from './folders.svelte';
import type { Navigation } from './navigation.svelte';

interface TrashDeps {
  readonly api: Api;
  readonly folders: Folders;
  readonly navigation: Navigation;
}

/** What was deleted, newest first: to be put back, or erased. */
export class Trash {
  readonly #deps: TrashDeps;
  items = $state.raw<readonly TrashItem[]>([]);
  /** All of it has been listed. */
  complete = $state(false);
  busy = $state(false);
  error = $state.raw<AppErrorData | null>(null);

  constructor(deps: TrashDeps) {
    this.#deps = deps;
  }

  async load(): Promise<void> {
    this.complete = false;
    await this.#try(async () => {
      let items: readonly TrashItem[] = [];
      for (;;) {
        const page = await this.#deps.api.call('trash.list', { after: items.length });
        if (page.length === 0) break;
        items = [...items, ...page];
      }
      this.items = items;
      this.complete = true;
    });
  }

  /** Everything goes back to where it was. */
  async restore(items: readonly TrashItem[]): Promise<void> {
    const { api, folders, navigation } = this.#deps;
    if (items.length === 0) return;
    await this.#try(async () => {
      folders.take(await api.call('trash.restore', items.map(keyOf)));
      for (const { kind, from } of items) if (kind === 'message' && from) navigation.reread(from.id);
      this.#leave(items);
    });
  }

  /** Without a way back. */
  async erase(items: readonly TrashItem[]): Promise<void> {
    await this.#try(async () => {
      await this.#deps.api.call('trash.erase', items.map(keyOf));
      this.#leave(items);
    });
  }

  async empty(): Promise<void> {
    await this.#try(async () => {
      await this.#deps.api.call('trash.empty');
      this.items = [];
    });
  }

  #leave(items: readonly TrashItem[]): void {
    const gone = idSet(items.map(({ id }) => id));
    this.items = this.items.filter(({ id }) => !gone.has(id));
  }

  async #try(act: () => Promise<void>): Promise<void> {
    this.error = null;
    this.busy = true;
    try {
      await act();
    } catch (thrown) {
      this.error = AppError.from(thrown).toData();
    } finally {
      this.busy = false;
    }
  }
}

const keyOf = ({ kind, id }: TrashItem) => ({ kind, id });
