import type { Found } from '../../shared/search';

/** How much a library holds. */
export interface LibrarySize {
  readonly conversations: number;
  readonly messages: number;
}

/** Every job: what it is given, what it answers, and what it tells on its way. Plain data: it crosses threads. */
export interface JobTable {
  /** Reads every page of a library's file. Rejects with `DISK_FAILED` where it is not sound. */
  readonly inspect: {
    readonly input: { readonly path: string };
    readonly output: LibrarySize;
    readonly progress: never;
  };
  /** Reads new words into the index for so many milliseconds; `done` when it has them all. */
  readonly indexMessages: {
    readonly input: { readonly ms: number };
    readonly output: { readonly done: boolean };
    readonly progress: never;
  };
  /** Looks for what was typed. */
  readonly search: {
    readonly input: { readonly query: string; readonly limit: number; readonly inside: boolean };
    readonly output: Found;
    readonly progress: never;
  };
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
