/** What was done to chats. */
export type Deed =
  | { readonly done: 'deleted' | 'archived' }
  /** Null: out of its folder. */
  | { readonly done: 'moved'; readonly folder: string | null };

/** “Trip” where it is one, else how many. */
export function chatsWords(count: number): string {
  return count === 1 ? '1 chat' : `${count.toLocaleString('en')} chats`;
}

/** What follows the title of one, or stands for many: “was archived.”, “3 chats were archived.” */
export function deedWords(count: number, deed: Deed): string {
  const begin = count === 1 ? 'was' : `${chatsWords(count)} were`;
  if (deed.done !== 'moved') return `${begin} ${deed.done}.`;
  return deed.folder === null ? `${begin} taken out of the folder.` : `${begin} moved to ${deed.folder}.`;
}
