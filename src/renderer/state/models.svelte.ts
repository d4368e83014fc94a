import { AppError, type AppErrorData } from '../../shared/errors';
import type { Model } from '../../shared/model';
import type { Api } from '../api';

interface Choice extends Model {
  /** False where the server is known not to have it. */
  readonly offered: boolean;
}

/** The models that the account may use. */
export class Models {
  readonly #api: Api;
  /** Counts the readings, so that a late one does not speak for another account. */
  #reading = 0;
  /** Null until they were read. */
  list = $state.raw<readonly Model[] | null>(null);
  error = $state.raw<AppErrorData | null>(null);
  busy = $state(false);

  constructor(api: Api) {
    this.#api = api;
  }

  /** Reads them when they are first needed. */
  async need(): Promise<void> {
    if (this.list === null) await this.load();
  }

  async load(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.#reading += 1;
    const reading = this.#reading;
    try {
      const read = await this.#api.call('models.list');
      if (reading !== this.#reading) return;
      // Some servers list a model twice.
      this.list = read.filter(({ id }, index) => read.findIndex((model) => model.id === id) === index);
      this.error = null;
    } catch (thrown) {
      if (reading !== this.#reading) return;
      this.error = AppError.from(thrown).toData();
    }
    this.busy = false;
  }

  /** Another account has other models. */
  async change(): Promise<void> {
    this.#reading += 1;
    this.busy = false;
    this.list = null;
    this.error = null;
    await this.load();
  }

  /** What a new chat asks: the model that was set, unless the server is known not to have it. */
  pick(wanted: string): string {
    const first = this.list?.[0];
    return first === undefined || this.#has(wanted) ? wanted : first.id;
  }

  /** The list, with the models that are in use even where it could not be read. */
  choices(...inUse: readonly string[]): readonly Choice[] {
    const missing = inUse.filter((id, index) => inUse.indexOf(id) === index && !this.#has(id));
    const offered = this.list === null;
    return [
      ...missing.map((id) => ({ id, shutdownAt: null, offered })),
      ...(this.list ?? []).map((model) => ({ ...model, offered: true })),
    ];
  }

  #has(id: string): boolean {
    return this.list?.some((model) => model.id === id) === true;
  }
}
