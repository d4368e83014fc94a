import { AppError } from '../../shared/errors';
import type { Vault } from '../services/keys';

const SERVICE = 'Parley';

/** Long enough for a person to unlock the keyring when the system asks; then the window must not wait on. */
const PATIENCE_MS = 60_000;

type Keytar = Pick<typeof import('keytar'), 'getPassword' | 'setPassword' | 'deletePassword'>;

/**
 * The operating system's keychain, one entry an account.
 *
 * Calls go one at a time: each blocks a thread of the process until the system answers, and a prompt may
 * never be answered. The native module is loaded at the first call, since loading fails where libsecret is
 * missing. Only three of its functions are used: `findCredentials` crashes the process on a locked keyring.
 */
export class KeychainVault implements Vault {
  readonly #load: () => Promise<Keytar>;
  readonly #patience: number;
  #last: Promise<unknown> = Promise.resolve();

  constructor(load = loadKeytar, patience = PATIENCE_MS) {
    this.#load = load;
    this.#patience = patience;
  }

  read(account: string): Promise<string | null> {
    return this.#inTurn((keytar) => keytar.getPassword(SERVICE, account));
  }

  /** Reads the secret back: a keychain that took it may still not give it. */
  write(account: string, secret: string): Promise<void> {
    return this.#inTurn(async (keytar) => {
      await keytar.setPassword(SERVICE, account, secret);
      if ((await keytar.getPassword(SERVICE, account)) !== secret)
        throw new Error('It did not keep the key.');
    });
  }

  forget(account: string): Promise<void> {
    return this.#inTurn(async (keytar) => {
      await keytar.deletePassword(SERVICE, account);
    });
  }

  async #inTurn<T>(work: (keytar: Keytar) => Promise<T>): Promise<T> {
    const patience = AbortSignal.timeout(this.#patience);
    const done = this.#last.then(async () => {
      patience.throwIfAborted(); // nobody waits for it any more
      return work(await this.#load());
    });
    this.#last = done.catch(() => {}); // its caller hears of the failure; the next call only waits for the end
    const outOfPatience = new Promise<never>((_, reject) => {
      patience.addEventListener('abort', () => reject(new Error('It did not answer.')));
    });
    try {
      return await Promise.race([done, outOfPatience]);
    } catch (thrown) {
      throw new AppError('KEYCHAIN_UNAVAILABLE', 'The system keychain cannot be used.', {
        cause: thrown,
        details: { serverMessage: thrown instanceof Error ? thrown.message : String(thrown) },
      });
    }
  }
}

async function loadKeytar(): Promise<Keytar> {
  const { default: keytar } = await import('keytar');
  return keytar;
}
