import type { NetworkTest } from '../../shared/contract/network';
import { AppError } from '../../shared/errors';
import { ProxyPasswords } from './proxy-passwords';
import type { Vault } from './keys';
import type { Connection, Server } from './server';

/** How requests leave, as the shell can tell. */
export interface Ways {
  /** Requests to the server with this name, for which also this authority (PEM) may vouch. */
  trusting(authority: string, hostname: string): typeof globalThis.fetch;
  /** As a proxy's script would put it: `DIRECT`, `PROXY proxy:3128; DIRECT`. */
  wayTo(address: string): Promise<string>;
}

export interface NetworkServiceDeps {
  readonly server: Pick<Server, 'models'>;
  /** Null: the default account's. */
  readonly connection: (accountId: string | null) => Promise<Connection>;
  readonly ways: Pick<Ways, 'wayTo'>;
  readonly vault: Vault;
  readonly now: () => number;
}

/** How the accounts' servers are reached. */
export class NetworkService {
  readonly #deps: NetworkServiceDeps;
  readonly passwords: ProxyPasswords;

  constructor(deps: NetworkServiceDeps) {
    this.#deps = deps;
    this.passwords = new ProxyPasswords(deps.vault);
  }

  /** By one free request, for the list of models. Rejects where there is no account, or no key for it. */
  async test(accountId: string | null): Promise<NetworkTest> {
    const { server, connection, ways, now } = this.#deps;
    const at = await connection(accountId);
    const way = await ways.wayTo(at.address);
    const begun = now();
    const about = { host: new URL(at.address).host, way };
    try {
      await server.models(at);
      return { ...about, ms: now() - begun, error: null };
    } catch (thrown) {
      return { ...about, ms: now() - begun, error: AppError.from(thrown).toData() };
    }
  }
}
