/** The Responses API's events, in their order, with every field that the SDK's types ask for. */
import { randomBytes } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type {
  Response,
  ResponseError,
  ResponseOutputItem,
  ResponseOutputMessage,
  ResponseReasoningItem,
  ResponseStreamEvent,
} from 'openai/resources/responses/responses';
import type { ResponsesRequest } from './check-request.ts';

/** A response as it travels: `output_text` is added by the SDK. */
type WireResponse = Omit<Response, 'output_text'>;
type Wire<E> = E extends { response: Response }
  ? Omit<E, 'response' | 'sequence_number'> & { response: WireResponse }
  : Omit<E, 'sequence_number'>;
type WireEvent<E = ResponseStreamEvent> = E extends ResponseStreamEvent ? Wire<E> : never;

export type IncompleteReason = NonNullable<Response.IncompleteDetails['reason']>;

export const newId = (kind: string): string => `${kind}_${randomBytes(24).toString('hex')}`;

/** About four characters a token, as in English. */
const tokensIn = (text: string): number => Math.ceil(text.length / 4);

/** One answer on its way to the client. Everything is written at once; nothing here waits. */
export class ResponseStream {
  readonly #http: ServerResponse;
  readonly #request: ResponsesRequest;
  readonly #response: WireResponse;
  readonly #output: ResponseOutputItem[] = [];
  #sequence = 0;
  #reasoning: ResponseReasoningItem | null = null;
  #thought = '';
  #message: ResponseOutputMessage | null = null;
  #text = '';

  constructor(http: ServerResponse, request: ResponsesRequest) {
    this.#http = http;
    this.#request = request;
    this.#response = emptyResponse(request);
    http.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' });
    this.#emit({ type: 'response.created', response: this.#response });
    this.#emit({ type: 'response.in_progress', response: this.#response });
  }

  /** True once nothing more can be sent. */
  get over(): boolean {
    return this.#http.writableEnded || this.#http.destroyed;
  }

