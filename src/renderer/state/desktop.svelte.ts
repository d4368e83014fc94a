import type { AppEvent } from '../../shared/contract';
import type { DesktopState } from '../../shared/desktop';
import { AppError, type AppErrorData } from '../../shared/errors';
import type { Api } from '../api';

/** What the system around the app gives it. */
export class Desktop {
  readonly #api: Api;
  /** Null until it was asked for. */
  current = $state.raw<DesktopState | null>(null);
  error = $state.raw<AppErrorData | null>(null);

  constructor(api: Api) {
    this.#api = api;
  }

  async read(): Promise<void> {
    await this.#try(async () => (this.current = await this.#api.call('desktop.state')));
  }

  async openAtLogin(on: boolean): Promise<void> {
    await this.#try(async () => (this.current = await this.#api.call('desktop.openAtLogin', { on })));
  }

  receive(event: AppEvent): void {
    if (event.name === 'desktop.changed') this.current = event.desktop;
  }

  async #try(act: () => Promise<unknown>): Promise<void> {
    this.error = null;
    try {
      await act();
    } catch (thrown) {
      this.error = AppError.from(thrown).toData();
    }
  }
}
