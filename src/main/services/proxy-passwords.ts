import type { Input } from '../../shared/contract';
import type { ProxyUser } from '../../shared/settings';
import type { Vault } from './keys';

/** Passwords of proxies: in the keychain, or in memory for this run. Each is for one proxy, and one user of it. */
export class ProxyPasswords {
  readonly #vault: Vault;
  readonly #held = new Map<string, string>();
  readonly #forRun = new Set<string>();

  constructor(vault: Vault) {
    this.#vault = vault;
  }

  async keep({ password, keepIn, ...of }: Input<'network.keepPassword'>): Promise<void> {
    const entry = entryOf(of);
    if (keepIn === 'keychain') await this.#vault.write(entry, password);
    if (keepIn === 'run') this.#forRun.add(entry);
    else this.#forRun.delete(entry);
    this.#held.set(entry, password);
  }

  async forget(of: ProxyUser): Promise<void> {
    const entry = entryOf(of);
    if (!this.#forRun.delete(entry)) await this.#vault.forget(entry);
    this.#held.delete(entry);
  }

  /** Null: there is none. Rejects with `KEYCHAIN_UNAVAILABLE`. */
  async read(of: ProxyUser): Promise<string | null> {
    const entry = entryOf(of);
    const held = this.#held.get(entry);
    if (held !== undefined) return held;
    const password = await this.#vault.read(entry);
    if (password !== null) this.#held.set(entry, password);
    return password;
  }
}

/** The proxy is in its name, so that no password can go to another one. */
const entryOf = ({ server, user }: ProxyUser) => `proxy ${user}@${server}`;
