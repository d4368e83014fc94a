/** For the tests of the faults: reads an answer of either API with the SDK's own reader, whatever comes. */
import type OpenAI from 'openai';
import { Stream } from 'openai/core/streaming';
import type { Api } from './speech.ts';

/** What was read; `text` grows while it is. */
export interface Reading {
  text: string;
  /** It has been said that the answer is over, and that it is whole. */
  whole: boolean;
  error: unknown;
  /** Never rejects. */
  readonly done: Promise<void>;
  stop(): void;
}

/** Asks, and stops by itself when the text has become longer than `enough`. */
export function readAnswer(client: OpenAI, api: Api, enough = Infinity): Reading {
  const controller = new AbortController();
  const reading = { text: '', whole: false, error: null as unknown, stop: () => controller.abort() };
  const read = async () => {
    const response = await ask(client, api, controller.signal);
    if (response.headers.get('content-type')?.includes('json')) return take(reading, await response.json());
    for await (const event of Stream.fromSSEResponse<object>(response, controller, client)) {
      take(reading, event);
      if (reading.text.length > enough) return;
    }
  };
  const done = read().catch((thrown: unknown) => void (reading.error = thrown));
  return Object.assign(reading, { done });
}

function ask(client: OpenAI, api: Api, signal: AbortSignal): Promise<Response> {
  const model = 'gpt-6.2-sol';
  if (api === 'responses') {
    return client.responses.create({ model, input: 'Hello', stream: true }, { signal }).asResponse();
  }
  const messages = [{ role: 'user' as const, content: 'Hello' }];
  return client.chat.completions.create({ model, messages, stream: true }, { signal }).asResponse();
}

interface Said {
  readonly type?: string;
  readonly delta?: string;
  readonly object?: string;
  readonly status?: string;
  readonly response?: Said;
  readonly output?: readonly {
    readonly content?: readonly { readonly text?: string; readonly refusal?: string }[];
  }[];
  readonly choices?:
    readonly { readonly delta?: Words; readonly message?: Words; readonly finish_reason?: string }[] | null;
}
interface Words {
  readonly content?: string | null;
  readonly refusal?: string | null;
}

function take(reading: Pick<Reading, 'text' | 'whole'>, said: Said): void {
  if (reading.whole) return; // what comes after the end is not part of the answer
  if (/^response\.(output_text|refusal)\.delta$/.test(said.type ?? '')) reading.text += said.delta ?? '';
  const response = said.object === 'response' ? said : said.response;
  if (response?.status === 'completed') reading.whole = true;
  // Where nothing was streamed, the text stands in the output.
  if (response?.status !== 'in_progress' && reading.text === '') reading.text = outputText(response);
  for (const { delta, message, finish_reason } of said.choices ?? []) {
    const words = delta ?? message;
    reading.text += words?.content ?? words?.refusal ?? '';
    if (finish_reason && !['length', 'content_filter'].includes(finish_reason)) reading.whole = true;
  }
}

const outputText = (response: Said | undefined): string =>
  (response?.output ?? [])
    .flatMap(({ content }) => content ?? [])
    .map(({ text, refusal }) => text ?? refusal ?? '')
    .join('');
