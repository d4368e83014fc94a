import { AppError } from '../../shared/errors';
import type { Input } from '../../shared/contract';
import type { Account, KeyStatus, Offer } from '../../shared/model';
import type { AccountStore, StoredAccount } from '../storage/account-store';
import { serverAddress } from './server-address';
import type { Address, Connection, Server } from './server';

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

/** A key in memory: read from its keychain entry once a run, or kept for this run alone. */
interface HeldKey extends Pick<KeyStatus, 'keptIn'> {
  readonly accountId: string;
  readonly key: string;
}

/** Keeps the account and its key. The key never leaves main, and is on no disk but the keychain's. */
export class AccountService {
  readonly #deps: AccountServiceDeps;
  #held: HeldKey | null = null;
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

  /**
   * The key that was in use stays until the new one has passed and is kept.
   *
   * A new address or key is a new account with an entry of its own: a key can never go to a server that
   * it was not given for, also when the keychain answers late.
   */
  async connect({ address, key, keepIn }: Input<'account.connect'>): Promise<Account> {
    const { accounts, now } = this.#deps;
    const reached = await this.#reach({ address: serverAddress(address, key !== null), key });
    const api = await this.#deps.server.api({ address: reached, key });
    const account = { id: crypto.randomUUID(), address: reached, needsKey: key !== null, api };
    if (key !== null && keepIn === 'keychain') await this.#write(account.id, key);
    const before = accounts.current();
    accounts.replace(account, now());
    this.#held = key === null ? null : { accountId: account.id, key, keptIn: keepIn };
    if (before?.needsKey) this.#abandon(before.id);
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
    const account = this.#deps.accounts.current();
    const key = account && (await this.#keyOf(account));
    return { hint: hint(key), keptIn: this.#held?.keptIn ?? 'keychain' };
  }

  async removeKey(): Promise<KeyStatus> {
    const account = this.#deps.accounts.current();
    // Where no keychain answers, nothing of a key for this run is in it.
    if (account && this.#held?.keptIn === 'run') this.#abandon(account.id);
    else if (account) await this.#deps.vault.forget(account.id);
    this.#held = null;
    return { hint: null, keptIn: 'keychain' };
  }

  /** For a request: rejects with `NO_ACCOUNT` or `NO_API_KEY` when there is nothing to call with. */
  async connection(): Promise<Connection> {
    const account = this.#deps.accounts.current();
    if (!account) throw new AppError('NO_ACCOUNT', 'No server is connected yet.');
    const key = await this.#keyOf(account);
    if (account.needsKey && key === null) throw new AppError('NO_API_KEY', 'No key is stored.');
    return { address: account.address, key, api: account.api };
  }

  /** A read that comes back late must not replace what was connected meanwhile. */
  async #keyOf({ id, needsKey }: StoredAccount): Promise<string | null> {
    if (!needsKey) return null;
    if (this.#held?.accountId === id) return this.#held.key;
    const key = await this.#deps.vault.read(id);
    const current = this.#deps.accounts.current()?.id === id;
    if (key !== null && current && !this.#held) this.#held = { accountId: id, key, keptIn: 'keychain' };
    return key;
  }

  async #write(id: string, key: string): Promise<void> {
    try {
      await this.#deps.vault.write(id, key);
    } catch (thrown) {
      this.#abandon(id); // it may have been written all the same, or still be
      throw thrown;
    }
  }

  /** Nothing will ask for this entry again, so it matters to nobody when it could not be removed. */
  #abandon(id: string): void {
    this.#deps.vault.forget(id).catch(() => undefined);
  }

  /** Many servers keep their API under `/v1` and are written without it: the address that answered counts. */
  async #reach(connection: Address): Promise<string> {
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