  /** A part of the summary of what the model thinks, which comes before its words. */
  think(delta: string): void {
    this.#reasoning ??= this.#openReasoning();
    this.#thought += delta;
    const at = { item_id: this.#reasoning.id, output_index: this.#output.length, summary_index: 0 };
    this.#emit({ type: 'response.reasoning_summary_text.delta', ...at, delta });
  }

  /** A part of the answer's text. */
  say(delta: string): void {
    this.#closeReasoning();
    this.#message ??= this.#openMessage();
    this.#text += delta;
    this.#emit({
      type: 'response.output_text.delta',
      ...this.#textPlace(this.#message),
      delta,
      logprobs: [],
    });
  }

  complete(): void {
    this.#closeReasoning();
    this.#closeMessage('completed');
    this.#end({ type: 'response.completed', response: this.#ended('completed') });
  }

  incomplete(reason: IncompleteReason): void {
    this.#closeReasoning();
    this.#closeMessage('incomplete');
    const response = { ...this.#ended('incomplete'), incomplete_details: { reason } };
    this.#end({ type: 'response.incomplete', response });
  }

  /** The model gave up: an ordinary event, and the HTTP answer is a success. */
  fail(error: Pick<ResponseError, 'code' | 'message'>): void {
    this.#end({ type: 'response.failed', response: { ...this.#ended('failed'), error } });
  }

  /** The body ends properly, but no event says that the answer is over. */
  cut(): void {
    this.#http.end();
  }

  /** The connection goes away in mid-sentence. */
  reset(): void {
    this.#http.socket?.resetAndDestroy();
  }

  #openReasoning(): ResponseReasoningItem {
    const item: ResponseReasoningItem = { id: newId('rs'), type: 'reasoning', summary: [] };
    const output_index = this.#output.length;
    this.#emit({ type: 'response.output_item.added', output_index, item });
    this.#emit({
      type: 'response.reasoning_summary_part.added',
      item_id: item.id,
      output_index,
      summary_index: 0,
      part: { type: 'summary_text', text: '' },
    });
    return item;
  }

  #closeReasoning(): void {
    if (!this.#reasoning) return;
    const text = this.#thought;
    const output_index = this.#output.length;
    const at = { item_id: this.#reasoning.id, output_index, summary_index: 0 };
    const part = { type: 'summary_text' as const, text };
    const sealed = this.#request.include?.includes('reasoning.encrypted_content');
    const item: ResponseReasoningItem = {
      ...this.#reasoning,
      summary: [part],
      ...(sealed && { encrypted_content: `sealed:${Buffer.from(text).toString('base64')}` }),
    };
    this.#emit({ type: 'response.reasoning_summary_text.done', ...at, text });
    this.#emit({ type: 'response.reasoning_summary_part.done', ...at, part });
    this.#emit({ type: 'response.output_item.done', output_index, item });
    this.#output.push(item);
    this.#reasoning = null;
  }

  #openMessage(): ResponseOutputMessage {
    const item: ResponseOutputMessage = {
      id: newId('msg'),
      type: 'message',
      role: 'assistant',
      status: 'in_progress',
      phase: 'final_answer',
      content: [],
    };
    this.#emit({ type: 'response.output_item.added', output_index: this.#output.length, item });
    const part = { type: 'output_text' as const, text: '', annotations: [], logprobs: [] };
    this.#emit({ type: 'response.content_part.added', ...this.#textPlace(item), part });
    return item;
  }

  #closeMessage(status: 'completed' | 'incomplete'): void {
    if (!this.#message) return;
    const at = this.#textPlace(this.#message);
    const part = { type: 'output_text' as const, text: this.#text, annotations: [], logprobs: [] };
    const item: ResponseOutputMessage = { ...this.#message, status, content: [part] };
    this.#emit({ type: 'response.output_text.done', ...at, text: this.#text, logprobs: [] });
    this.#emit({ type: 'response.content_part.done', ...at, part });
    this.#emit({ type: 'response.output_item.done', output_index: at.output_index, item });
    this.#output.push(item);
    this.#message = null;
  }

  #textPlace(item: ResponseOutputMessage) {
    return { item_id: item.id, output_index: this.#output.length, content_index: 0 };
  }

  #ended(status: 'completed' | 'incomplete' | 'failed'): WireResponse {
    const input = tokensIn(JSON.stringify(this.#request.input));
    const reasoning = tokensIn(this.#thought);
    const output = tokensIn(this.#text) + reasoning;
    return {
      ...this.#response,
      status,
      completed_at: status === 'completed' ? Math.floor(Date.now() / 1000) : null,
      output: this.#output,
      usage: {
        input_tokens: input,
        input_tokens_details: { cached_tokens: 0, cache_write_tokens: 0 },
        output_tokens: output,
        output_tokens_details: { reasoning_tokens: reasoning },
        total_tokens: input + output,
      },
    };
  }

  #emit(event: WireEvent): void {
    if (this.over) return;
    const data = JSON.stringify({ ...event, sequence_number: this.#sequence++ });
    this.#http.write(`event: ${event.type}\ndata: ${data}\n\n`);
  }

  #end(event: WireEvent): void {
    this.#emit(event);
    this.#http.end();
  }
}

function emptyResponse(request: ResponsesRequest): WireResponse {
  return {
    id: newId('resp'),
    object: 'response',
    created_at: Math.floor(Date.now() / 1000),
    completed_at: null,
    status: 'in_progress',
    background: false,
    access_programs: null,
    error: null,
    incomplete_details: null,
    instructions: request.instructions ?? null,
    max_output_tokens: request.max_output_tokens ?? null,
    metadata: request.metadata ?? {},
    model: request.model,
    output: [],
    parallel_tool_calls: request.parallel_tool_calls ?? true,
    previous_response_id: null,
    reasoning: request.reasoning ?? null,
    service_tier: 'default',
    temperature: request.temperature ?? 1,
    text: request.text ?? { format: { type: 'text' } },
    tool_choice: request.tool_choice ?? 'auto',
    tools: request.tools ?? [],
    top_p: request.top_p ?? 1,
    truncation: 'disabled',
  };
}
