import { AppError, type AppErrorData } from '../../shared/errors';

interface Failure {
  readonly error: AppErrorData;
  readonly again: () => Promise<unknown>;
}

/** What was tried with a conversation as a whole and failed last, with the way to try it once more. */
export class Trouble {
  #last = $state.raw<Failure | null>(null);

  get error(): AppErrorData | null {
    return this.#last?.error ?? null;
  }

  /** True where it worked. `again` is what a second try does, where that is more than the act. */
  async try(act: () => Promise<unknown>, again?: () => Promise<unknown>): Promise<boolean> {
    this.#last = null; // each try starts clean
    try {
      await act();
      return true;
    } catch (thrown) {
      this.#last = { error: AppError.from(thrown).toData(), again: again ?? (() => this.try(act)) };
      return false;
    }
  }

  async retry(): Promise<void> {
    await this.#last?.again();
  }

  dismiss(): void {
    this.#last = null;
  }
}
