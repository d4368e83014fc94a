import { basename } from 'node:path';
import type { AppEvent, Input } from '../../shared/contract';
import type { ImportChoice, ImportProgress, ImportResult } from '../../shared/contract/import';
import { AppError } from '../../shared/errors';
import { ArrivalStore } from '../storage/arrival-store';
import type { Database } from '../storage/database';
import type { Jobs } from './jobs';

export interface ImportServiceDeps {
  readonly db: Database;
  readonly jobs: Jobs;
  /** Asks the user which file; null where they would rather not. */
  readonly openFile: () => Promise<string | null>;
  readonly emit: (event: AppEvent) => void;
  /** Many messages have come at once. */
  readonly arrived: () => void;
  readonly report: (what: string, error: unknown) => void;
}

/** Brings conversations in from a file. Where the file lies, the window never learns. */
export class ImportService {
  readonly #deps: ImportServiceDeps;
  /** The one that was chosen last. */
  #chosen: { readonly token: string; readonly path: string } | null = null;
  /** Ends what is under way. */
  #running: AbortController | null = null;

  /** What an import that a crash ended has left is thrown away; nobody waits for it. */
  constructor(deps: ImportServiceDeps) {
    this.#deps = deps;
    if (new ArrivalStore(deps.db).remains)
      deps.jobs.run('import.clear', null).catch((error: unknown) => deps.report('import.clear', error));
  }

  /** Null where the user would rather not, or has cancelled. Rejects with `IMPORT_REFUSED`. */
  async choose(): Promise<ImportChoice | null> {
    const path = await this.#deps.openFile();
    if (path === null) return null;
    return this.#cancellable(async (options) => {
      const look = await this.#deps.jobs.run('import.look', { path }, options);
      const token = crypto.randomUUID();
      this.#chosen = { token, path };
      return { ...look, token, fileName: basename(path) };
    });
  }

  /** Null where it was cancelled. Rejects with `IMPORT_REFUSED`. In both cases nothing has come. */
  async start({ token }: Input<'import.start'>): Promise<ImportResult | null> {
    const chosen = this.#chosen;
    if (chosen?.token !== token) throw new AppError('NOT_FOUND', 'No such file was chosen.');
    return this.#cancellable(async (options) => {
      const result = await this.#deps.jobs.run(
        'import.run',
        { path: chosen.path, importId: crypto.randomUUID() },
        options,
      );
      this.#deps.emit({ name: 'import.ended', result });
      this.#deps.arrived();
      return result;
    });
  }

  cancel(): void {
    this.#running?.abort();
  }

  close(): void {
    this.cancel();
  }

  async #cancellable<T>(
    work: (options: {
      readonly signal: AbortSignal;
      readonly progress: (progress: ImportProgress) => void;
    }) => Promise<T>,
  ): Promise<T | null> {
    if (this.#running) throw new AppError('BUSY', 'Another file is being imported.');
    const running = (this.#running = new AbortController());
    const { signal } = running;
    try {
      return await work({
        signal,
        progress: (progress) => this.#deps.emit({ name: 'import.progress', progress }),
      });
    } catch (thrown) {
      if (signal.aborted) return null;
      throw thrown;
    } finally {
      this.#running = null;
    }
  }
}
