import { copyFileSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AppEvent } from '../../shared/contract';
import { AppError, type AppErrorData } from '../../shared/errors';
import type { LibraryState, LibraryTrouble, LibraryWork } from '../../shared/library-care';
import { LIBRARY } from '../storage/library-file';
import { toTrouble } from '../storage/library-trouble';
import type { Jobs } from './jobs';
import type { Found, LibraryKeeper } from './library-keeper';

/** A library that the app works with. */
export interface Opened {
  readonly path: string;
  readonly key: string | null;
  /** Why nothing can be changed in it. */
  readonly readOnly: LibraryTrouble | null;
}

/** The app while its library is open. */
export interface Running {
  /** An answer is being written. */
  readonly busy: () => boolean;
  readonly jobs: Jobs;
  /** Resolves when nothing holds the library's file any more. */
  readonly close: () => Promise<void>;
}

export interface LibraryLifeDeps {
  readonly keeper: LibraryKeeper;
  /** Makes the app's parts; throws `LIBRARY_CLOSED` where the library cannot be opened after all. */
  readonly start: (opened: Opened) => Running;
  /** A thread for work on a library that is closed. */
  readonly thread: (opened: Pick<Opened, 'path' | 'key'>) => Jobs;
  readonly emit: (event: AppEvent) => void;
  /** Loads the window again: what it knows is of another library, or of none. */
  readonly reload: () => void;
  readonly report: (what: string, error: unknown) => void;
}

/** The work on a library that is closed. `last` is how it stood when it was closed. */
type Work = (jobs: Jobs, last: Found, sound: boolean) => Promise<void>;

/** The life of the library: opened, closed for work on its file, and opened again. */
export class LibraryLife {
  readonly #deps: LibraryLifeDeps;
  #running: Running | null = null;
  #opened: Opened | null = null;
  #found: Found | null = null;
  #work: LibraryWork | null = null;
  #failed: AppErrorData | null = null;
  #done: LibraryWork | null = null;
  #copy: string | null = null;

  constructor(deps: LibraryLifeDeps) {
    this.#deps = deps;
  }

  /** Null while the library is closed. */
  get opened(): Opened | null {
    return this.#opened;
  }

  get running(): Running | null {
    return this.#running;
  }

  get working(): boolean {
    return this.#work !== null;
  }

  get state(): LibraryState {
    const { keeper } = this.#deps;
    const found = this.#found;
    const path = this.#opened?.path ?? keeper.path;
    return {
      trouble: this.#opened ? null : (found?.trouble ?? null),
      reason: this.#opened ? null : (found?.reason ?? null),
      work: this.#work,
      done: this.#done,
      failed: this.#failed,
      folder: keeper.folder,
      bytes: bytesOf(path) + bytesOf(`${path}-wal`),
      encrypted: this.#opened ? this.#opened.key !== null : keeper.sidecar?.key != null,
      readOnly: this.#opened?.readOnly ?? null,
    };
  }

  /** Says why nothing can be asked of the library. */
  refuse(): never {
    const { trouble, work } = this.state;
    throw new AppError('LIBRARY_CLOSED', 'The library is closed.', {
      details: { ...(trouble ? { trouble } : {}), ...(work ? { work } : {}) },
    });
  }

