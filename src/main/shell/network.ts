import { session, type AuthInfo, type Certificate, type ProxyConfig, type Session } from 'electron';
import { createHash } from 'node:crypto';
import type { Proxy, ProxyUser } from '../../shared/settings';
import { isProvenBy } from './certificate-check';
import { fetchWithLogin, type Give, type Login } from './proxy-login';

type Fetch = typeof globalThis.fetch;

/** What Chromium calls a certificate that nobody vouches for whom the system trusts: `ERR_CERT_AUTHORITY_INVALID`. */
const UNKNOWN_AUTHORITY = -202;
/** For a certificate's judge: it is good; or what Chromium found holds. */
const GOOD = 0;
const AS_FOUND = -3;

/**
 * How main's requests leave: by the system's proxy and certificates, or as the user says. They share nothing with the
 * page's session, which may make none.
 */
export class Network {
  #proxy: ProxyConfig = { mode: 'system' };
  #user: ProxyUser | null = null;
  readonly #passwordOf: (of: ProxyUser) => Promise<string | null>;
  readonly #ways = new Map<string, Way>();

  /** `passwordOf`: the password of the proxy that is named in the settings, where it asks for one. */
  constructor(passwordOf: (of: ProxyUser) => Promise<string | null>) {
    this.#passwordOf = passwordOf;
  }

  /** For servers that the system trusts. */
  readonly fetch: Fetch = (input, init) => this.#way('api').fetch(input, init);

  /** Holds at once, also for requests on connections that were open. */
  apply(proxy: Proxy): void {
    const config = configOf(proxy);
    const user = userOf(proxy);
    if (JSON.stringify([config, user]) === JSON.stringify([this.#proxy, this.#user])) return;
    this.#proxy = config;
    this.#user = user;
    for (const way of this.#ways.values()) way.lead(config, this.#login);
  }

  /** Gives the proxy that is named in the settings, and nobody else, its password. */
  answer({ isProxy, host, port }: AuthInfo, give: Give): void {
    const of = this.#user;
    if (!of || !isProxy || !isAt(of.server, host, port)) return give();
    const found = this.#passwordOf(of).catch(() => null); // Without a password the request says what was wanted.
    void found.then((password) => (password === null ? give() : give(of.user, password)));
  }

  /**
   * For the server with this name, for which also an authority (PEM) may vouch; no other is trusted more.
   *
   * A session remembers how it judged a certificate, so each authority has a session of its own.
   */
  trusting(authority: string, hostname: string): Fetch {
    const name = createHash('sha256').update(`${hostname}\n${authority}`).digest('hex').slice(0, 32);
    return (input, init) => this.#way(`api-${name}`, { authority, hostname }).fetch(input, init);
  }

  /** Has requests that others make in this session go the same way. Resolves once they do. */
  async join(partition: string): Promise<void> {
    await this.#way(partition).led;
  }

  /** The way a request to this address takes, as a proxy's script would put it: `DIRECT`, `PROXY proxy:3128`. */
  wayTo(address: string): Promise<string> {
    return this.#way('api').to(address);
  }

  #way(partition: string, trust?: Trust): Way {
    let way = this.#ways.get(partition);
    if (!way) {
      way = new Way(session.fromPartition(partition), trust);
      way.lead(this.#proxy, this.#login);
      this.#ways.set(partition, way);
    }
    return way;
  }

  get #login(): Login | null {
    return this.#user && ((asking, give) => this.answer(asking, give));
  }
}

interface Trust {
  readonly authority: string;
  readonly hostname: string;
}

/** A session of requests; none leaves before it is known by which way. */
class Way {
  readonly #session: Session;
  #led: Promise<void> = Promise.resolve();
  #login: Login | null = null;

  constructor(own: Session, trust?: Trust) {
    this.#session = own;
    if (trust) judgeBy(own, trust);
  }

  get led(): Promise<void> {
    return this.#led;
  }

  lead(config: ProxyConfig, login: Login | null): void {
    this.#login = login;
    this.#led = this.#led.then(async () => {
      await this.#session.setProxy(config);
      await this.#session.clearAuthCache();
      await this.#session.closeAllConnections();
    });
  }

  async fetch(...[input, init]: Parameters<Fetch>): Promise<Response> {
    await this.#led;
    if (this.#login) return fetchWithLogin(this.#session, [input, init], this.#login);
    return this.#session.fetch(input instanceof URL ? input.href : input, init);
  }

  async to(address: string): Promise<string> {
    await this.#led;
    return this.#session.resolveProxy(address);
  }
}

function judgeBy(own: Session, { authority, hostname: only }: Trust): void {
  own.setCertificateVerifyProc(({ hostname, certificate, errorCode }, answer) => {
    const asked = errorCode === UNKNOWN_AUTHORITY && hostname === only;
    const good = asked && isProvenBy(authority, { hostname, chain: chainOf(certificate) });
    answer(good ? GOOD : AS_FOUND);
  });
}

/** From the server's own upwards. The last one is its own issuer, or has none, whatever the types say. */
function chainOf(certificate: Certificate | undefined, below: readonly string[] = []): readonly string[] {
  if (!certificate || below.includes(certificate.data)) return below;
  return chainOf(certificate.issuerCert, [...below, certificate.data]);
}

function configOf({ mode, server, bypass }: Proxy): ProxyConfig {
  if (mode === 'none') return { mode: 'direct' };
  if (mode === 'system' || server === '') return { mode: 'system' };
  return { mode: 'fixed_servers', proxyRules: server, proxyBypassRules: bypass };
}

function userOf({ mode, server, user = '' }: Proxy): ProxyUser | null {
  return mode === 'manual' && server !== '' && user !== '' ? { server, user } : null;
}

/** Chromium tells the port, also where it is the usual one. */
function isAt(server: string, host: string, port: number): boolean {
  const { hostname, port: own } = new URL(server.replace(/^\w+:/, 'tcp:'));
  const bare = (name: string) => name.replace(/^\[|\]$/g, '').toLowerCase();
  return bare(hostname) === bare(host) && Number(own) === port;
}
