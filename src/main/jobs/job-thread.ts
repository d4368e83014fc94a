import { Worker } from 'node:worker_threads';
import { AppError } from '../../shared/errors';
import { language } from '../../shared/words';
import type { JobName, JobOptions, Jobs, JobTable } from '../services/jobs';
import type { FromThread, ThreadData, ToThread } from './messages';

interface Asked {
  readonly resolve: (value: never) => void;
  readonly reject: (error: unknown) => void;
  readonly progress: ((progress: never) => void) | undefined;
}

/** A thread that begins with its first job. One that breaks fails what it was asked; the next job begins it anew. */
export class JobThread implements Jobs {
  readonly #file: URL;
  readonly #data: ThreadData;
  #thread: Worker | null = null;
  #asked = new Map<number, Asked>();
  #last = 0;
  #closed = false;

  /** `file` is the built `worker`. */
  constructor(file: URL, data: ThreadData) {
    this.#file = file;
    this.#data = data;
  }

  /** Something is being done, or waits to be. */
  get busy(): boolean {
    return this.#asked.size > 0;
  }

  async run<N extends JobName>(
    name: N,
    input: JobTable[N]['input'],
    { signal, progress }: JobOptions<N> = {},
  ): Promise<JobTable[N]['output']> {
    signal?.throwIfAborted();
    if (this.#closed) throw new AppError('BUSY', 'The library is being closed.');
    const thread = (this.#thread ??= this.#begin());
    const { promise, resolve, reject } = Promise.withResolvers<JobTable[N]['output']>();
    const id = (this.#last += 1);
    this.#asked.set(id, { resolve, reject, progress });
    const post = (message: ToThread) => thread.postMessage(message);
    const cancel = () => post({ id, cancel: true });
    signal?.addEventListener('abort', cancel);
    post({ id, run: name, input, language: language().code });
    try {
      return await promise;
    } catch (thrown) {
      signal?.throwIfAborted();
      throw thrown;
    } finally {
      signal?.removeEventListener('abort', cancel);
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#end(new AppError('BUSY', 'The library is being closed.'));
  }

  #begin(): Worker {
    const thread = new Worker(this.#file, { name: 'library', workerData: this.#data });
    thread.unref(); // Nothing waits for it at the end of the app.
    thread.on('message', (message: FromThread) => this.#take(message));
    thread.on('error', (error) => {
      if (this.#thread === thread) void this.#end(error);
    });
    thread.on('exit', () => {
      if (this.#thread === thread) void this.#end(new Error('The thread has ended.'));
    });
    return thread;
  }

  #take(message: FromThread): void {
    const asked = this.#asked.get(message.id);
    if (!asked) return;
    if ('progress' in message) return asked.progress?.(message.progress as never); // as its job's row of the table says
    this.#asked.delete(message.id);
    if ('error' in message) asked.reject(AppError.fromData(message.error));
    else asked.resolve(message.value as never);
  }

  async #end(error: unknown): Promise<void> {
    const thread = this.#thread;
    this.#thread = null;
    const asked = this.#asked;
    this.#asked = new Map();
    for (const { reject } of asked.values()) reject(error);
    await thread?.terminate();
  }
}
