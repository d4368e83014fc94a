import type { Input } from '../../shared/contract';
import type { NetworkTest } from '../../shared/contract/network';
import { AppError, type AppErrorData } from '../../shared/errors';
import type { ProxyUser } from '../../shared/settings';
import type { Api } from '../api';

type KeepIn = Input<'network.keepPassword'>['keepIn'];

/** How requests leave: what a test of the way found, and whether a proxy's password is kept. */
export class Network {
  readonly #api: Api;
  /** What the last test found. */
  found = $state.raw<NetworkTest | null>(null);
  testing = $state(false);
  /** Why it could not be made. */
  error = $state.raw<AppErrorData | null>(null);
  /** Of the proxy that is asked as somebody: null until it was looked for. */
  hasPassword = $state<boolean | null>(null);
  /** Why the password could not be kept, or looked for. */
  passwordError = $state.raw<AppErrorData | null>(null);

  constructor(api: Api) {
    this.#api = api;
  }

  /** By which way this account's server is reached, and whether it is. */
  async test(accountId: string): Promise<void> {
    if (this.testing) return;
    this.testing = true;
    this.found = null;
    this.error = null;
    try {
      this.found = await this.#api.call('network.test', { accountId });
    } catch (thrown) {
      this.error = AppError.from(thrown).toData();
    } finally {
      this.testing = false;
    }
  }

  /** Where nobody is asked for, there is none. */
  lookForPassword({ server, user }: ProxyUser): Promise<boolean> {
    return this.#try(async () => {
      this.hasPassword = user !== '' && (await this.#api.call('network.hasPassword', { server, user }));
    });
  }

  /** True once it is kept. It is not remembered here. */
  keepPassword(of: ProxyUser, password: string, keepIn: KeepIn): Promise<boolean> {
    return this.#try(async () => {
      await this.#api.call('network.keepPassword', { ...of, password, keepIn });
      this.hasPassword = true;
    });
  }

  forgetPassword({ server, user }: ProxyUser): Promise<boolean> {
    return this.#try(async () => {
      await this.#api.call('network.forgetPassword', { server, user });
      this.hasPassword = false;
    });
  }

  async #try(act: () => Promise<void>): Promise<boolean> {
    this.passwordError = null;
    try {
      await act();
      return true;
    } catch (thrown) {
      this.passwordError = AppError.from(thrown).toData();
      return false;
    }
  }
}
