/** How a library is kept in order: folders, and what is in the trash. */
import type { Conversation } from './model';

export const folderColours = ['red', 'orange', 'yellow', 'green', 'teal', 'blue', 'purple', 'pink'] as const;
export type FolderColour = (typeof folderColours)[number];

export interface Folder {
  readonly id: string;
  readonly name: string;
  /** Null: no colour of its own. */
  readonly colour: FolderColour | null;
  /** What a new chat in it begins with; null is what is usual. */
  readonly accountId: string | null;
  readonly model: string | null;
  /** What every chat in it that has no instructions of its own tells the model; null is what is usual. */
  readonly instructions: string | null;
}

/** How many days something stays in the trash; null: until it is erased by hand. */
export const trashDays = [7, 30, 90, null] as const;
export type TrashDays = (typeof trashDays)[number];

/** A conversation, a message with all that follows it, or a folder with the chats that went with it. */
export interface TrashKey {
  readonly kind: 'conversation' | 'message' | 'folder';
  readonly id: string;
}

export interface TrashItem extends TrashKey {
  /** What it is called, or how it begins. */
  readonly title: string;
  readonly deletedAt: number;
  /** The conversation that a message is from. */
  readonly from: Pick<Conversation, 'id' | 'title'> | null;
  /** How many chats went with a folder. */
  readonly chats: number;
}

/** What has come out of the trash. */
export interface Restored {
  /** All that there are now, as they stand. */
  readonly folders: readonly Folder[];
  readonly conversations: readonly Conversation[];
}
