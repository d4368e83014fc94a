import type { AppEvent } from '../../shared/contract';
import type { ExportExtent, ExportProgress } from '../../shared/contract/export';
import { AppError, type AppErrorData } from '../../shared/errors';
import type { ExportChoice } from '../../shared/export';
import type { Api } from '../api';

type Ids = readonly string[] | 'all';

/** Chats on their way into files. */
export class Exports {
  readonly #api: Api;
  /** What would be written; null while that is counted. */
  extent = $state.raw<ExportExtent | null>(null);
  /** One asks where, or writes. */
  busy = $state(false);
  /** How far it is; null until it has begun. */
  progress = $state.raw<ExportProgress | null>(null);
  /** The name of the file that was written. */
  saved = $state<string | null>(null);
  error = $state.raw<AppErrorData | null>(null);
  /** A count that is late does not speak for what was asked for since. */
  #newest: symbol | null = null;

  constructor(api: Api) {
    this.#api = api;
  }

  receive(event: AppEvent): void {
    if (event.name === 'export.progress' && this.busy)
      this.progress = { done: event.done, total: event.total };
  }

  /** What was written before is no longer spoken of. */
  begin(): void {
    this.extent = null;
    this.saved = null;
    this.error = null;
  }

  async measure(ids: Ids, branches: boolean): Promise<void> {
    const newest = (this.#newest = Symbol());
    try {
      const extent = await this.#api.call('export.measure', { ids: all(ids), branches });
      if (this.#newest === newest) this.extent = extent;
    } catch (thrown) {
      if (this.#newest === newest) this.error = AppError.from(thrown).toData();
    }
  }

  async start(ids: Ids, { format, branches, costs, reasoning }: ExportChoice): Promise<void> {
    this.busy = true;
    this.progress = null;
    this.saved = null;
    this.error = null;
    try {
      this.saved = await this.#api.call('export.start', {
        ids: all(ids),
        format,
        branches,
        costs,
        reasoning,
      });
    } catch (thrown) {
      this.error = AppError.from(thrown).toData();
    } finally {
      this.busy = false;
    }
  }

  cancel(): void {
    this.#api.call('export.cancel').catch(() => undefined); // It ends by itself, too.
  }

  show(): void {
    this.#api.call('export.show').catch(() => undefined);
  }
}

/** The bridge takes lists that may change. */
const all = (ids: Ids) => (ids === 'all' ? ids : [...ids]);
