/** How a proxy and the hosts that need none are written. Chromium reads both, and silently passes over what it cannot. */

const SERVER =
  /^(?<scheme>[\w+.-]*):\/\/(?:(?<user>[^@/]*)@)?(?<host>\[[\da-f:.]+\]|[^\s:/@?#[\]]*)(?::(?<port>\d*))?(?<rest>.*)$/i;
const SCHEMES = ['http', 'https', 'socks4', 'socks5'];

/** The first thing that is wrong with a proxy's address. */
export type ProxyProblem = 'empty' | 'scheme' | 'user' | 'host' | 'port' | 'rest';

/** As it is kept: what has no scheme speaks HTTP. */
export function proxyServer(typed: string): string {
  const server = typed.trim().replace(/\/$/, '');
  return server === '' || server.includes('://') ? server : `http://${server}`;
}

/** Null: nothing is wrong with it. */
export function proxyProblem(server: string): ProxyProblem | null {
  if (server === '') return 'empty';
  const { scheme = '', user, host = '', port = '', rest = '' } = SERVER.exec(server)?.groups ?? {};
  if (!SCHEMES.includes(scheme.toLowerCase())) return 'scheme';
  if (user !== undefined) return 'user';
  if (host === '') return 'host';
  if (!(Number(port) >= 1 && Number(port) <= 65_535)) return 'port';
  return rest === '' ? null : 'rest';
}

/** What a proxy takes as a user's name: the password follows after a colon. */
export const PROXY_USER = /^[^:\p{Cc}]*$/u;

/** A host with or without stars, an address or a range of them; a scheme before it and a port after it, if need be. */
const HOST =
  /^(?:(?:https?|wss?):\/\/)?(?:<local>|<-loopback>|\[[\da-f:.]+\](?:\/\d{1,3})?|[\w*.-]+(?:\/\d{1,2})?)(?::\d{1,5})?$/i;

const entries = (list: string): readonly string[] =>
  list
    .split(/[,;\s]+/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');

/** As it is kept: with commas, whatever was typed between the hosts. */
export function bypassList(typed: string): string {
  return entries(typed).join(', ');
}

/** The first entry that is no host; null where all of them are. */
export function bypassProblem(list: string): string | null {
  return entries(list).find((entry) => !HOST.test(entry)) ?? null;
}
