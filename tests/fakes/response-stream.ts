/** One answer of the Responses API: its events in their order, with every field that the SDK's types ask for. */
import type { Response, ResponseError, ResponseOutputItem } from 'openai/resources/responses/responses';
import type { ResponsesRequest } from './check-request.ts';
import { emptyResponse, toolUsageOf, usageOf } from './response-body.ts';
import { OpenMessage, type Phase } from './response-message.ts';
import { OpenReasoning } from './response-reasoning.ts';
import type { Stages } from './response-tools.ts';
import { seconds, type Sender, type UnknownEvent, type WireEvent, type WireResponse } from './wire.ts';

export type IncompleteReason = NonNullable<Response.IncompleteDetails['reason']>;

/** What the writer of an item may do to the answer. */
export interface Output {
  readonly request: ResponsesRequest;
  emit(event: WireEvent | UnknownEvent): void;
  /** Announces an item, and gives its place in the output. */
  open(item: ResponseOutputItem): number;
  /** The item as it is at its end. */
  close(output_index: number, item: ResponseOutputItem): void;
  /** What only the server can read again. */
  seal(content: string): string;
}

/** An item that is still being written. */
export interface OpenItem {
  close(status: 'completed' | 'incomplete'): void;
}

interface Manner {
  readonly item?: string;
  readonly newItem?: boolean;
  readonly phase?: Phase;
}

/** What is known of an answer before it begins. */
export interface StreamOptions {
  /** It waits in a queue before it is worked on. */
  readonly queued?: boolean;
  /** What the response says of itself in place of the usual: another model, a usage, a service tier. */
  readonly response?: Partial<WireResponse>;
  readonly seal: (content: string) => string;
}

/** One answer on its way to the client. Everything is sent at once; nothing here waits. */
export class ResponseStream {
  readonly #sender: Sender;
  readonly #request: ResponsesRequest;
  readonly #options: StreamOptions;
  readonly #response: WireResponse;
  /** Finished items by their place. */
  readonly #done = new Map<number, ResponseOutputItem>();
  readonly #open = new Map<string, OpenItem>();
  readonly #running = new Set<Stages>();
  #opened = 0;
  readonly output: Output;

  constructor(sender: Sender, request: ResponsesRequest, options: StreamOptions) {
    this.#sender = sender;
    this.#request = request;
    this.#options = options;
    this.#response = { ...emptyResponse(request), ...options.response };
    this.output = {
      request,
      seal: options.seal,
      emit: (event) => this.#emit(event),
      open: (item) => this.#openItem(item),
      close: (index, item) => this.#closeItem(index, item),
    };
    const queued = { ...this.#response, status: 'queued' as const };
    this.#emit({ type: 'response.created', response: options.queued ? queued : this.#response });
    if (options.queued) this.#emit({ type: 'response.queued', response: queued });
    this.#emit({ type: 'response.in_progress', response: this.#response });
  }

  /** True once nothing more can be sent. */
  get over(): boolean {
    return this.#sender.over;
  }

  /** The message that is open under this name, or a new one. */
  message(manner: Manner = {}): OpenMessage {
    const open = this.#find(OpenMessage, manner);
    const { phase = open?.phase ?? 'final_answer' } = manner;
    return open?.phase === phase ? open : this.#begin(manner, () => new OpenMessage(this.output, phase));
  }

  reasoning(manner: Manner = {}): OpenReasoning {
    const open = this.#find(OpenReasoning, manner);
    return open ?? this.#begin(manner, () => new OpenReasoning(this.output));
  }

  /** For what cannot be continued: closes what is open without a name. */
  alone(): Output {
    this.close('');
    return this.output;
  }

  close(name: string): void {
    this.#open.get(name)?.close('completed');
    this.#open.delete(name);
  }

  /** Takes the first stage; what is left when the answer ends is done then. */
  run(stages: Stages): Stages {
    this.#running.add(stages);
    stages.next();
    return stages;
  }

  unknownItem(item: UnknownEvent): void {
    const unknown = item as unknown as ResponseOutputItem; // the point is that it is none
    const output = this.alone();
    output.close(output.open(unknown), unknown);
  }

  complete(): void {
    for (const stages of this.#running) while (!stages.next().done);
    this.#closeAll('completed');
    const response = this.#ended('completed');
    this.#sender.end({ type: 'response.completed', response }, response);
  }

  incomplete(reason: IncompleteReason): void {
    this.#closeAll('incomplete');
    const response = { ...this.#ended('incomplete'), incomplete_details: { reason } };
    this.#sender.end({ type: 'response.incomplete', response }, response);
  }

  /** The model gave up: an ordinary event, and the HTTP answer is a success. */
  fail(error: Pick<ResponseError, 'code' | 'message'>): void {
    const response = { ...this.#ended('failed'), error };
    this.#sender.end({ type: 'response.failed', response }, response);
  }

  /** The server gave up: an event that is no response. */
  error({ code = 'server_error', message = 'The server had an error.' } = {}): void {
    this.#sender.end({ type: 'error', code, message, param: null }, null);
  }

  /** The body ends properly, but no event says that the answer is over. */
  cut(): void {
    this.#sender.cut();
  }

  /** The connection goes away in mid-sentence. */
  reset(): void {
    this.#sender.reset();
  }

  #find<T extends OpenItem>(kind: new (...args: never[]) => T, { item = '', newItem }: Manner): T | null {
    const open = this.#open.get(item);
    return !newItem && open instanceof kind ? open : null;
  }

  /** The item before is closed first, so that the new one is announced after it. */
  #begin<T extends OpenItem>({ item: name = '' }: Manner, begin: () => T): T {
    this.close(name);
    const begun = begin();
    this.#open.set(name, begun);
    return begun;
  }

  #closeAll(status: 'completed' | 'incomplete'): void {
    for (const item of this.#open.values()) item.close(status);
    this.#open.clear();
  }

  #openItem(item: ResponseOutputItem): number {
    const output_index = this.#opened++;
    this.#emit({ type: 'response.output_item.added', output_index, item });
    return output_index;
  }

  #closeItem(output_index: number, item: ResponseOutputItem): void {
    this.#done.set(output_index, item);
    this.#emit({ type: 'response.output_item.done', output_index, item });
  }

  #ended(status: 'completed' | 'incomplete' | 'failed'): WireResponse {
    const inOrder = [...this.#done].sort(([one], [other]) => one - other);
    const output = inOrder.map(([, item]) => item);
    return {
      ...this.#response,
      status,
      completed_at: status === 'completed' ? seconds() : null,
      output,
      usage: usageOf(this.#request, output),
      ...toolUsageOf(output),
      ...this.#options.response,
    };
  }

  #emit(event: WireEvent | UnknownEvent): void {
    this.#sender.send(event);
  }
}
