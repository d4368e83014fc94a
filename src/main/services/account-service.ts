import { readFile } from 'node:fs/promises';
import { accountName } from '../../shared/account-name';
import type { Authority } from '../../shared/certificate';
import type { AppEvent, Input } from '../../shared/contract';
import { AppError } from '../../shared/errors';
import { OPENAI_ADDRESS } from '../../shared/links';
import type { Account, KeyStatus, Offer } from '../../shared/model';
import type { AccountStore, StoredAccount } from '../storage/account-store';
import { authorityFacts, authorityIn } from './authority';
import { Keys, type Vault } from './keys';
import { serverAddress } from './server-address';
import type { Address, Connection, ListedModel, Server } from './server';

/** What OpenAI recommends for a start. Elsewhere it is the first that the server lists. */
const DEFAULT_MODEL = 'gpt-6.2-sol';

/** Far more than a file of certificates has. In bytes. */
const LARGEST_CERTIFICATE = 200_000;

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
  /** Asks the user which certificate to read; null where they would rather not. */
  readonly openCertificate: () => Promise<string | null>;
  readonly emit: (event: AppEvent) => void;
  readonly now: () => number;
}

/** The servers that are spoken to, each with its key. */
export class AccountService {
  readonly #deps: AccountServiceDeps;
  readonly #keys: Keys;
  #found: Found;

  constructor(deps: AccountServiceDeps) {
    this.#deps = deps;
    this.#keys = new Keys(deps.vault);
    this.#found = deps.found;
  }

  /** The default one first. */
  all(): readonly Account[] {
    return this.#deps.accounts.all().map(forWindow);
  }

  /** Which account is meant: the one that is wanted, while it is there, or the default one. */
  idOf(wanted: string | null): string | null {
    return this.#find(wanted)?.id ?? null;
  }

  /** What an account is called; nothing where it has been removed. */
  nameOf(id: string): string {
    const account = this.#find(id);
    return account ? accountName(account) : '';
  }

