import type { ExportProgress } from '../../shared/contract/export';
import type { ExportContent } from '../../shared/export';

/** How much a library holds. */
export interface LibrarySize {
  readonly conversations: number;
  readonly messages: number;
}

/** What an export is of: these conversations, or all. */
export type ExportedIds = readonly string[] | 'all';

/** Every job: what it is given, what it answers, and what it tells on its way. Plain data: it crosses threads. */
export interface JobTable {
  /** Reads every page of a library's file. Rejects with `DISK_FAILED` where it is not sound. */
  readonly inspect: {
    readonly input: { readonly path: string };
    readonly output: LibrarySize;
    readonly progress: never;
  };
  /** What an export would hold. */
  readonly measureExport: {
    readonly input: { readonly ids: ExportedIds; readonly branches: boolean };
    readonly output: { readonly chats: readonly ExportedChat[]; readonly messages: number };
    readonly progress: never;
  };
  /** Writes conversations into a new file. Where it is cancelled or fails, a part of the file may be left. */
  readonly export: {
    readonly input: {
      readonly ids: ExportedIds;
      readonly format: 'markdown' | 'json' | 'html';
      readonly content: ExportContent;
      readonly dollarMaths: boolean;
      readonly file: string;
      /** A zip with a file for each conversation. JSON is never one. */
      readonly zip: boolean;
    };
    readonly output: void;
    readonly progress: ExportProgress;
  };
  /** Puts files into a new zip, under other names. */
  readonly pack: {
    readonly input: {
      readonly files: readonly { readonly path: string; readonly name: string; readonly time: number }[];
      readonly file: string;
    };
    readonly output: void;
    readonly progress: never;
  };
}

export interface ExportedChat {
  readonly id: string;
  readonly title: string;
  readonly updatedAt: number;
}

export type JobName = keyof JobTable;

export interface JobOptions<N extends JobName> {
  /** Aborted: the job ends as soon as it can, and its promise rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  readonly progress?: (progress: JobTable[N]['progress']) => void;
}

/**
 * What takes longer than the app may pause, done in a thread of its own on a connection of its own.
 *
 * Jobs of one thread go one after the other. They reject with an `AppError`.
 */
export interface Jobs {
  run<N extends JobName>(
    name: N,
    input: JobTable[N]['input'],
    options?: JobOptions<N>,
  ): Promise<JobTable[N]['output']>;
  /** Ends the thread, and rejects what it was asked. Resolves when nothing holds the library's file any more. */
  close(): Promise<void>;
}
