/** The nouns of the app. Plain data: they cross processes and live in rows. Times are epoch milliseconds. */
import type { AppErrorData } from './errors';

export type Role = 'user' | 'assistant';

/**
 * How a message ended. A question is always `done`.
 *
 * `stopped` by the user, `interrupted` by the end of the process, `failed` with an error beside it.
 * Whatever text had arrived is kept in every case.
 */
export type MessageStatus = 'streaming' | 'done' | 'stopped' | 'interrupted' | 'failed';

/** One node of a conversation's tree: a question below the answer it follows, an answer below its question. */
export interface Message {
  readonly id: string;
  readonly conversationId: string;
  /** Null for the first question. */
  readonly parentId: string | null;
  readonly role: Role;
  readonly text: string;
  readonly status: MessageStatus;
  /** The model that was asked; null for a question. */
  readonly model: string | null;
  readonly error: AppErrorData | null;
  readonly createdAt: number;
}

export interface Conversation {
  readonly id: string;
  readonly title: string;
  readonly updatedAt: number;
}

/** A whole conversation: every branch, and which one is shown. */
export interface Transcript {
  /** In the order in which they were written. */
  readonly messages: readonly Message[];
  /** The last message of the branch that is shown. */
  readonly leafId: string | null;
}

/** A server address with its key. The key itself never leaves main. */
export interface Account {
  /** The base address of the API, such as `https://api.openai.com/v1`. */
  readonly address: string;
  /** False for a server that asks for none. */
  readonly needsKey: boolean;
}

/** What the window may know of the key. */
export interface KeyStatus {
  /** Its last four characters, `null` when there is none. */
  readonly hint: string | null;
  /** `run`: kept in memory until the app quits. */
  readonly keptIn: 'keychain' | 'run';
}

export interface Model {
  readonly id: string;
  /** When OpenAI will switch it off, if it said so. */
  readonly shutdownAt: number | null;
}

/** What was typed in a conversation and not yet sent. */
export interface Draft {
  readonly conversationId: string;
  readonly text: string;
}

export type Theme = 'system' | 'light' | 'dark';

export interface Settings {
  readonly theme: Theme;
  readonly defaultModel: string;
  /** The conversation to come back to; it may not have begun. */
  readonly openConversation: string | null;
}

/** What the window needs for its first paint, in one answer. */
export interface Start {
  readonly account: Account | null;
  /** The newest; the others are listed when one looks for them. */
  readonly conversations: readonly Conversation[];
  /** Of the conversation to come back to. */
  readonly transcript: Transcript | null;
  readonly drafts: readonly Draft[];
  readonly settings: Settings;
  /** What was found in the environment and may be imported, with consent. */
  readonly offer: Offer;
  readonly platform: 'mac' | 'windows' | 'linux';
}

export interface Offer {
  /** The last four characters of `OPENAI_API_KEY`, `null` when it was not set. */
  readonly keyHint: string | null;
  /** `OPENAI_BASE_URL`, or OpenAI's own address. */
  readonly address: string;
}
