import type { AppEvent } from '../../shared/contract';
import { AppError, type AppErrorData } from '../../shared/errors';
import type { Model } from '../../shared/model';
import { modelName } from '../../shared/model-name';
import type { Api } from '../api';
import type { ModelChoice } from '../lib/model-words';
import type { Accounts } from './accounts.svelte';

/** The models of one account, as far as they were read. */
interface Listing {
  /** Newest first; null until they were read. */
  readonly models: readonly Model[] | null;
  readonly error: AppErrorData | null;
  readonly busy: boolean;
}

const unread: Listing = { models: null, error: null, busy: false };

/** The models that each account may use, and what is known of them. Null means the default account. */
export class Models {
  readonly #api: Api;
  readonly #accounts: Pick<Accounts, 'of'>;
  #listings = $state.raw<Readonly<Record<string, Listing>>>({});
  /** Accounts whose models were read when prices were others. */
  #outdated: readonly string[] = [];
  /** Those that Parley knows, wherever they are offered. */
  known = $state.raw<readonly Model[]>([]);

  /** A list has later words on a model than what Parley knows. */
  readonly #facts = $derived(
    [...Object.values(this.#listings).map(({ models }) => models ?? []), this.known].flat(),
  );

  constructor(api: Api, accounts: Pick<Accounts, 'of'>) {
    this.#api = api;
    this.#accounts = accounts;
  }

  /** An account with another key or address may have other models: they are read when they are next needed. */
  receive(event: AppEvent): void {
    if (event.name === 'accounts.changed' && event.renewed) this.#keep(event.renewed.id, unread);
  }

  /** What Parley knows without asking a server; where it cannot be read, names are made from ids. */
  async readKnown(): Promise<void> {
    this.known = await this.#api.call('models.known').catch(() => []);
  }

  of(accountId: string | null): Listing {
    return this.#listings[this.#idOf(accountId)] ?? unread;
  }

  fact(id: string): Model | undefined {
    return this.#facts.find((model) => model.id === id);
  }

  name(id: string): string {
    return this.fact(id)?.name ?? modelName(id);
  }

  /** What a new chat asks. */
  defaultFor(accountId: string | null): string {
    return this.#accounts.of(accountId)?.defaultModel ?? '';
  }

  /** Unless the server is known not to have it. */
  isOffered(accountId: string | null, id: string): boolean {
    const { models } = this.of(accountId);
    return models === null || models.some((model) => model.id === id);
  }

  /** The account's models, with those that are in use even where the list lacks them or could not be read. */
  choices(accountId: string | null, ...inUse: readonly string[]): readonly ModelChoice[] {
    const listed = (this.of(accountId).models ?? []).map(({ id }) => id);
    const missing = inUse.filter((id, index) => inUse.indexOf(id) === index && !listed.includes(id));
    return [...missing, ...listed].map((id) => ({
      id,
      name: this.name(id),
      offered: this.isOffered(accountId, id),
      facts: this.fact(id),
    }));
  }

  /** Reads them when they are first needed. */
  async need(accountId: string | null): Promise<void> {
    const outdated = this.#outdated.includes(this.#idOf(accountId));
    if (outdated || this.of(accountId).models === null) await this.load(accountId);
  }

  /** What Parley knows is read again at once; a server is asked again when its models are next needed. */
  async pricesChanged(): Promise<void> {
    this.#outdated = Object.keys(this.#listings);
    await this.readKnown();
  }

  async load(accountId: string | null): Promise<void> {
    const id = this.#idOf(accountId);
    if (this.of(id).busy) return;
    const begun: Listing = { ...this.of(id), busy: true };
    this.#outdated = this.#outdated.filter((other) => other !== id);
    this.#keep(id, begun);
    const read = await this.#read(id, begun.models);
    // A reading that is late does not speak for what was connected since.
    if (this.of(id) === begun) this.#keep(id, read);
  }

  /** The account has another key or address, and with it other models. */
  async change(accountId: string): Promise<void> {
    this.#keep(accountId, unread);
    await this.load(accountId);
  }

  async #read(accountId: string, before: readonly Model[] | null): Promise<Listing> {
    try {
      return { ...unread, models: await this.#api.call('models.list', { accountId }) };
    } catch (thrown) {
      return { ...unread, models: before, error: AppError.from(thrown).toData() };
    }
  }

  #keep(accountId: string, listing: Listing): void {
    this.#listings = { ...this.#listings, [accountId]: listing };
  }

  #idOf(accountId: string | null): string {
    return this.#accounts.of(accountId)?.id ?? '';
  }
}
