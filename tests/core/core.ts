/** Starts the app's core as a process: to be killed, to be measured, or to stand behind a window in a test. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { build } from 'vite';
import type { AppEvent, CallName, Input, Output } from '../../src/shared/contract';
import { AppError, type Reply } from '../../src/shared/errors.ts';
import type { FromCore, ToCore } from './messages';

const folder = join(import.meta.dirname, '../../node_modules/.cache/parley-core');

/**
 * Bundles the core once; answers with the file. About a second.
 *
 * Tests that run side by side each do so: every file comes whole, in place of one that says the same.
 */
export async function buildCore(): Promise<string> {
  const own = `${folder}-${process.pid}`;
  await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      ssr: true,
      outDir: own,
      emptyOutDir: true,
      rolldownOptions: {
        input: {
          core: join(import.meta.dirname, 'core-process.ts'),
          'library-process': join(import.meta.dirname, 'library-process.ts'),
          'library-worker': join(import.meta.dirname, '../../src/main/jobs/worker.ts'),
          'token-worker': join(import.meta.dirname, '../../src/main/tokenizer/worker.ts'),
        },
        output: { entryFileNames: '[name].mjs', format: 'es' },
      },
    },
  });
  const files = readdirSync(own, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  // What a program loads is there before the program.
  for (const { parentPath, name } of files.toSorted(
    (one, other) => other.parentPath.length - one.parentPath.length,
  )) {
    const place = join(folder, relative(own, parentPath));
    mkdirSync(place, { recursive: true });
    renameSync(join(parentPath, name), join(place, name));
  }
  rmSync(own, { recursive: true });
  return join(folder, 'core.mjs');
}

export interface Heard {
  readonly event: AppEvent;
  readonly at: number;
}

/** A running core. Whoever starts one ends it. */
export class Core {
  readonly #child: ChildProcess;
  readonly #replies = new Map<number, (reply: Reply<unknown>) => void>();
  readonly #listeners = new Set<(heard: Heard) => void>();
  readonly #gone: Promise<unknown>;
  #last = 0;
  /** What was emitted so far. */
  readonly events: AppEvent[] = [];
  /** Mistakes of ours that it has written down. */
  readonly mistakes: string[] = [];

  private constructor(child: ChildProcess) {
    this.#child = child;
    this.#gone = once(child, 'exit');
    child.on('message', (message: FromCore) => this.#take(message));
  }

  /** Resolves when it can be called. */
  static async start(file: string, libraryPath: string): Promise<Core> {
    const child = fork(file, [libraryPath], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    const ready = once(child, 'message');
    const core = new Core(child);
    await ready;
    return core;
  }

  async call<N extends CallName>(name: N, input?: Input<N>): Promise<Output<N>> {
    return (await this.#ask((id) => ({ id, name, input }))) as Output<N>;
  }

  async restart(): Promise<void> {
    await this.#ask((restart) => ({ restart }));
  }

  async cpu(): Promise<NodeJS.CpuUsage> {
    return (await this.#ask((cpu) => ({ cpu }))) as NodeJS.CpuUsage;
  }

  /** For how many milliseconds its loop was held up at most, since this was last asked. */
  async blocked(): Promise<number> {
    return (await this.#ask((blocked) => ({ blocked }))) as number;
  }

  /** Returns what stops listening. */
  listen(listener: (heard: Heard) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Resolves with the first event from now on that fits. */
  async next(fits: (event: AppEvent) => boolean): Promise<AppEvent> {
    return new Promise((resolve) => {
      const stop = this.listen(({ event }) => {
        if (!fits(event)) return;
        stop();
        resolve(event);
      });
    });
  }

  /** As a power cut would: nothing of it gets to run again. Resolves when it is gone. */
  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#gone;
  }

  /** In good order. */
  async close(): Promise<void> {
    if (this.#child.connected) this.#child.disconnect();
    await this.#gone;
  }

  async #ask(toMessage: (id: number) => ToCore): Promise<unknown> {
    this.#last += 1;
    const id = this.#last;
    const { promise, resolve } = Promise.withResolvers<Reply<unknown>>();
    this.#replies.set(id, resolve);
    this.#child.send(toMessage(id));
    const reply = await promise;
    this.#replies.delete(id);
    if (reply.ok) return reply.value;
    throw AppError.fromData(reply.error);
  }

  #take(message: FromCore): void {
    if ('event' in message) {
      this.events.push(message.event);
      for (const listen of this.#listeners) listen(message);
    } else if ('mistake' in message) this.mistakes.push(message.mistake);
    else if ('id' in message) this.#replies.get(message.id)?.(message.reply);
  }
}
