import type { AppEvent, CallName } from '../../shared/contract';
import type { UpdateState } from '../../shared/updates';
import type { Api } from '../api';

type UpdateCall = Extract<CallName, `updates.${string}`>;

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

  read(): Promise<void> {
    return this.#ask('updates.state');
  }

  check(): Promise<void> {
    return this.#ask('updates.check');
  }

  download(): Promise<void> {
    return this.#ask('updates.download');
  }

  install(): Promise<void> {
    return this.#ask('updates.install');
  }

  /** What fails is a state of its own. */
  async #ask(name: UpdateCall): Promise<void> {
    this.state = await this.#api.call(name);
  }
}
