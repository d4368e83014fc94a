/** Chromium knows no app://, so app://host/path is shown as https://host.app.standin.invalid/path. */
import { record } from './calls.ts';

export type SchemeHandler = (request: Request) => Response | Promise<Response>;

const own = new Set<string>();
const SHOWN = /^https:\/\/([^/]*)\.([a-z0-9+-]+)\.standin\.invalid(?=[/?#]|$)/;

/** The address the page has in Chromium. */
export function toShown(url: string): string {
  return url.replace(/^([a-z][a-z0-9+-]*):\/\/([^/?#]*)/i, (whole, scheme: string, host: string) =>
    own.has(scheme) ? `https://${host || 'x'}.${scheme}.standin.invalid` : whole,
  );
}

/** The address the app knows: the only one that is ever handed to it. */
export function fromShown(url: string): string {
  return url.replace(SHOWN, '$2://$1');
}

export function schemeOf(url: string): string {
  return new URL(url).protocol.slice(0, -1);
}

/** One session's handlers. The module `protocol` is the default session's. */
export class Protocol {
  readonly handlers = new Map<string, SchemeHandler>();

  registerSchemesAsPrivileged(schemes: { scheme: string }[]): void {
    for (const { scheme } of schemes) own.add(scheme);
    record('protocol.registerSchemesAsPrivileged', schemes);
  }

  handle(scheme: string, handler: SchemeHandler): void {
    if (this.handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
    own.add(scheme);
    this.handlers.set(scheme, handler);
  }

  unhandle(scheme: string): void {
    this.handlers.delete(scheme);
  }

  isProtocolHandled(scheme: string): boolean {
    return this.handlers.has(scheme);
  }
}
