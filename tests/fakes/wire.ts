/** How an answer of the Responses API travels: as events, or whole. */
import { randomBytes } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { Response, ResponseStreamEvent } from 'openai/resources/responses/responses';

/** A response as it travels: `output_text` is added by the SDK. */
export type WireResponse = Omit<Response, 'output_text'>;

type Wire<E> = E extends { response: Response }
  ? Omit<E, 'response' | 'sequence_number'> & { response: WireResponse }
  : Omit<E, 'sequence_number'>;

/** An event of the API before it is numbered. */
export type WireEvent<E = ResponseStreamEvent> = E extends ResponseStreamEvent ? Wire<E> : never;

/** An event that the SDK does not know, with whatever it carries. */
export interface UnknownEvent {
  readonly type: string;
  readonly [field: string]: unknown;
}

/** Looks like the ids that OpenAI gives: `msg_…`, `rs_…`. */
export const newId = (kind: string): string => `${kind}_${randomBytes(24).toString('hex')}`;

/** About four characters a token, as in English. */
export const tokensIn = (text: string): number => Math.ceil(text.length / 4);

export const seconds = (): number => Math.floor(Date.now() / 1000);

/** Where an answer's events go. */
export interface Sender {
  /** True once nothing more can be sent. */
  readonly over: boolean;
  send(event: WireEvent | UnknownEvent): void;
  /** The last event, and the response that a client gets who did not ask for events. */
  end(event: WireEvent, response: WireResponse | null): void;
  /** Ends the body without a last event. */
  cut(): void;
  /** Tears the connection down. */
  reset(): void;
}

abstract class HttpSender {
  protected readonly http: ServerResponse;

  constructor(http: ServerResponse) {
    this.http = http;
  }

  get over(): boolean {
    return this.http.writableEnded || this.http.destroyed;
  }

  cut(): void {
    this.http.end();
  }

  reset(): void {
    this.http.socket?.resetAndDestroy();
  }
}

/** `stream: true`: every event as it happens, named and numbered. */
export class EventSender extends HttpSender implements Sender {
  #sequence = 0;

  constructor(http: ServerResponse) {
    super(http);
    http.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' });
  }

  send(event: WireEvent | UnknownEvent): void {
    if (this.over) return;
    const data = JSON.stringify({ ...event, sequence_number: this.#sequence++ });
    this.http.write(`event: ${event.type}\ndata: ${data}\n\n`);
  }

  end(event: WireEvent): void {
    this.send(event);
    this.http.end();
  }
}

/** No `stream`: nothing until the end, and then everything. */
export class WholeSender extends HttpSender implements Sender {
  send(): void {
    // What happens on the way is not told.
  }

  end(event: WireEvent, response: WireResponse | null): void {
    if (this.over) return;
    this.http.writeHead(response ? 200 : 500, { 'content-type': 'application/json' });
    this.http.end(JSON.stringify(response ?? { error: { ...event, type: 'server_error' } }));
  }

  override cut(): void {
    this.http.destroy();
  }
}
