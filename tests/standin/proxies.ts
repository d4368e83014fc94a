/** Which proxy a session's requests take: as `setProxy` says, or, as Chromium on Linux, as the environment does. */
import type { ProxyConfig } from 'electron';

export interface Proxy {
  readonly scheme: 'http' | 'https' | 'socks4' | 'socks5';
  readonly hostname: string;
  readonly port: number;
}

/** Null: the request takes none. */
export function proxyFor(url: URL, config: ProxyConfig, env = process.env): Proxy | null {
  if (isLocal(url.hostname) && !bypassesOf(config).includes('<-loopback>')) return null; // as always in Chromium
  switch (config.mode ?? 'fixed_servers') {
    case 'direct':
      return null;
    case 'fixed_servers':
      return isBypassed(url, bypassesOf(config)) ? null : read(config.proxyRules ?? '');
    case 'system': {
      const variable = (name: string) => env[name] ?? env[name.toUpperCase()] ?? '';
      const hosts = variable('no_proxy').split(',');
      return isBypassed(url, hosts) ? null : read(variable(`${url.protocol.slice(0, -1)}_proxy`));
    }
    default:
      throw new Error(`The stand-in knows no proxy mode ${String(config.mode)}.`);
  }
}

/** As a proxy's script would put it. */
export function asPac(proxy: Proxy | null): string {
  if (!proxy) return 'DIRECT';
  const kinds = { http: 'PROXY', https: 'HTTPS', socks4: 'SOCKS', socks5: 'SOCKS5' };
  return `${kinds[proxy.scheme]} ${proxy.hostname}:${proxy.port}`;
}

function read(rules: string): Proxy | null {
  const [, scheme = 'http', hostname = '', port = ''] =
    /^(?:(https?|socks[45]):\/\/)?([^\s:/]+|\[[^\]]+\]):(\d+)\/?$/.exec(rules.trim()) ?? [];
  if (hostname === '') return null;
  return { scheme: scheme as Proxy['scheme'], hostname, port: Number(port) };
}

const bypassesOf = ({ proxyBypassRules = '' }: ProxyConfig): readonly string[] =>
  proxyBypassRules.split(/[,;]/).map((rule) => rule.trim());

const isLocal = (host: string): boolean =>
  /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\]|169\.254(\.\d+){2})$/.test(host);

/** Of Chromium's rules: names with stars, suffixes with a dot before them, schemes, ports, and `<local>`. */
function isBypassed(url: URL, rules: readonly string[]): boolean {
  return rules.some((rule) => {
    if (rule === '<local>') return !url.hostname.includes('.');
    const [, scheme, host = '', port] = /^(?:(\w+):\/\/)?(.*?)(?::(\d+))?$/.exec(rule.trim()) ?? [];
    if (host === '' || (scheme && `${scheme}:` !== url.protocol)) return false;
    if (port && port !== (url.port || (url.protocol === 'https:' ? '443' : '80'))) return false;
    const pattern = (host.startsWith('.') ? `*${host}` : host)
      .replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`)
      .replaceAll('*', '.*');
    return new RegExp(`^${pattern}$`, 'i').test(url.hostname);
  });
}
