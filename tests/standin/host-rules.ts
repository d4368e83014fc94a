/** Chromium's switch `--host-resolver-rules=MAP name address`: a name that leads to another address. */
const SWITCH = '--host-resolver-rules=';

const rules = new Map(
  process.argv
    .filter((argument) => argument.startsWith(SWITCH))
    .flatMap((argument) => argument.slice(SWITCH.length).split(','))
    .map((rule) => /^\s*MAP\s+(\S+)\s+(\S+)\s*$/i.exec(rule))
    .flatMap((rule): [string, string][] => (rule?.[1] && rule[2] ? [[rule[1], rule[2]]] : [])),
);

/** Where a request for this address really goes. */
export function resolved(address: string): string {
  const url = new URL(address);
  const host = rules.get(url.hostname);
  if (host === undefined) return address;
  url.host = host;
  return url.href;
}
