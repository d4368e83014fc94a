/** A session's request filter: what it cancels is not sent, by pages (requests.ts) and by `fetch` alike. */
import { record } from './calls.ts';

interface Verdict {
  readonly cancel?: boolean;
}
interface Details {
  readonly url: string;
  readonly method: string;
  readonly resourceType: string;
}
type Listener = (details: any, callback: (verdict: Verdict) => void) => void;

/** Electron's URL patterns: `<all_urls>`, or an address with stars. */
function matcher(pattern: string): RegExp {
  if (pattern === '<all_urls>') return /^/;
  const escaped = pattern.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(`^${escaped.replaceAll('*', '.*')}$`);
}

export class WebRequest {
  #patterns: readonly RegExp[] = [];
  #listener: Listener | null = null;
  #lastId = 0;

  onBeforeRequest(...given: [{ urls: string[] }, Listener | null] | [Listener | null]): void {
    const [filter, listener] = given.length === 2 ? given : [{ urls: ['<all_urls>'] }, given[0]];
    this.#patterns = filter.urls.map(matcher);
    this.#listener = listener;
  }

  onBeforeSendHeaders = (...args: unknown[]): void => record('webRequest.onBeforeSendHeaders', ...args);
  onHeadersReceived = (...args: unknown[]): void => record('webRequest.onHeadersReceived', ...args);

  async cancels(details: Details): Promise<boolean> {
    const listener = this.#listener;
    if (!listener || !this.#patterns.some((pattern) => pattern.test(details.url))) return false;
    const id = ++this.#lastId;
    const verdict = await new Promise<Verdict>((answer) =>
      listener({ ...details, id, timestamp: Date.now() }, answer),
    );
    return verdict.cancel === true;
  }
}
