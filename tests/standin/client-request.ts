/** `net.request`: a session's request that is written to, and that asks who it is given a proxy's question by. */
import type { AuthInfo, ClientRequestConstructorOptions } from 'electron';
import { EventEmitter } from 'node:events';
import { Readable } from 'node:stream';
import type { LoginFor } from './connections.ts';
import type { Session } from './session.ts';

/** What of it the app uses. */
export class ClientRequest extends EventEmitter {
  readonly #options: ClientRequestConstructorOptions;
  readonly #session: Session;
  readonly #headers = new Headers();
  readonly #abort = new AbortController();
  readonly #written: Buffer[] = [];

  constructor(options: ClientRequestConstructorOptions, session: Session) {
    super();
    this.#options = options;
    this.#session = session;
    for (const [name, value] of Object.entries(options.headers ?? {})) this.setHeader(name, String(value));
  }

  setHeader(name: string, value: string): void {
    this.#headers.set(name, value);
  }

  write(chunk: string | Buffer): boolean {
    this.#written.push(Buffer.from(chunk));
    return true;
  }

  end(chunk?: string | Buffer): this {
    if (chunk !== undefined) this.write(chunk);
    void this.#send();
    return this;
  }

  abort(): void {
    this.#abort.abort();
  }

  async #send(): Promise<void> {
    const { method = 'GET', redirect = 'follow' } = this.#options;
    const body = this.#written.length > 0 && { body: Buffer.concat(this.#written) };
    const { signal } = this.#abort;
    try {
      const request = new Request(addressOf(this.#options), {
        method,
        redirect,
        headers: this.#headers,
        signal,
        ...body,
      });
      const answer = await this.#session.send(request, this.#login);
      const readable = answer.body ? Readable.fromWeb(answer.body as never) : Readable.from([]);
      const head = { statusCode: answer.status, statusMessage: answer.statusText };
      this.emit(
        'response',
        Object.assign(readable, { ...head, headers: Object.fromEntries(answer.headers) }),
      );
    } catch (thrown) {
      if (!signal.aborted) this.emit('error', thrown);
    }
  }

  /** Nobody listens: Chromium is told to go on without. */
  readonly #login: LoginFor = (asking: AuthInfo) =>
    new Promise((resolve) => {
      const give = (user?: string, password?: string) =>
        resolve(user === undefined || password === undefined ? null : { user, password });
      if (!this.emit('login', asking, give)) give();
    });
}

/** It may be given in parts. */
function addressOf({ url, protocol, hostname, port, path }: ClientRequestConstructorOptions): string {
  return url ?? `${protocol}//${hostname}${port ? `:${port}` : ''}${path}`;
}
