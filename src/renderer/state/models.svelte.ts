import { AppError, type AppErrorData } from '../../shared/errors';
import type { Model } from '../../shared/model';
import type { Api } from '../api';

/** The models that the account may use. */
export class Models {
  readonly #api: Api;
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
    try {
      this.list = await this.#api.call('models.list');
      this.error = null;
    } catch (thrown) {
      this.error = AppError.from(thrown).toData();
    }
    this.busy = false;
  }

  /** Another account has other models. */
  forget(): void {
    this.list = null;
    this.error = null;
  }

  /** The list, with the models that are in use even where it could not be read. */
  choices(...inUse: readonly string[]): readonly Model[] {
    const list = this.list ?? [];
    const missing = inUse.filter(
      (id, index) => inUse.indexOf(id) === index && !list.some((model) => model.id === id),
    );
    return [...missing.map((id) => ({ id, shutdownAt: null })), ...list];
  }
}
