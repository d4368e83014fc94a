import type { Authority } from '../../shared/certificate';
import type { AppEvent, Input } from '../../shared/contract';
import { AppError, type AppErrorData } from '../../shared/errors';
import { OPENAI_ADDRESS } from '../../shared/links';
import type { Account, KeyStatus, Offer } from '../../shared/model';
import type { Api } from '../api';

/** What an account is to be connected with. */
type Wish = Omit<Input<'accounts.connect'>, 'id' | 'keepIn'>;
export type KeepIn = Input<'accounts.connect'>['keepIn'];
type Changes = Input<'accounts.change'>['changes'];

/** What was tried last, so that its error shows beside it. */
type Attempt =
  'key' | 'server' | 'import' | 'change' | 'default' | 'test' | 'certificate' | 'remove' | 'remove-key';

/** What may be known of an account's key, or why it could not be read. */
interface KeyFound {
  readonly status: KeyStatus | null;
  readonly error: AppErrorData | null;
}

/** The servers that are spoken to, and what may be known of their keys. */
export class Accounts {
  readonly #api: Api;
  #keys = $state.raw<Readonly<Record<string, KeyFound>>>({});
  /** The default one first. */
  list = $state.raw<readonly Account[]>([]);
  offer = $state.raw<Offer>({ keyHint: null, address: OPENAI_ADDRESS });
  busy = $state(false);
  attempt = $state.raw<Attempt | null>(null);
  error = $state.raw<AppErrorData | null>(null);

  readonly default = $derived(this.list.find(({ isDefault }) => isDefault) ?? null);

  constructor(api: Api) {
    this.#api = api;
  }

  begin(list: readonly Account[], offer: Offer): void {
    this.list = list;
    this.offer = offer;
  }

  /** They may have been changed in another window. One that was not stays the same object: beside it one may be typing. */
  receive(event: AppEvent): void {
    if (event.name !== 'accounts.changed') return;
    this.list = event.accounts.map((account) => this.#same(account) ?? account);
    this.offer = event.offer;
    if (event.renewed) this.#know(event.renewed.id, event.renewed.key);
  }

  /** The account that a chat speaks to. Null, and one that is gone, mean the default one. */
  of(id: string | null): Account | null {
    return this.list.find((account) => account.id === id) ?? this.default;
  }

  /** Null until it was read, which is after the first paint. */
  key(id: string | null): KeyFound | null {
    const account = this.of(id);
    return (account && this.#keys[account.id]) ?? null;
  }

  /** A key is wanted and there is none. */
  keyMissing(id: string | null): boolean {
    const key = this.key(id);
    return (
      this.of(id)?.needsKey === true && key !== null && (key.error !== null || key.status?.hint === null)
    );
  }

  /** Reads what may be known of the key. The keychain can be slow, so nothing waits for it. */
  async readKey(id: string | null): Promise<void> {
    const account = this.of(id);
    if (!account) return;
    try {
      this.#know(account.id, await this.#api.call('accounts.key', { id: account.id }));
    } catch (thrown) {
      this.#keys = { ...this.#keys, [account.id]: { status: null, error: AppError.from(thrown).toData() } };
    }
  }

  /** Of every account, one after the other. */
  async readKeys(): Promise<void> {
    for (const { id } of this.list) await this.readKey(id);
  }

  /**
   * True once the server has accepted it and it is kept. The key is not remembered here.
   *
   * An account that is there already keeps its chats.
   */
  connect(
    attempt: 'key' | 'server',
    wish: Wish,
    keepIn: KeepIn,
    id: string = crypto.randomUUID(),
  ): Promise<boolean> {
    return this.#try(attempt, async () => {
      this.list = await this.#api.call('accounts.connect', { ...wish, id, keepIn });
      await this.readKey(id);
    });
  }

  /** The same, with the key that was found in the environment. */
  import(keepIn: KeepIn): Promise<boolean> {
    const id = crypto.randomUUID();
    return this.#try('import', async () => {
      this.list = await this.#api.call('accounts.import', { id, keepIn });
      await this.readKey(id);
    });
  }

  /** Waits for nothing: what was typed is kept, whatever else is tried. */
  async change(id: string, changes: Changes): Promise<boolean> {
    if (this.attempt === 'change') this.clearError();
    try {
      this.list = await this.#api.call('accounts.change', { id, changes });
      return true;
    } catch (thrown) {
      this.attempt = 'change';
      this.error = AppError.from(thrown).toData();
      return false;
    }
  }

  setDefault(id: string): Promise<boolean> {
    return this.#try('default', async () => {
      this.list = await this.#api.call('accounts.setDefault', { id });
    });
  }

  /** How many models the server lists; null when it could not be asked. */
  async test(id: string): Promise<number | null> {
    let found: number | null = null;
    await this.#try('test', async () => {
      found = await this.#api.call('accounts.test', { id });
    });
    return found;
  }

  /** A certificate from a file that the user chooses; null where there is none. */
  async openAuthority(): Promise<Authority | null> {
    let authority: Authority | null = null;
    await this.#try('certificate', async () => {
      authority = await this.#api.call('accounts.openAuthority');
    });
    return authority;
  }

  remove(id: string): Promise<boolean> {
    return this.#try('remove', async () => {
      this.list = await this.#api.call('accounts.remove', { id });
    });
  }

  removeKey(id: string): Promise<boolean> {
    return this.#try('remove-key', async () => {
      this.#know(id, await this.#api.call('accounts.removeKey', { id }));
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

  #same(account: Account): Account | undefined {
    const known = this.list.find(({ id }) => id === account.id);
    return JSON.stringify(known) === JSON.stringify(account) ? known : undefined;
  }

  #know(id: string, status: KeyStatus): void {
    this.#keys = { ...this.#keys, [id]: { status, error: null } };
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
