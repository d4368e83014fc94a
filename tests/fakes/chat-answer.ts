/** An answer of the Chat Completions API, with all that servers leave out of it or put in of their own. */
import type { ServerResponse } from 'node:http';
import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises';
import type { ChatCompletion, ChatCompletionChunk } from 'openai/resources/chat/completions/completions';
import type { CompletionUsage } from 'openai/resources/completions';
import type { ChatRequest } from './check-chat.ts';
import { newId, seconds, tokensIn } from './wire.ts';

/** A piece as it is sent: an object, or the raw data of an event. */
export type Chunk = object | string;
type FinishReason = ChatCompletion.Choice['finish_reason'];
/** Where servers put what a model thinks; OpenAI's has no place for it. */
type ThoughtField = 'reasoning_content' | 'reasoning';

/** An answer that runs by itself. */
export interface WrittenChat {
  readonly words: readonly string[];
  /** The pieces of its thoughts, which come first. */
  readonly thoughts?: readonly string[];
  readonly thoughtsAs?: ThoughtField;
  /** Instead of words. */
  readonly refusal?: string;
  readonly calls?: readonly { readonly name: string; readonly arguments: readonly string[] }[];
  /** `null`: the reason is never told. */
  readonly finish?: FinishReason | null;
  /** What many servers do without; a usage is otherwise told to who asks for it. */
  readonly without?: readonly ('ids' | 'usage' | 'done')[];
  readonly delayMs?: number;
  /** After the words: the body ends, the connection is torn down, nothing more comes, or an error comes as a piece. */
  readonly end?: 'cut' | 'reset' | 'stall' | { readonly error: object };
}

/** A piece of an answer; with a reason, its last. */
export const says = (content: string, finish_reason: string | null = null) => ({
  choices: [{ delta: { content }, finish_reason }],
});

/** One answer on its way, piece by piece. */
export class ChatStream {
  readonly #http: ServerResponse;
  readonly #ids: object;
  readonly #request: ChatRequest;
  #said = '';

  constructor(http: ServerResponse, request: ChatRequest, ids = true) {
    this.#http = http;
    this.#request = request;
    this.#ids = ids ? head(request, 'chat.completion.chunk') : {};
    http.writeHead(200, { 'content-type': 'text/event-stream' });
    http.flushHeaders();
  }

  get over(): boolean {
    return this.#http.writableEnded || this.#http.destroyed;
  }

  /** Exactly this. */
  raw(chunk: Chunk): void {
    if (this.over) return;
    this.#http.write(`data: ${typeof chunk === 'string' ? chunk : JSON.stringify(chunk)}\n\n`);
  }

  /** `delta` may carry what the SDK has no type for. */
  delta(delta: ChatCompletionChunk.Choice.Delta & Partial<Record<ThoughtField, string>>): void {
    this.#said += delta.content ?? '';
    this.raw({ ...this.#ids, choices: [{ index: 0, delta, finish_reason: null }] });
  }

  /** As OpenAI ends: the reason, the usage for who has asked for it, and a last line. */
  finish(finish_reason: FinishReason | null = 'stop', without: WrittenChat['without'] = []): void {
    if (finish_reason) this.raw({ ...this.#ids, choices: [{ index: 0, delta: {}, finish_reason }] });
    if (this.#request.stream_options?.include_usage && !without.includes('usage')) {
      this.raw({ ...this.#ids, choices: [], usage: usageOf(this.#request, this.#said) });
    }
    if (!without.includes('done')) this.raw('[DONE]');
    this.#http.end();
  }

  cut(): void {
    this.#http.end();
  }

  reset(): void {
    this.#http.socket?.resetAndDestroy();
  }
}

/** The same in one piece: for who does not ask for a stream, and from servers that do not listen. */
export function wholeChat(
  request: Pick<ChatRequest, 'model' | 'messages'>,
  answer: WrittenChat,
): ChatCompletion {
  const { words, refusal = null, finish, calls } = answer;
  const content = refusal === null ? words.join('') : null;
  const message: ChatCompletion.Choice['message'] = { role: 'assistant', content, refusal };
  if (answer.thoughts)
    Object.assign(message, { [answer.thoughtsAs ?? 'reasoning_content']: answer.thoughts.join('') });
  if (calls) {
    message.tool_calls = calls.map((call) => ({
      id: newId('call'),
      type: 'function',
      function: { name: call.name, arguments: call.arguments.join('') },
    }));
  }
  return {
    ...head(request, 'chat.completion'),
    choices: [{ index: 0, message, logprobs: null, finish_reason: finish ?? reasonOf(answer) }],
    usage: usageOf(request, content ?? ''),
  };
}

/** Sends the answer at its pace, and ends it. */
export async function writeChat(answer: WrittenChat, stream: ChatStream): Promise<void> {
  const { delayMs = 0, end } = answer;
  for (const delta of deltasOf(answer)) {
    await (delayMs > 0 ? wait(delayMs) : nextTurn());
    if (stream.over) return;
    stream.delta(delta);
  }
  // Lets what was said leave before a torn connection takes it along.
  await nextTurn();
  if (end === 'stall') return;
  if (end === 'cut') return stream.cut();
  if (end === 'reset') return stream.reset();
  if (end) {
    stream.raw(end);
    return stream.cut();
  }
  stream.finish(answer.finish === undefined ? reasonOf(answer) : answer.finish, answer.without);
}

function* deltasOf({
  words,
  thoughts = [],
  thoughtsAs = 'reasoning_content',
  refusal,
  calls = [],
}: WrittenChat) {
  yield { role: 'assistant' as const, content: '' };
  for (const thought of thoughts) yield { [thoughtsAs]: thought };
  if (refusal !== undefined) yield { refusal };
  else for (const content of words) yield { content };
  for (const [index, { name, arguments: pieces }] of calls.entries()) {
    yield {
      tool_calls: [
        { index, id: newId('call'), type: 'function' as const, function: { name, arguments: '' } },
      ],
    };
    for (const piece of pieces) yield { tool_calls: [{ index, function: { arguments: piece } }] };
  }
}

const reasonOf = ({ calls }: WrittenChat): FinishReason => (calls ? 'tool_calls' : 'stop');

const head = <O extends string>({ model }: Pick<ChatRequest, 'model'>, object: O) => ({
  id: newId('chatcmpl'),
  object,
  created: seconds(),
  model,
});

function usageOf({ messages }: Pick<ChatRequest, 'messages'>, said: string): CompletionUsage {
  const [prompt_tokens, completion_tokens] = [tokensIn(JSON.stringify(messages)), tokensIn(said)];
  return { prompt_tokens, completion_tokens, total_tokens: prompt_tokens + completion_tokens };
}