  offer(): Offer {
    return { keyHint: hint(this.#found.key), address: this.#found.address };
  }

  /**
   * The key that was in use stays until the new one has passed and is kept.
   *
   * A new address or key has an entry of its own in the keychain: a key can never go to a server that it was not
   * given for, also when the keychain answers late.
   */
  async connect(wanted: Input<'accounts.connect'>): Promise<readonly Account[]> {
    const { accounts, now, server } = this.#deps;
    const { id, key, organization, project, keepIn } = wanted;
    const typed = serverAddress(wanted.address, key !== null);
    const before = accounts.all().find((account) => account.id === id);
    const authority = this.#authorityFor(typed, wanted.authority, before);
    const at = { address: typed, key, organization, project, authority };
    const { address, models } = await this.#reach(at);
    const api = await server.api({ ...at, address });
    const keyEntry = key === null ? null : await this.#keys.keep(key, keepIn);
    const defaultModel = before?.address === address ? before.defaultModel : pick(models);
    const name = wanted.name || nameOf(address);
    accounts.put({ id, name, address, organization, project, authority, api, defaultModel, keyEntry }, now());
    if (before?.keyEntry) this.#keys.abandon(before.keyEntry);
    if (key !== null && key === this.#found.key) this.#found = { ...this.#found, key: null };
    const keptIn = keyEntry === null ? 'keychain' : this.#keys.keptIn(keyEntry);
    return this.#changed({ id, key: { hint: hint(key), keptIn } });
  }

  /** Takes the key from the environment; the window never sees it. */
  async import({ id, keepIn }: Input<'accounts.import'>): Promise<readonly Account[]> {
    const { key, address } = this.#found;
    if (key === null) throw new AppError('NOT_FOUND', 'There is no key in the environment.');
    return this.connect({ id, address, key, keepIn, name: '', organization: null, project: null });
  }

  change({ id, changes }: Input<'accounts.change'>): readonly Account[] {
    const account = this.#known(id);
    const { name, organization, project, authority, defaultModel } = changes;
    this.#deps.accounts.put(
      {
        ...account,
        name: name ?? account.name,
        organization: organization === undefined ? account.organization : organization,
        project: project === undefined ? account.project : project,
        authority: authority === undefined ? (account.authority ?? null) : this.#checked(authority),
        defaultModel: defaultModel ?? account.defaultModel,
      },
      this.#deps.now(),
    );
    return this.#changed();
  }

  /** A certificate from a file that the user chooses; null where they would rather not. Nothing trusts it yet. */
  async openAuthority(): Promise<Authority | null> {
    const path = await this.#deps.openCertificate();
    if (path === null) return null;
    const file = await readFile(path).catch(() => Buffer.alloc(0));
    return authorityIn(file.subarray(0, LARGEST_CERTIFICATE), this.#deps.now());
  }

  setDefault(id: string): readonly Account[] {
    this.#deps.accounts.setDefault(this.#known(id).id);
    return this.#changed();
  }

  /** With its key. */
  async remove(id: string): Promise<readonly Account[]> {
    const { keyEntry } = this.#known(id);
    if (keyEntry !== null) await this.#keys.forget(keyEntry);
    this.#deps.accounts.remove(id);
    return this.#changed();
  }

  /** How many models the server lists. */
  async test(id: string): Promise<number> {
    return (await this.#deps.server.models(await this.connection(id))).length;
  }

  async status(id: string): Promise<KeyStatus> {
    const { keyEntry } = this.#known(id);
    const key = keyEntry === null ? null : await this.#keys.read(keyEntry);
    return { hint: hint(key), keptIn: keyEntry === null ? 'keychain' : this.#keys.keptIn(keyEntry) };
  }

  async removeKey(id: string): Promise<KeyStatus> {
    const { keyEntry } = this.#known(id);
    if (keyEntry !== null) await this.#keys.forget(keyEntry);
    const key: KeyStatus = { hint: null, keptIn: 'keychain' };
    this.#changed({ id, key });
    return key;
  }

  /**
   * For a request. Null, or an account that is there no more: the default one.
   *
   * Rejects with `NO_ACCOUNT` or `NO_API_KEY` when there is nothing to call with.
   */
  async connection(wanted: string | null): Promise<Connection> {
    const account = this.#find(wanted);
    if (!account) throw new AppError('NO_ACCOUNT', 'No server is connected yet.');
    const { id, address, organization, project, authority = null, api, keyEntry, needsKey } = account;
    const key = keyEntry === null ? null : await this.#keys.read(keyEntry);
    if (needsKey && key === null) throw new AppError('NO_API_KEY', 'No key is stored.');
    return { accountId: id, address, key, organization, project, authority, api };
  }

  /** Every window hears of it. */
  #changed(renewed: Extract<AppEvent, { name: 'accounts.changed' }>['renewed'] = null): readonly Account[] {
    const accounts = this.all();
    this.#deps.emit({ name: 'accounts.changed', accounts, offer: this.offer(), renewed });
    return accounts;
  }

  /** It is good for one server: where another is meant, and none is chosen, only the system's vouch for it. */
  #authorityFor(
    address: string,
    chosen: string | null | undefined,
    before: StoredAccount | undefined,
  ): string | null {
    if (chosen !== undefined) return this.#checked(chosen);
    const stays = before && new URL(before.address).hostname === new URL(address).hostname;
    return (stays && before.authority) || null;
  }

  #checked(pem: string | null): string | null {
    return pem && authorityIn(pem, this.#deps.now()).pem;
  }

  #find(wanted: string | null): StoredAccount | undefined {
    const { accounts } = this.#deps;
    return accounts.find(wanted) ?? accounts.find(null);
  }

  #known(id: string): StoredAccount {
    const account = this.#deps.accounts.find(id);
    if (account) return account;
    throw new AppError('NOT_FOUND', 'There is no such account.');
  }

  /** Many servers keep their API under `/v1` and are written without it: the address that answered counts. */
  async #reach(at: Address): Promise<{ address: string; models: readonly ListedModel[] }> {
    const { server } = this.#deps;
    try {
      return { address: at.address, models: await server.models(at) };
    } catch (thrown) {
      const { code } = AppError.from(thrown);
      if (code !== 'NOT_A_SERVER' || new URL(at.address).pathname !== '/') throw thrown;
      const address = `${at.address}/v1`;
      return { address, models: await server.models({ ...at, address }) };
    }
  }
}

/** Where its key lies is nobody else's business. */
function forWindow(account: StoredAccount): Account {
  const { id, name, address, needsKey, organization, project, api, defaultModel, isDefault } = account;
  const authority = account.authority ? authorityFacts(account.authority) : null;
  return { id, name, address, needsKey, organization, project, authority, api, defaultModel, isDefault };
}

function pick(models: readonly ListedModel[]): string {
  const first = models[0]?.id ?? DEFAULT_MODEL;
  return models.some(({ id }) => id === DEFAULT_MODEL) ? DEFAULT_MODEL : first;
}

function nameOf(address: string): string {
  return address === OPENAI_ADDRESS ? 'OpenAI' : new URL(address).host;
}

/** Enough to tell two keys apart, too little to use one. */
function hint(key: string | null): string | null {
  return key && key.slice(-4);
}
