import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import type { KeyMark } from '../storage/sidecar';
import type { Vault } from './keys';

/** A key with the mark that tells it from any other. */
export interface MarkedKey {
  readonly mark: KeyMark;
  /** 256 bits as hexadecimal digits. */
  readonly key: string;
}

/** What the keychain says of a key: `other` is one that does not fit the mark. */
export type KeyFound =
  { readonly key: string } | { readonly missing: 'locked' | 'other'; readonly reason: string | null };

/** The keys of the library, in the system's keychain and nowhere else. */
export class LibraryKeys {
  readonly #vault: Vault;
  /** Keys that were given in this run; a keychain that does not answer is asked for them no more. */
  readonly #held = new Map<string, string>();

  constructor(vault: Vault) {
    this.#vault = vault;
  }

  /** A new one, which nobody has yet. */
  make(): MarkedKey {
    const key = randomBytes(32).toString('hex');
    return { mark: { id: randomUUID(), check: checkOf(key) }, key };
  }

  /** Resolves when the keychain gives it back. */
  async store({ mark, key }: MarkedKey): Promise<void> {
    await this.#vault.write(entryOf(mark), key);
    this.#held.set(mark.id, key);
  }

  /** Until the app quits. */
  hold({ mark, key }: MarkedKey): void {
    this.#held.set(mark.id, key);
  }

  /** Never rejects: a keychain that does not answer is one that is locked. */
  async find(mark: KeyMark): Promise<KeyFound> {
    const held = this.#held.get(mark.id);
    if (held !== undefined) return { key: held };
    try {
      const key = await this.#vault.read(entryOf(mark));
      if (key === null) return { missing: 'locked', reason: null };
      if (checkOf(key) !== mark.check) return { missing: 'other', reason: null };
      this.#held.set(mark.id, key);
      return { key };
    } catch (thrown) {
      return { missing: 'locked', reason: thrown instanceof Error ? thrown.message : String(thrown) };
    }
  }

  /** Nothing is encrypted with it any more. */
  forget(mark: KeyMark): void {
    this.#held.delete(mark.id);
    this.#vault.forget(entryOf(mark)).catch(() => undefined); // It opens nothing.
  }
}

/** A value that only this key gives, and that gives away nothing of it. */
export function checkOf(key: string): string {
  if (!/^[0-9a-f]{64}$/.test(key)) return '';
  return createHmac('sha256', Buffer.from(key, 'hex')).update('Parley library').digest('hex').slice(0, 32);
}

const entryOf = ({ id }: KeyMark) => `library-key-${id}`;
