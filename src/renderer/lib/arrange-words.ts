import { words } from '../../shared/words';

/** What was done to chats. */
export type Deed =
  | { readonly done: 'deleted' | 'archived' }
  /** Null: out of its folder. */
  | { readonly done: 'moved'; readonly folder: string | null };

/** What follows the title of one, or stands for many: “was archived.”, “3 chats were archived.” */
export function deedWords(count: number, deed: Deed): string {
  const { one, many } = words.library.deeds;
  if (deed.done !== 'moved') return count === 1 ? one[deed.done] : many[deed.done](count);
  if (deed.folder === null) return count === 1 ? one.movedOut : many.movedOut(count);
  return count === 1 ? one.movedTo(deed.folder) : many.movedTo(count, deed.folder);
}
