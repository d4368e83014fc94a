import { Worker } from 'node:worker_threads';
import type { TokenCounter } from '../services/token-counter';
import { encodingOf } from './encoding';
import type { FromWorker, ToWorker } from './messages';

interface Waiting {
  readonly resolve: (counts: readonly number[]) => void;
  readonly reject: (error: unknown) => void;
}

/** Counts in a thread that begins with the first count. One that breaks fails what it was asked; the next begins anew. */
export class WorkerCounter implements TokenCounter {
  readonly #file: URL;
  #thread: Worker | null = null;
  #waiting = new Map<number, Waiting>();
  #last = 0;
  #closed = false;

  /** `file` is the built `worker`. */
  constructor(file: URL) {
    this.#file = file;
  }

  /** Whether the tokenizer was needed yet. */
  get started(): boolean {
    return this.#thread !== null;
  }

  async count(texts: readonly string[], model: string): Promise<readonly number[]> {
    if (this.#closed) throw new Error('The tokenizer is closed.');
    if (texts.every((text) => text === '')) return texts.map(() => 0);
    const thread = (this.#thread ??= this.#begin());
    const { promise, resolve, reject } = Promise.withResolvers<readonly number[]>();
    this.#last += 1;
    const message: ToWorker = { id: this.#last, texts, encoding: encodingOf(model) };
    this.#waiting.set(message.id, { resolve, reject });
    thread.postMessage(message);
    return promise;
  }

  close(): void {
    this.#closed = true;
    this.#end(new Error('The tokenizer is closed.'));
  }

  #begin(): Worker {
    const thread = new Worker(this.#file, { name: 'tokenizer' });
    thread.unref(); // Nothing waits for it at the end of the app.
    thread.on('message', ({ id, counts }: FromWorker) => {
      this.#waiting.get(id)?.resolve(counts);
      this.#waiting.delete(id);
    });
    thread.on('error', (error) => {
      if (this.#thread === thread) this.#end(error);
    });
    thread.on('exit', () => {
      if (this.#thread === thread) this.#end(new Error('The tokenizer has ended.'));
    });
    return thread;
  }

  #end(error: unknown): void {
    const thread = this.#thread;
    this.#thread = null;
    const waiting = this.#waiting;
    this.#waiting = new Map();
    for (const { reject } of waiting.values()) reject(error);
    void thread?.terminate();
  }
}
