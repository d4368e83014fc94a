import { words } from '../../shared/words';
import type { Row } from '../lib/sidebar-rows';
import type { ChatList } from '../state/chat-list.svelte';
import type { Folders } from '../state/folders.svelte';
import type { Library } from '../state/library.svelte';

interface DraggingDeps {
  readonly list: ChatList;
  readonly library: Library;
  readonly folders: Folders;
  /** The row that an event is in. */
  readonly rowOf: (event: Event) => Row | undefined;
}

/** Chats that are dragged onto a folder, or out of one, and folders that are dragged to another place. */
export class Dragging {
  readonly #deps: DraggingDeps;
  #chats: readonly string[] = [];
  #folder: string | null = null;
  /** The folder that would take it; `none` for what is in no folder; null where nothing would. */
  over = $state<string | null>(null);

  constructor(deps: DraggingDeps) {
    this.#deps = deps;
  }

  begin(event: DragEvent): void {
    const row = this.#deps.rowOf(event);
    const { dataTransfer } = event;
    if (!row || row.kind === 'heading' || !dataTransfer) return;
    this.#folder = row.kind === 'folder' ? row.key : null;
    this.#chats = row.kind === 'chat' ? this.#deps.list.targets(row.key) : [];
    dataTransfer.effectAllowed = 'move';
    dataTransfer.setData('text/plain', row.kind === 'chat' ? row.conversation.title : row.folder.name);
    if (this.#chats.length > 1) showCount(dataTransfer, this.#chats.length);
  }

  move(event: DragEvent): void {
    this.over = this.#target(event);
    if (this.over !== null) event.preventDefault(); // It may be dropped here.
  }

  drop(event: DragEvent): void {
    const { folders, library, list } = this.#deps;
    const target = this.#target(event);
    if (target === null) return;
    event.preventDefault();
    if (this.#folder !== null) void folders.move(this.#folder, target);
    else void library.move(this.#chats, folders.find(target) ?? null);
    list.selection.clear();
    this.end();
  }

  end(): void {
    this.over = null;
    this.#chats = [];
    this.#folder = null;
  }

  #target(event: DragEvent): string | null {
    const row = this.#deps.rowOf(event);
    if (this.#folder !== null) return row?.kind === 'folder' && row.key !== this.#folder ? row.key : null;
    if (this.#chats.length === 0) return null;
    const inFolder = row && (row.kind === 'folder' || (row.kind === 'chat' && row.inFolder));
    const folderId = inFolder ? row.group : null;
    const elsewhere = this.#chats.some((id) => this.#deps.library.find(id)?.folderId !== folderId);
    return elsewhere ? (folderId ?? 'none') : null;
  }
}

/** What is seen under the pointer, where it is more than one row. */
function showCount(dataTransfer: DataTransfer, count: number): void {
  const label = document.createElement('div');
  label.className = 'dragged';
  label.textContent = words.common.chats(count);
  document.body.append(label);
  dataTransfer.setDragImage(label, -8, -8);
  setTimeout(() => label.remove());
}
