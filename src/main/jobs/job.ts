import type { JobName, JobTable } from '../services/jobs';
import type { Database } from '../storage/database';

/** What a job has to work with. */
export interface JobContext<N extends JobName = JobName> {
  /** The library, open in this thread. */
  readonly library: () => Database;
  readonly signal: AbortSignal;
  readonly progress: (progress: JobTable[N]['progress']) => void;
}

/** A job. One that takes long looks at the signal now and then, and lets others in between (`await`). */
export type Job<N extends JobName> = (
  input: JobTable[N]['input'],
  context: JobContext<N>,
) => JobTable[N]['output'] | Promise<JobTable[N]['output']>;
