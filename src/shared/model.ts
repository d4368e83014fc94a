/** The nouns of the app. Plain data: they cross processes and live in rows. Times are epoch milliseconds. */
import type { WindowView } from './window-view';
import type { CertificateFacts } from './certificate';
import type { AppErrorData } from './errors';
import type { LibraryTrouble } from './library-care';
import type { Folder } from './order';
import type { Balance, Spending } from './money';
import type { Part } from './parts';
import type { Settings } from './settings';

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
  /** Its words; what else an answer has is in its parts. */
  readonly text: string;
  readonly parts: readonly Part[];
  readonly status: MessageStatus;
  /** The model that was asked; null for a question. */
  readonly model: string | null;
  /** What the server counted; null where it did not say. */
  readonly tokens: Tokens | null;
  /** Later requests carry a digest of everything up to here, in place of the messages. */
  readonly compacted: boolean;
  readonly error: AppErrorData | null;
  /** What a question was asked without: ids of earlier messages, and `instructions`. Absent: nothing. */
  readonly leftOut?: readonly string[];
  readonly createdAt: number;
}

export interface Tokens {
  /** Of the whole request. */
  readonly input: number;
  readonly output: number;
}

export interface Conversation {
  readonly id: string;
  readonly title: string;
  readonly updatedAt: number;
  /** A folder that is in the trash counts as none. */
  readonly folderId: string | null;
  readonly pinned: boolean;
  readonly archived: boolean;
}

export const efforts = ['none', 'minimal', 'low', 'medium', 'high', 'xhigh', 'max'] as const;
/** How long a model thinks before it answers. Not every model knows every one. */
export type Effort = (typeof efforts)[number];

export const verbosities = ['low', 'medium', 'high'] as const;
/** How much a model says. */
export type Verbosity = (typeof verbosities)[number];

/** How a conversation asks. Null is what is usual: the default account, its instructions, the model's own measure. */
export interface ChatOptions {
  /** Where it is put when it begins; what it is in later is told by the conversation. */
  readonly folderId?: string | null | undefined;
  readonly accountId: string | null;
  readonly instructions: string | null;
  readonly effort: Effort | null;
  readonly verbosity: Verbosity | null;
}

/** A whole conversation: every branch, and which one is shown. */
export interface Transcript {
  /** In the order in which they were written. */
  readonly messages: readonly Message[];
  /** The last message of the branch that is shown. */
  readonly leafId: string | null;
  readonly options: ChatOptions;
  /** Set while its turn waits to be tried again. */
  readonly waiting: Waiting | null;
  readonly spending: Spending;
}

/** What of a conversation is seen first: all of a short one, else the end of the shown branch with what stands beside it. */
export interface Opening extends Transcript {
  /** How many messages of that branch come before; null where nothing at all is missing. */
  readonly before: number | null;
}

/** A turn that failed before its first word, and is tried again. */
export interface Waiting {
  readonly answerId: string;
  /** Why. */
  readonly error: AppErrorData;
  /** The number of the try that comes; the second is the first that anyone waits for. */
  readonly attempt: number;
  /** Milliseconds from now. Null: as soon as there is a network. */
  readonly waitMs: number | null;
}

/** A server address with its key. The key itself never leaves main. */
export interface Account {
  readonly id: string;
  /** What the user calls it. */
  readonly name: string;
  /** The base address of the API, such as `https://api.openai.com/v1`. */
  readonly address: string;
  /** False for a server that asks for none. */
  readonly needsKey: boolean;
  readonly organization: string | null;
  readonly project: string | null;
  /** The certificate that may vouch for this server, beside those that the system trusts. Absent: only those. */
  readonly authority?: CertificateFacts | null;
  /** Which of OpenAI's two APIs answers there. */
  readonly api: 'responses' | 'chat';
  /** What a new chat asks. */
  readonly defaultModel: string;
  /** New chats use it. Exactly one is. */
  readonly isDefault: boolean;
}

/** What the window may know of a key. */
export interface KeyStatus {
  /** Its last four characters, `null` when there is none. */
  readonly hint: string | null;
  /** `run`: kept in memory until the app quits. */
  readonly keptIn: 'keychain' | 'run';
}

/** A model, and what is known of it. */
export interface Model {
  readonly id: string;
  readonly name: string;
  /** When OpenAI will switch it off, if it said so. */
  readonly shutdownAt: number | null;
  /** The model that takes its place then. */
  readonly replacement: string | null;
  /** Tokens that a request and its answer may have together; null where nobody said. */
  readonly contextWindow: number | null;
  /** Tokens that a request may have; null where nobody said. */
  readonly maxInput: number | null;
  readonly maxOutput: number | null;
  /** It reads images. */
  readonly images: boolean;
  /** It thinks before it answers. */
  readonly reasons: boolean;
  /** Empty where it cannot be told how long to think. */
  readonly efforts: readonly Effort[];
  readonly defaultEffort: Effort | null;
  /** It can be told how much to say. */
  readonly verbosity: boolean;
  /** US dollars for a million tokens; null where unknown. */
  readonly price: { readonly input: number; readonly output: number } | null;
}

/** What was typed in a conversation and not yet sent. */
export interface Draft {
  readonly conversationId: string;
  /**
   * `box`: the message box. `queue`: what is sent when the answer has ended. `aside`: what a window typed while
   * another typed in the same place. Else the question it is to replace.
   */
  readonly place: 'box' | 'queue' | 'aside' | (string & {});
  readonly text: string;
}

/** What the window needs for its first paint, in one answer. */
export interface Start {
  readonly accounts: readonly Account[];
  /** Those that are seen first; all of them are listed after that. */
  readonly conversations: readonly Conversation[];
  readonly folders: readonly Folder[];
  /** What the window comes back to. */
  readonly view: WindowView;
  /** Of the conversation to come back to. */
  readonly transcript: Opening | null;
  readonly drafts: readonly Draft[];
  readonly settings: Settings;
  /** What was found in the environment and may be imported, with consent. */
  readonly offer: Offer;
  readonly balance: Balance;
  readonly platform: 'mac' | 'windows' | 'linux';
  /** Why nothing can be changed or asked; null where everything can. */
  readonly readOnly: LibraryTrouble | null;
}

export interface Offer {
  /** The last four characters of `OPENAI_API_KEY`, `null` when it was not set. */
  readonly keyHint: string | null;
  /** `OPENAI_BASE_URL`, or OpenAI's own address. */
  readonly address: string;
}
