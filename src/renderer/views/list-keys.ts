import type { Row } from '../lib/sidebar-rows';
import type { ChatList } from '../state/chat-list.svelte';

interface KeyDeps {
  readonly list: ChatList;
  readonly focus: (key: string) => void;
  readonly remove: (ids: readonly string[]) => void;
  readonly removeFolder: (id: string) => void;
  readonly menu: (row: Row) => void;
  /** More or fewer are chosen. */
  readonly chose: () => void;
}

const PAGE_ROWS = 10;

/** What the keyboard does in the list, on the row that has the focus. False: nothing. */
export function listKey(event: KeyboardEvent, row: Row, deps: KeyDeps): boolean {
  const { list, focus, menu } = deps;
  if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
    menu(row);
    return true;
  }
  if (event.altKey) return false;
  if (event.ctrlKey || event.metaKey) return withControl(event, row, deps);
  const rows = list.rows.filter(({ kind }) => kind !== 'heading');
  const here = rows.indexOf(row);
  const step = steps(rows.length)[event.key];
  if (step !== undefined) {
    const next = rows[Math.min(Math.max(here + step, 0), rows.length - 1)];
    if (event.shiftKey && row.kind === 'chat') extend(row, Math.sign(step), deps);
    else if (next) focus(next.key);
    return next !== undefined;
  }
  return withKey(event, row, deps);
}

const steps = (count: number): Readonly<Record<string, number>> => ({
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: PAGE_ROWS,
  PageUp: -PAGE_ROWS,
  Home: -count,
  End: count,
});

function withControl({ key }: KeyboardEvent, row: Row, { list, chose }: KeyDeps): boolean {
  if (key === 'a') list.selection.all(list.chats);
  else if (key === ' ' && row.kind === 'chat') list.selection.toggle(row.key);
  else return false;
  chose();
  return true;
}

function withKey({ key }: KeyboardEvent, row: Row, { list, focus, ...deps }: KeyDeps): boolean {
  // Towards the end of a line, and back.
  const [on, back] = document.dir === 'rtl' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft'];
  if (key === 'F2') list.renaming = row.key;
  else if (key === 'Delete' && row.kind === 'chat') deps.remove(list.targets(row.key));
  else if (key === 'Delete' && row.kind === 'folder') deps.removeFolder(row.key);
  else if (key === 'Escape' && list.selection.size > 0) list.selection.clear();
  else if (key === on && row.kind === 'folder') list.toggle(row.key, true);
  else if (key === back && row.kind === 'folder') list.toggle(row.key, false);
  else if (key === back && row.kind === 'chat' && row.inFolder) focus(row.group);
  else return false;
  return true;
}

/** To the next chat, with all between it and where one began. */
function extend(row: Row, step: number, { list, focus, chose }: KeyDeps): void {
  const next = list.chats[list.chats.indexOf(row.key) + step];
  if (next === undefined) return;
  if (list.selection.size === 0) list.selection.anchorAt(row.key);
  list.selection.extendTo(next, list.chats);
  focus(next);
  chose();
}
