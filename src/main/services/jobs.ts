import type { LibrarySize } from '../../shared/library-care';
import type { ImportLook, ImportProgress, ImportResult } from '../../shared/contract/import';
import type { ExportContent } from '../../shared/export';

/** What an export is of: these conversations, or all. */
export type ExportedIds = readonly string[] | 'all';

/** How far an export is, in conversations. */
export interface ExportProgress {
  readonly done: number;
  readonly total: number;
}

/** Every job: what it is given, what it answers, and what it tells on its way. Plain data: it crosses threads. */
export interface JobTable {
  /** Reads every page of a library's file. Rejects with `DISK_FAILED` where it is not sound. */
  readonly inspect: {
    readonly input: { readonly path: string };
    readonly output: LibrarySize;
    readonly progress: never;
  };
  /** Copies a library to a file of another name or key, checked before it has that name. */
  readonly copy: {
    readonly input: {
      readonly from: string;
      readonly key: string | null;
      readonly to: string;
      /** The key of the copy; null leaves it unencrypted. */
      readonly toKey: string | null;
    };
    readonly output: LibrarySize;
    readonly progress: never;
  };
  /** How much each of some files holds; null for one that cannot be opened with this key. */
  readonly measure: {
    readonly input: { readonly paths: readonly string[]; readonly key: string | null };
    readonly output: readonly (Measured | null)[];
    readonly progress: never;
  };
  /** Writes what can be read of a damaged library into a new file. */
  readonly rescue: {
    readonly input: { readonly from: string; readonly key: string | null; readonly to: string };
    readonly output: LibrarySize;
    readonly progress: never;
  };
  /** Brings an older library up to date once a snapshot of it has been taken. Rejects with `LIBRARY_CLOSED`. */
  readonly update: {
    readonly input: { readonly path: string; readonly key: string | null; readonly snapshot: string };
    readonly output: void;
    readonly progress: never;
  };
  /** Reads all of a file and says what would come of it. Rejects with `IMPORT_REFUSED`. */
  readonly 'import.look': {
    readonly input: { readonly path: string };
    readonly output: ImportLook;
    readonly progress: ImportProgress;
  };
  /** Takes in a file, all of it or nothing. Rejects with `IMPORT_REFUSED`. */
  readonly 'import.run': {
    readonly input: { readonly path: string; readonly importId: string };
    readonly output: ImportResult;
    readonly progress: ImportProgress;
  };
  /** Throws away what an import that did not come to its end has left. */
  readonly 'import.clear': {
    readonly input: null;
    readonly output: void;
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

export interface Measured extends LibrarySize {
  readonly bytes: number;
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
