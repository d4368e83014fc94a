import type { AppEvent } from '../../shared/contract';
import type { UpdateState } from '../../shared/updates';
import type { Api } from '../api';

/** New versions of the app: what main knows of them, and what the user wants done. */
export class Updates {
  readonly #api: Api;
  state = $state.raw<UpdateState>({ kind: 'off' });

  constructor(api: Api) {
    this.#api = api;
  }

  /** The version that a click on “Restart and update” would start. */
  readonly ready = $derived(this.state.kind === 'ready' ? this.state.release.version : null);

  receive(event: AppEvent): void {
    if (event.name === 'updates.changed') this.state = event.state;
  }

  async read(): Promise<void> {
    this.state = await this.#api.call('updates.state');
  }

  // What comes of these is heard as events, failures too.

  async check(): Promise<void> {
    await this.#api.call('updates.check');
  }

  async download(): Promise<void> {
    await this.#api.call('updates.download');
  }

  async install(): Promise<void> {
    await this.#api.call('updates.install');
  }
}
