import type { ExportJobs } from './export-jobs';
import type { ImportJobs } from './import-jobs';
import type { LibraryJobs } from './library-jobs';
import type { SearchJobs } from './search-jobs';

/** Every job: what it is given, what it answers, and what it tells on its way. Plain data: it crosses threads. */
export interface JobTable extends LibraryJobs, ImportJobs, ExportJobs, SearchJobs {}

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
