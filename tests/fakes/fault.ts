/** What a fault is, and the few things that most of them do. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { HttpAnswer } from './openai-errors.ts';
import { encode, halfAnswer, halfText, type Api, type Body, type SentEvent } from './speech.ts';

/** A request that meets a fault. */
export interface Met {
  readonly api: Api;
  readonly body: Body;
  readonly request: IncomingMessage;
  readonly http: ServerResponse;
  /** Another server, where nothing may arrive. */
  readonly elsewhere: string;
}

export interface Fault {
  /** Whose requests can meet it. */
  readonly api: Api | 'both';
  /**
   * The text that a client has been given when all has happened; `null` where that depends on when the client stops
   * listening.
   */
  readonly text: string | null;
  /** In spite of everything the answer is all there, and says that it is over. */
  readonly whole?: true;
  /** At its end nothing more comes, and the connection stays open. */
  readonly silent?: true;
  readonly meet: (met: Met) => void | Promise<void>;
}

/** A request that is answered with this, before any word. */
export const answers = (answer: HttpAnswer | (() => HttpAnswer)): Fault => ({
  api: 'both',
  text: '',
  meet: ({ http }) => sendAnswer(http, typeof answer === 'function' ? answer() : answer),
});

export function sendAnswer(http: ServerResponse, { status, body, headers = {} }: HttpAnswer): void {
  const page = typeof body === 'string';
  const type = page ? 'text/html; charset=utf-8' : 'application/json';
  http.writeHead(status, { 'content-type': type, 'x-request-id': 'req_fault', ...headers });
  http.end(page ? body : JSON.stringify(body));
}

export function beginStream(http: ServerResponse): void {
  http.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'x-request-id': 'req_fault' });
  http.flushHeaders();
}

/** These events, and no more. */
export function sendEvents(http: ServerResponse, events: readonly SentEvent[]): void {
  beginStream(http);
  http.end(encode(events));
}

/** Half an answer, and then this. */
export const afterHalf = (then: (met: Met) => void | Promise<void>, text = halfText): Fault => ({
  api: 'both',
  text,
  async meet(met) {
    beginStream(met.http);
    await written(met.http, encode(halfAnswer(met.api, met.body)));
    await then(met);
  },
});

/** Has left this process, with the time that the other needs to take it: a reset takes along what it has not. */
export async function written(http: ServerResponse, data: string | Uint8Array): Promise<void> {
  await new Promise<void>((flushed) => http.write(data, () => flushed()));
  await wait(20);
}
