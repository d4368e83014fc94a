import { AppError } from '../../shared/errors';
import type { Input } from '../../shared/contract';
import type { Account, KeyStatus, Offer } from '../../shared/model';
import type { AccountStore } from '../storage/account-store';
import { serverAddress } from './server-address';
import type { Connection, Server } from './server';

/** Where secrets lie. Rejects with `KEYCHAIN_UNAVAILABLE` when it cannot be reached. */
export interface Vault {
  read(account: string): Promise<string | null>;
  write(account: string, secret: string): Promise<void>;
  forget(account: string): Promise<void>;
}

/** What the environment offered at start. */
export interface Found {
  readonly key: string | null;
  readonly address: string;
}

export interface AccountServiceDeps {
  readonly accounts: AccountStore;
  readonly vault: Vault;
  readonly server: Server;
  readonly found: Found;
  readonly now: () => number;
}

/** Keeps the account and its key. The key never leaves main, and is on no disk but the keychain's. */
export class AccountService {
  readonly #deps: AccountServiceDeps;
  /** Read from the keychain once a run, or kept for this run alone. */
  #key: string | null = null;
  #keptIn: KeyStatus['keptIn'] = 'keychain';
  #found: Found;

  constructor(deps: AccountServiceDeps) {
    this.#deps = deps;
    this.#found = deps.found;
  }

  account(): Account | null {
    const account = this.#deps.accounts.current();
    return account && { address: account.address, needsKey: account.needsKey };
  }

  offer(): Offer {
    return { keyHint: hint(this.#found.key), address: this.#found.address };
  }

  /** The key that was in use stays until the new one has passed. */
  async connect({ address, key, keepIn }: Input<'account.connect'>): Promise<Account> {
    const { accounts, now } = this.#deps;
    const reached = await this.#reach({ address: serverAddress(address, key !== null), key });
    const id = accounts.current()?.id ?? crypto.randomUUID();
    if (key !== null && keepIn === 'keychain') await this.#deps.vault.write(id, key);
    const account = { id, address: reached, needsKey: key !== null };
    accounts.save(account, now());
    this.#key = key;
    this.#keptIn = keepIn;
    return { address: reached, needsKey: account.needsKey };
  }

  /** Takes the key from the environment; the window never sees it. */
  async import({ keepIn }: Input<'account.import'>): Promise<Account> {
    const { key, address } = this.#found;
    if (key === null) throw new AppError('NOT_FOUND', 'There is no key in the environment.');
    const account = await this.connect({ address, key, keepIn });
    this.#found = { ...this.#found, key: null };
    return account;
  }

  async status(): Promise<KeyStatus> {
    return { hint: hint(await this.#read()), keptIn: this.#keptIn };
  }

  async removeKey(): Promise<KeyStatus> {
    const account = this.#deps.accounts.current();
    if (account && this.#keptIn === 'keychain') await this.#deps.vault.forget(account.id);
    this.#key = null;
    this.#keptIn = 'keychain';
    return { hint: null, keptIn: this.#keptIn };
  }

  /** For a request: rejects with `NO_ACCOUNT` or `NO_API_KEY` when there is nothing to call with. */
  async connection(): Promise<Connection> {
    const account = this.#deps.accounts.current();
    if (!account) throw new AppError('NO_ACCOUNT', 'No server is connected yet.');
    if (!account.needsKey) return { address: account.address, key: null };
    const key = await this.#read();
    if (key === null) throw new AppError('NO_API_KEY', 'No key is stored.');
    return { address: account.address, key };
  }

  async #read(): Promise<string | null> {
    const account = this.#deps.accounts.current();
    if (!account?.needsKey) return null;
    this.#key ??= await this.#deps.vault.read(account.id);
    return this.#key;
  }

  /** Many servers keep their API under `/v1` and are written without it: the address that answered counts. */
  async #reach(connection: Connection): Promise<string> {
    try {
      await this.#deps.server.models(connection);
      return connection.address;
    } catch (thrown) {
      const { code } = AppError.from(thrown);
      if (code !== 'NOT_A_SERVER' || new URL(connection.address).pathname !== '/') throw thrown;
      const address = `${connection.address}/v1`;
      await this.#deps.server.models({ ...connection, address });
      return address;
    }
  }
}

/** Enough to tell two keys apart, too little to use one. */
function hint(key: string | null): string | null {
  return key && key.slice(-4);
}
