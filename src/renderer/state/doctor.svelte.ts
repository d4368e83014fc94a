import type { Examination, Finding } from '../../shared/doctor';
import { AppError, type AppErrorData } from '../../shared/errors';
import type { Api } from '../api';

/** The check of an account: what is looked at, and what was found. */
export class Doctor {
  readonly #api: Api;
  /** The account that is checked; null while none is. */
  accountId = $state<string | null>(null);
  examination = $state.raw<Examination | null>(null);
  /** What the question told; null until it was asked. */
  answers = $state.raw<readonly Finding[] | null>(null);
  busy = $state<'looking' | 'asking' | null>(null);
  /** Why the check itself could not be made. */
  error = $state.raw<AppErrorData | null>(null);

  readonly findings = $derived([...(this.examination?.findings ?? []), ...(this.answers ?? [])]);

  constructor(api: Api) {
    this.#api = api;
  }

  /** Looks at once: that is free. */
  async look(accountId: string): Promise<void> {
    this.accountId = accountId;
    this.examination = null;
    this.answers = null;
    await this.#try('looking', async () => {
      const examination = await this.#api.call('doctor.look', { accountId });
      if (this.accountId === accountId) this.examination = examination;
    });
  }

  async ask(): Promise<void> {
    const { accountId } = this;
    if (accountId === null || this.busy !== null) return;
    this.answers = null;
    await this.#try('asking', async () => {
      const answers = await this.#api.call('doctor.ask', { accountId });
      if (this.accountId === accountId) this.answers = answers;
    });
  }

  close(): void {
    this.accountId = null;
    this.busy = null;
  }

  async #try(what: 'looking' | 'asking', act: () => Promise<void>): Promise<void> {
    this.busy = what;
    this.error = null;
    try {
      await act();
    } catch (thrown) {
      this.error = AppError.from(thrown).toData();
    } finally {
      this.busy = null;
    }
  }
}
