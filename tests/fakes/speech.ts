/** An answer as the events of either API, to be sent whole, in part or spoilt. */
import type { ResponsesRequest } from './check-request.ts';
import { ResponseStream } from './response-stream.ts';
import type { Sender, UnknownEvent, WireEvent } from './wire.ts';

export type Api = 'responses' | 'chat';

/** One event of a stream: its name, which Chat Completions does not give, and its data. */
export interface SentEvent {
  readonly name: string | null;
  readonly data: string;
}

/** In several scripts, so that a byte in the wrong place shows. */
export const words = [
  'Grüezi, ',
  'here ',
  'comes ',
  '日本語, ',
  'שלום, ',
  '👩🏽‍🚀 ',
  'and ',
  'the ',
  'end.',
] as const;
export const wholeText = words.join('');
/** What has been said when something happens in mid-answer. */
export const halfText = words.slice(0, 5).join('');

/** The request's body, of which a fault needs to know little. */
export type Body = Readonly<Record<string, unknown>>;

/** The events of a response of which the test tells the course. */
export function responseEvents(body: Body, tell: (stream: ResponseStream) => void): SentEvent[] {
  const sender = new Collector();
  const request = { model: 'unknown', input: '', ...body } as ResponsesRequest; // nothing more is read of it
  tell(new ResponseStream(sender, request, { seal: (content) => `sealed:${content}` }));
  return sender.events;
}

/** The words of an answer, each a delta. */
export function say(stream: ResponseStream, said: readonly string[] = words): void {
  for (const word of said) stream.message().say(word);
}

/** A piece of Chat Completions. */
export function chatEvent(delta: object, finish_reason: string | null = null, more: object = {}): SentEvent {
  const about = {
    id: 'chatcmpl-fault',
    object: 'chat.completion.chunk',
    created: 1_790_000_000,
    model: 'llama3',
  };
  return {
    name: null,
    data: JSON.stringify({ ...about, choices: [{ index: 0, delta, finish_reason }], ...more }),
  };
}

export const chatDone: SentEvent = { name: null, data: '[DONE]' };

const chatSaying = (said: readonly string[]) => [
  chatEvent({ role: 'assistant', content: '' }),
  ...said.map((content) => chatEvent({ content })),
];

/** All of an answer. */
export function wholeAnswer(api: Api, body: Body): SentEvent[] {
  if (api === 'chat') return [...chatSaying(words), chatEvent({}, 'stop'), chatDone];
  return responseEvents(body, (stream) => {
    say(stream);
    stream.complete();
  });
}

/** An answer up to {@link halfText}; nothing says that it is over. */
export function halfAnswer(api: Api, body: Body): SentEvent[] {
  const said = words.slice(0, 5);
  return api === 'chat' ? chatSaying(said) : responseEvents(body, (stream) => say(stream, said));
}

/** What goes over the wire. */
export const encode = (events: readonly SentEvent[]): string =>
  events.map(({ name, data }) => `${name === null ? '' : `event: ${name}\n`}data: ${data}\n\n`).join('');

/** Keeps what a stream would send. */
class Collector implements Sender {
  readonly events: SentEvent[] = [];
  readonly over = false;

  send(event: WireEvent | UnknownEvent): void {
    const data = JSON.stringify({ ...event, sequence_number: this.events.length });
    this.events.push({ name: event.type, data });
  }

  end(event: WireEvent): void {
    this.send(event);
  }

  cut(): void {
    // What was collected is cut by who sends it.
  }

  reset(): void {
    // What was collected is torn off by who sends it.
  }
}
