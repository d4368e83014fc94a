import type { AppEvent } from '../../shared/contract';
import type { ImportChoice, ImportProgress, ImportResult } from '../../shared/contract/import';
import { AppError, type AppErrorData } from '../../shared/errors';
import type { Api } from '../api';

/** Brings chats in from a file: it is chosen and read, then, on the user's word, taken in. */
export class Imports {
  readonly #api: Api;
  /** What is under way; it goes on when nobody looks. */
  doing = $state<'reading' | 'taking' | null>(null);
  /** How far it is; null until that is known. */
  progress = $state.raw<ImportProgress | null>(null);
  /** The file that was read. */
  choice = $state.raw<ImportChoice | null>(null);
  /** What came in at last. */
  result = $state.raw<ImportResult | null>(null);
  error = $state.raw<AppErrorData | null>(null);

  constructor(api: Api) {
    this.#api = api;
  }

  /** Asks for a file and reads it. One that was read before stays where the user would rather not. */
  choose(): Promise<void> {
    return this.#do('reading', async () => {
      const choice = await this.#api.call('import.choose');
      if (!choice) return;
      this.choice = choice;
      this.result = null;
    });
  }

  /** Takes in the file that was read. */
  take(): Promise<void> {
    return this.#do('taking', async () => {
      if (this.choice) this.result = await this.#api.call('import.start', { token: this.choice.token });
    });
  }

  async cancel(): Promise<void> {
    await this.#api.call('import.cancel');
  }

  /** Nobody looks any more: what is under way goes on, the rest is forgotten. */
  leave(): void {
    if (this.doing) return;
    this.choice = null;
    this.result = null;
    this.error = null;
  }

  receive(event: AppEvent): void {
    if (event.name === 'import.progress') this.progress = event.progress;
  }

  async #do(doing: 'reading' | 'taking', act: () => Promise<void>): Promise<void> {
    if (this.doing) return;
    this.doing = doing;
    this.progress = null;
    this.error = null;
    try {
      await act();
    } catch (thrown) {
      this.error = AppError.from(thrown).toData();
      if (doing === 'reading') this.choice = null;
    } finally {
      this.doing = null;
    }
  }
}