  /** Opens what is there. Never rejects: what stands in the way is the state then. */
  async open(): Promise<void> {
    const { keeper } = this.#deps;
    let found = await keeper.find();
    if (found.trouble === null && found.old) found = await this.#update(found);
    this.#found = found;
    if (found.trouble !== null) return;
    const { path, key } = found;
    this.#begin({ path, key, readOnly: null }, found);
    if (!this.#running) return;
    try {
      keeper.opened(found, await keeper.markOf(key));
    } catch (thrown) {
      this.#deps.report('what is known of the library', thrown); // It is open all the same.
    }
  }

  /** Opens a copy in which nothing can be changed, so that what stands in the way of changes is in nobody's way. */
  async openCopy(): Promise<void> {
    const found = this.#found;
    if (!found?.trouble) throw new AppError('BUSY', 'The library is open.');
    await this.#end();
    const folder = mkdtempSync(join(tmpdir(), 'parley-read-only-'));
    const path = join(folder, LIBRARY);
    try {
      for (const end of ['', '-wal'])
        if (existsSync(found.path + end)) copyFileSync(found.path + end, path + end);
    } catch (thrown) {
      rmSync(folder, { recursive: true, force: true });
      throw new AppError('COPY_FAILED', 'It cannot be copied.', { cause: thrown });
    }
    this.#copy = folder;
    this.#begin({ path, key: found.key, readOnly: found.trouble }, found);
    if (this.#running) this.#deps.reload();
    else throw new AppError('COPY_FAILED', 'Not even a copy of it can be opened.');
  }

  /** Closes the library for work on its file, and opens what is there then. Rejects as the work does. */
  async during(work: LibraryWork, act: Work): Promise<void> {
    if (this.#work) throw new AppError('BUSY', 'The library is being worked on.');
    if (this.#running?.busy()) throw new AppError('BUSY', 'An answer is being written.');
    const sound = this.#opened !== null && this.#opened.readOnly === null;
    this.#work = work;
    this.#failed = null;
    this.#done = null;
    try {
      await this.#end();
      this.#tell();
      const last = this.#found ?? (await this.#deps.keeper.find());
      const jobs = this.#deps.thread(last);
      try {
        await act(jobs, last, sound);
      } finally {
        await jobs.close();
      }
      this.#done = work;
    } catch (thrown) {
      const error = AppError.from(thrown);
      if (error.code === 'INTERNAL') this.#deps.report(work, thrown);
      this.#failed = error.toData();
      throw error;
    } finally {
      await this.open();
      this.#work = null;
      this.#deps.reload();
    }
  }

  /** Runs jobs beside the library, whether it is open or not. */
  async withJobs<T>(place: Pick<Opened, 'path' | 'key'>, act: (jobs: Jobs) => Promise<T>): Promise<T> {
    if (this.#running) return act(this.#running.jobs);
    const jobs = this.#deps.thread(place);
    try {
      return await act(jobs);
    } finally {
      await jobs.close();
    }
  }

  /** Tries once more. True where it is open now. */
  async again(): Promise<boolean> {
    if (this.#work) return false;
    if (this.#running?.busy()) throw new AppError('BUSY', 'An answer is being written.');
    await this.#end();
    this.#failed = null;
    await this.open();
    if (this.#opened) this.#deps.reload();
    return this.#opened !== null;
  }

  /** The library turned out to be in trouble while it was open. */
  async fail(trouble: LibraryTrouble, reason: string): Promise<void> {
    if (!this.#opened || this.#opened.readOnly) return;
    const { path, key } = this.#opened;
    this.#found = { path, key, trouble, reason, old: false };
    await this.#end();
    this.#tell();
  }

  async close(): Promise<void> {
    await this.#end();
  }

  #begin(opened: Opened, found: Found): void {
    try {
      this.#running = this.#deps.start(opened);
      this.#opened = opened;
    } catch (thrown) {
      const { details, cause } = toTrouble(thrown, opened.path);
      if (!details.trouble) this.#deps.report('opening the library', thrown);
      const reason = cause instanceof Error ? cause.message : String(thrown);
      this.#found = { ...found, trouble: details.trouble ?? 'UNREADABLE', reason };
    }
  }

  async #end(): Promise<void> {
    const running = this.#running;
    this.#running = null;
    this.#opened = null;
    await running?.close();
    if (this.#copy) rmSync(this.#copy, { recursive: true, force: true });
    this.#copy = null;
  }

  /** A snapshot first; a step that fails leaves the library as it was. */
  async #update(found: Found): Promise<Found> {
    const before = this.#work;
    this.#work = 'migrate';
    this.#tell();
    const jobs = this.#deps.thread(found);
    try {
      const { snapshots } = this.#deps.keeper;
      const { path, key } = found;
      await jobs.run('update', { path, key, snapshot: snapshots.place(Date.now()) });
      snapshots.prune();
      return found;
    } catch (thrown) {
      const error = AppError.from(thrown);
      this.#deps.report('bringing the library up to date', thrown);
      const { trouble = 'MIGRATION_FAILED', serverMessage } = error.details;
      return { ...found, trouble, reason: serverMessage ?? error.message };
    } finally {
      await jobs.close();
      this.#work = before;
      if (before === null) this.#deps.reload();
    }
  }

  #tell(): void {
    this.#deps.emit({ name: 'library.closed', state: this.state });
  }
}

const bytesOf = (path: string) => statSync(path, { throwIfNoEntry: false })?.size ?? 0;
