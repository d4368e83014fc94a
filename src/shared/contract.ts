/**
 * Everything that crosses between the window and the main process.
 *
 * Calls go from the window to main and are checked there: the window renders
 * model output and is not trusted. Events come from main, which is, so they
 * are types alone. To add a call, add a line here; the compiler then asks for
 * its handler.
 */
import { z } from 'zod';
import type { WindowCommand } from './commands';
import { aboutCalls } from './contract/about';
import { accountCalls } from './contract/accounts';
import { careCalls } from './contract/care';
import { desktopCalls } from './contract/desktop';
import { doctorCalls } from './contract/doctor';
import { exportCalls, type ExportProgress } from './contract/export';
import { fileCalls } from './contract/files';
import { folderCalls } from './contract/folders';
import { moneyCalls } from './contract/money';
import { call, id, nothing, type Call } from './contract/call';
import { importCalls, type ImportProgress, type ImportResult } from './contract/import';
import { libraryCalls } from './contract/library';
import { networkCalls } from './contract/network';
import { priceCalls } from './contract/prices';
import { requestCalls } from './contract/requests';
import { searchCalls } from './contract/search';
import { settingsCalls } from './contract/settings';
import { trashCalls } from './contract/trash';
import { turnCalls } from './contract/turns';
import { updateCalls } from './contract/updates';
import { usageCalls } from './contract/usage';
import type { DesktopState } from './desktop';
import type { AppErrorData } from './errors';
import type { LibraryState } from './library-care';
import type { Account, Conversation, Draft, KeyStatus, Message, Offer, Start, Waiting } from './model';
import type { Folder } from './order';
import type { Balance, Receipt, Spent } from './money';
import type { Part } from './parts';
import type { Settings } from './settings';
import type { UpdateState } from './updates';

export const calls = {
  'app.start': call(z.object({ window: id }).optional()).returns<Start>(),
  /** The window has heard that the network came back, or went. */
  'network.changed': call(z.object({ online: z.boolean() })).returns<void>(),
  /** The colour that the user gave the system, `#rrggbb`; null where it has none. */
  'system.accent': call(nothing).returns<string | null>(),
  ...aboutCalls,
  ...settingsCalls,
  ...accountCalls,
  ...careCalls,
  ...desktopCalls,
  ...doctorCalls,
  ...exportCalls,
  ...fileCalls,
  ...importCalls,
  ...folderCalls,
  ...libraryCalls,
  ...moneyCalls,
  ...networkCalls,
  ...priceCalls,
  ...requestCalls,
  ...searchCalls,
  ...trashCalls,
  ...turnCalls,
  ...updateCalls,
  ...usageCalls,
};

/** A turn is known by the id of the answer it writes. */
interface Events {
  /** A conversation is new, or has a new title or time. */
  'conversation.changed': { readonly conversation: Conversation };
  /**
   * `at` is where `text` belongs, so a lost or doubled delta shows: in the answer's words, or, where `part` is
   * given, in the text of that part.
   */
  'turn.delta': {
    readonly answerId: string;
    readonly part: number | null;
    readonly at: number;
    readonly text: string;
  };
  /** A part of the answer is new, or is now as it says. */
  'turn.part': { readonly answerId: string; readonly index: number; readonly part: Part };
  /** The turn waits to be tried again; null once it is. */
  'turn.waiting': { readonly answerId: string; readonly waiting: Waiting | null };
  /** The answer as it is now on disk; its status says how the turn ended. */
  'turn.ended': { readonly answer: Message };
  /** A call has ended, and this is its receipt; with the sums that it belongs to. */
  'money.spent': {
    readonly receipt: Receipt;
    /** On the answer that it was for. */
    readonly answer: Spent | null;
    readonly conversation: Spent | null;
    readonly balance: Balance;
  };
  /** The disk refuses what is written, which waits in memory; null once it takes everything again. */
  'disk.changed': { readonly trouble: AppErrorData | null };
  /** The library is closed for work on it, or is in trouble; the window is loaded again once it is open. */
  'library.closed': { readonly state: LibraryState };
  /** Conversations are elsewhere now; of those that are not here any more only the ids are. */
  'conversations.arranged': {
    readonly ids: readonly string[];
    readonly conversations: readonly Conversation[];
  };
  /** The accounts are now these. `renewed` has another key, or none, and with it maybe another address and other models. */
  'accounts.changed': {
    readonly accounts: readonly Account[];
    readonly offer: Offer;
    readonly renewed: { readonly id: string; readonly key: KeyStatus } | null;
  };
  /** What is typed there is now this, in whichever window; empty: it was sent, or nobody wants it. */
  'draft.changed': { readonly draft: Draft };
  /** The folders are now these. */
  'folders.changed': { readonly folders: readonly Folder[] };
  /** A question is asked, or an answer goes on, in whichever window that was wanted. */
  'turn.started': { readonly question: Message | null; readonly answer: Message };
  /** Messages were deleted, or are there again. */
  'messages.changed': { readonly conversationId: string };
  /** How far the file that is being read or taken in has come. */
  'import.progress': { readonly progress: ImportProgress };
  /** Conversations have come in, and others have grown: the library is to be read anew. */
  'import.ended': { readonly result: ImportResult };
  'export.progress': ExportProgress;
  /** The user's choices are now these, wherever they were made. */
  'settings.changed': { readonly settings: Settings };
  /** The colour that the user gave the system is another one. */
  'accent.changed': { readonly accent: string | null };
  'updates.changed': { readonly state: UpdateState };
  /** `byKey`: the menu heard the keys that it stands for. */
  'menu.chosen': { readonly command: WindowCommand; readonly byKey?: boolean };
  /** What the system gives has changed. */
  'desktop.changed': { readonly desktop: DesktopState };
  /** To one window: this chat is to be shown, at this message where one is named. */
  'chat.wanted': { readonly conversationId: string; readonly messageId: string | null };
  /** To the small window: it is in front now. */
  'quickAsk.shown': object;
}

export type CallName = keyof typeof calls;
export type Input<N extends CallName> = z.infer<(typeof calls)[N]['input']>;
export type Output<N extends CallName> = (typeof calls)[N] extends Call<z.ZodType, infer Out> ? Out : never;

/** Any event, tagged with its name. */
export type AppEvent = { [N in keyof Events]: Events[N] & { readonly name: N } }[keyof Events];

/** One handler per call; a missing or an extra one does not compile. */
export type Handlers = { [N in CallName]: (input: Input<N>) => Output<N> | Promise<Output<N>> };
