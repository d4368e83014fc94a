import type OpenAI from 'openai';
import type { ChatCompletionChunk } from 'openai/resources/chat/completions';
import type { AnswerEvent, AnswerRequest } from '../services/chat-model';
import { fromEvent, incomplete, type Asked } from './errors';
import type { StreamedAnswer } from './openai-model';

/** What other servers really send: any field may be missing, and an error may come as an event. */
interface Chunk extends Partial<Pick<ChatCompletionChunk, 'id' | 'model' | 'usage'>> {
  readonly choices?: readonly {
    readonly delta?: { readonly content?: string | null; readonly refusal?: string | null };
    readonly finish_reason?: string | null;
  }[];
  readonly error?: { readonly code?: string | null; readonly message?: string } | null;
}

/** An answer of the Chat Completions API, which most servers but OpenAI's speak. */
export class ChatCompletion implements StreamedAnswer {
  readonly #asked: Asked;
  completed: AnswerEvent | null = null;

  constructor(asked: Asked) {
    this.#asked = asked;
  }

  /** Reads to the stream's end: the usage comes after the reason why it finished. */
  async *stream(
    client: OpenAI,
    { model, history }: AnswerRequest,
    signal: AbortSignal,
  ): AsyncGenerator<string | null> {
    const messages = history.flatMap(({ role, text }) => (text === '' ? [] : [{ role, content: text }]));
    const stream = await client.chat.completions.create(
      { model, messages, stream: true, stream_options: { include_usage: true } },
      { signal },
    );
    const about: { id?: string; model?: string; usage?: unknown } = {};
    for await (const chunk of stream as AsyncIterable<Chunk>) {
      if (chunk.error) throw fromEvent(chunk.error, this.#asked);
      for (const name of ['id', 'model', 'usage'] as const)
        if (chunk[name]) about[name] = chunk[name] as string;
      const choice = chunk.choices?.[0];
      yield choice?.delta?.content ?? choice?.delta?.refusal ?? null;
      if (choice?.finish_reason) this.#finish(choice.finish_reason, about);
    }
  }

  #finish(reason: string, response: unknown): void {
    if (reason === 'length') throw incomplete('max_output_tokens', this.#asked);
    if (reason === 'content_filter') throw incomplete('content_filter', this.#asked);
    this.completed = { type: 'completed', output: null, response };
  }
}
