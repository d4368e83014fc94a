/** What a search answers. Plain data; never markup. */
import type { Conversation, Role } from './model';

/** A piece of a text; `hit` where it is what was looked for. */
export interface Segment {
  readonly text: string;
  readonly hit: boolean;
}

export interface MessageHit {
  readonly id: string;
  readonly role: Role;
  readonly createdAt: number;
  /** The words around the best place in it. */
  readonly snippet: readonly Segment[];
}

/** A chat whose title or messages have what was looked for. */
export interface ChatHit {
  readonly conversation: Pick<Conversation, 'id' | 'title' | 'updatedAt'>;
  /** The name of its folder. */
  readonly folder: string | null;
  readonly title: readonly Segment[];
  /** A few of its messages, the best first; empty where only the title has it. */
  readonly messages: readonly MessageHit[];
}

export interface Found {
  /** The best first: titles, then whole phrases, then the newest. */
  readonly chats: readonly ChatHit[];
  /** There are, or may be, more than were asked for. */
  readonly more: boolean;
  /** False while older messages are still being read into the index. */
  readonly complete: boolean;
}
