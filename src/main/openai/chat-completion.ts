import type OpenAI from 'openai';
import type {
  ChatCompletionChunk,
  ChatCompletionCreateParams,
  ChatCompletionMessageParam,
} from 'openai/resources/chat/completions';
import type { AnswerEvent, AnswerRequest } from '../services/chat-model';
import { AnswerWriter } from './answer-writer';
import { fromEvent, incomplete, type Asked } from './errors';
import type { StreamedAnswer } from './openai-model';
import { rateLimitsIn } from './rate-limits';
import { GO_ON } from './responses-request';
import { Thoughts } from './thoughts';
import { ended, eventsOf, WHOLE_ANSWER_MS } from './transport';

/** What other servers really send: any field may be missing, and an error may come as an event. */
interface Chunk extends Partial<Pick<ChatCompletionChunk, 'id' | 'model' | 'usage'>> {
  readonly choices?: readonly Choice[] | null;
  /** Some tell an error as the Responses API does. */
  readonly type?: string;
  readonly code?: unknown;
  readonly message?: string;
  readonly error?: { readonly code?: string | null; readonly message?: string } | null;
}
interface Choice {
  readonly delta?: Delta;
  readonly finish_reason?: string | null;
}
interface Delta {
  readonly content?: string | null;
  readonly refusal?: string | null;
  /** Thoughts, in the words of two families of servers. */
  readonly reasoning_content?: string | null;
  readonly reasoning?: string | null;
  readonly tool_calls?: readonly ToolCall[] | null;
}
interface ToolCall {
  readonly index?: number;
  readonly function?: { readonly name?: string; readonly arguments?: string };
}
/** The same, in one piece. */
interface Whole extends Omit<Chunk, 'choices'> {
  readonly choices?: readonly { readonly message?: Delta; readonly finish_reason?: string | null }[];
}

/** An answer of the Chat Completions API, which most servers but OpenAI's speak. */
export class ChatCompletion implements StreamedAnswer {
  readonly #asked: Asked;
  readonly #writer = new AnswerWriter();
  readonly #thoughts = new Thoughts(this.#writer);
  #about: { id?: string; model?: string; usage?: unknown } = {};
  #reason: string | null = null;

  constructor(asked: Asked) {
    this.#asked = asked;
  }

  /** Reads to the stream's end: the usage comes after the reason why it finished. */
  async *stream(
    client: OpenAI,
    request: AnswerRequest,
    controller: AbortController,
  ): AsyncGenerator<readonly AnswerEvent[]> {
    const body = toBody(request);
    const options = { signal: controller.signal, ...(body.stream ? {} : { timeout: WHOLE_ANSWER_MS }) };
    const response = await client.chat.completions.create(body, options).asResponse();
    const limits = rateLimitsIn(response.headers);
    const events = eventsOf<Chunk>(response, { client, asked: this.#asked, controller }, toChunk);
    for await (const chunk of events) yield this.#read(chunk);
    if (controller.signal.aborted) return;
    if (this.#reason === null) throw ended(this.#asked);
    this.#thoughts.end('thoughts');
    yield [...this.#writer.take(), { ...this.#end(this.#reason), ...(limits && { limits }) }];
  }

  #read(chunk: Chunk): readonly AnswerEvent[] {
    const { error, choices, ...about } = chunk;
    if (error) throw fromEvent(error, this.#asked);
    if (chunk.type === 'error') throw fromEvent(chunk, this.#asked);
    for (const name of ['id', 'model', 'usage'] as const) {
      if (about[name]) this.#about = { ...this.#about, [name]: about[name] };
    }
    const [choice] = choices ?? [];
    this.#take(choice?.delta ?? {});
    this.#reason = choice?.finish_reason ?? this.#reason;
    return this.#writer.take();
  }

  #take(delta: Delta): void {
    const thought = delta.reasoning_content ?? delta.reasoning;
    if (thought) this.#thoughts.add('thoughts', 0, thought);
    if (delta.content || delta.refusal) this.#thoughts.end('thoughts');
    if (delta.refusal && !this.#writer.part('refusal')) this.#writer.put('refusal', { kind: 'refusal' });
    this.#writer.say('words', delta.content ?? delta.refusal ?? '');
    for (const { index = 0, function: called } of delta.tool_calls ?? []) {
      const key = `tool ${index}`;
      if (!this.#writer.part(key)) {
        const name = called?.name ?? null;
        this.#writer.put(key, { kind: 'step', tool: 'function', name, text: '', state: 'done', sources: [] });
      }
      this.#writer.grow(key, called?.arguments ?? '');
    }
  }

  #end(reason: string): AnswerEvent {
    const received = { output: null, response: this.#about };
    if (reason !== 'length' && reason !== 'content_filter') return { type: 'completed', ...received };
    const error = incomplete(reason === 'length' ? 'max_output_tokens' : reason, this.#asked);
    return { type: 'incomplete', error, ...received };
  }
}

/** The request for an answer, with the whole history. */
export function toBody(request: AnswerRequest): ChatCompletionCreateParams {
  const { model, effort, verbosity, maxOutputTokens, without } = request;
  const stream = !without.includes('stream');
  return {
    model,
    messages: toMessages(request),
    stream,
    ...(stream && !without.includes('stream_options') && { stream_options: { include_usage: true } }),
    ...(effort !== null && !without.includes('reasoning.effort') && { reasoning_effort: effort }),
    ...(verbosity !== null && !without.includes('text.verbosity') && { verbosity }),
    ...(maxOutputTokens !== null &&
      !without.includes('max_output_tokens') && { max_completion_tokens: maxOutputTokens }),
  };
}

function toMessages({ instructions, history, without }: AnswerRequest): ChatCompletionMessageParam[] {
  const messages: ChatCompletionMessageParam[] = history.flatMap(({ role, text }) =>
    text === '' ? [] : [{ role, content: text }],
  );
  if (messages.at(-1)?.role === 'assistant') messages.push({ role: 'user', content: GO_ON });
  if (instructions === null || without.includes('instructions')) return messages;
  return [{ role: 'system', content: instructions }, ...messages];
}

/** An answer that came in one piece is a chunk with everything in it. */
function toChunk(whole: object): Chunk {
  const { choices, ...about } = whole as Whole;
  const [choice] = choices ?? [];
  return {
    ...about,
    choices: choice ? [{ delta: choice.message ?? {}, finish_reason: choice.finish_reason ?? 'stop' }] : [],
  };
}
