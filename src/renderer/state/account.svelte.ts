import type { Input } from '../../shared/contract';
import { AppError, type AppErrorData } from '../../shared/errors';
import { OPENAI_ADDRESS } from '../../shared/links';
import type { Account, KeyStatus, Offer } from '../../shared/model';
import type { Api } from '../api';

export type KeepIn = Input<'account.import'>['keepIn'];

/** What was tried last, so that its error shows beside it. */
export type Attempt = 'key' | 'server' | 'import' | 'remove';

/** The server that is spoken to, and what may be known of its key. */
export class AccountState {
  readonly #api: Api;
  account = $state.raw<Account | null>(null);
  offer = $state.raw<Offer>({ keyHint: null, address: OPENAI_ADDRESS });
  /** Null until it was read, which is after the first paint. */
  key = $state.raw<KeyStatus | null>(null);
  /** Why the key could not be read. */
  keyError = $state.raw<AppErrorData | null>(null);
  busy = $state(false);
  attempt = $state.raw<Attempt | null>(null);
  error = $state.raw<AppErrorData | null>(null);

  /** A key is wanted and there is none. */
  readonly keyMissing = $derived(
    this.account?.needsKey === true && (this.keyError !== null || this.key?.hint === null),
  );
  readonly isOpenAi = $derived(this.account === null || this.account.address === OPENAI_ADDRESS);

  constructor(api: Api) {
    this.#api = api;
  }

  begin(account: Account | null, offer: Offer): void {
    this.account = account;
    this.offer = offer;
  }

  /** Reads what may be known of the key. The keychain can be slow, so nothing waits for it. */
  async readKey(): Promise<void> {
    try {
      this.key = await this.#api.call('account.key');
      this.keyError = null;
    } catch (thrown) {
      this.keyError = AppError.from(thrown).toData();
    }
  }

  /** True once the server has accepted it and it is kept. The key is not remembered here. */
  connect(attempt: Attempt, address: string, key: string | null, keepIn: KeepIn): Promise<boolean> {
    return this.#try(attempt, async () => {
      this.account = await this.#api.call('account.connect', { address, key, keepIn });
      await this.readKey();
    });
  }

  /** The same, with the key that was found in the environment. */
  import(keepIn: KeepIn): Promise<boolean> {
    return this.#try('import', async () => {
      this.account = await this.#api.call('account.import', { keepIn });
      await this.readKey();
    });
  }

  removeKey(): Promise<boolean> {
    return this.#try('remove', async () => {
      this.key = await this.#api.call('account.removeKey');
    });
  }

  /** The next try starts clean. */
  clearError(): void {
    this.attempt = null;
    this.error = null;
  }

  /** The error of this kind of try, if it was the last one. */
  errorOf(attempt: Attempt): AppErrorData | null {
    return this.attempt === attempt ? this.error : null;
  }

  async #try(attempt: Attempt, act: () => Promise<void>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.clearError();
    this.attempt = attempt;
    try {
      await act();
      return true;
    } catch (thrown) {
      this.error = AppError.from(thrown).toData();
      return false;
    } finally {
      this.busy = false;
    }
  }
}
