import type { KeyStatus } from '../../shared/model';

/** Where secrets lie. Rejects with `KEYCHAIN_UNAVAILABLE` when it cannot be reached. */
export interface Vault {
  read(entry: string): Promise<string | null>;
  write(entry: string, secret: string): Promise<void>;
  forget(entry: string): Promise<void>;
}

/** A key in memory: read from its keychain entry once a run, or kept for this run alone. */
interface HeldKey extends Pick<KeyStatus, 'keptIn'> {
  readonly key: string;
}

/** Keys, each under the name of its keychain entry. They never leave main, and are on no disk but the keychain's. */
export class Keys {
  readonly #vault: Vault;
  readonly #held = new Map<string, HeldKey>();
  /** Nobody may read them any more, also where the keychain answers late. */
  readonly #gone = new Set<string>();

  constructor(vault: Vault) {
    this.#vault = vault;
  }

  /** Resolves with the name of its new entry, once it is kept. */
  async keep(key: string, keptIn: KeyStatus['keptIn']): Promise<string> {
    const entry = crypto.randomUUID();
    try {
      if (keptIn === 'keychain') await this.#vault.write(entry, key);
    } catch (thrown) {
      this.abandon(entry); // it may have been written all the same, or still be
      throw thrown;
    }
    this.#held.set(entry, { key, keptIn });
    return entry;
  }

  async read(entry: string): Promise<string | null> {
    const held = this.#held.get(entry);
    if (held || this.#gone.has(entry)) return held?.key ?? null;
    const key = await this.#vault.read(entry);
    if (this.#gone.has(entry)) return null;
    if (key !== null) this.#held.set(entry, { key, keptIn: 'keychain' });
    return key;
  }

  keptIn(entry: string): KeyStatus['keptIn'] {
    return this.#held.get(entry)?.keptIn ?? 'keychain';
  }

  /** Where no keychain answers, nothing of a key for this run is in it. */
  async forget(entry: string): Promise<void> {
    if (this.keptIn(entry) === 'run') return this.abandon(entry);
    await this.#vault.forget(entry);
    this.#drop(entry);
  }

  /** Nothing will ask for this entry again, so it matters to nobody when it could not be removed. */
  abandon(entry: string): void {
    this.#drop(entry);
    this.#vault.forget(entry).catch(() => undefined);
  }

  #drop(entry: string): void {
    this.#held.delete(entry);
    this.#gone.add(entry);
  }
}
