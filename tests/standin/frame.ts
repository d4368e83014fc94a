import type { WebContents } from './web-contents.ts';

/** The only frame there is: frames inside a page have no preload here. */
export class Frame {
  readonly parent = null;
  readonly routingId = 1;
  readonly processId = 1;
  readonly #contents: WebContents;

  constructor(contents: WebContents) {
    this.#contents = contents;
  }
  get url(): string {
    return this.#contents.getURL();
  }
  get origin(): string {
    return /^[a-z][a-z0-9+-]*:\/\/[^/?#]*/i.exec(this.url)?.[0] ?? 'null';
  }
  get top(): this {
    return this;
  }
  send(channel: string, ...args: unknown[]): void {
    this.#contents.send(channel, ...args);
  }
}
