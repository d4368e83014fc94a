import type OpenAI from 'openai';
import type { Response as Answer, ResponseStreamEvent } from 'openai/resources/responses/responses';
import type { RateLimits } from '../../shared/doctor';
import type { AnswerEvent, AnswerRequest } from '../services/chat-model';
import { fromEvent, incomplete, type Asked } from './errors';
import type { StreamedAnswer } from './openai-model';
import { rateLimitsIn } from './rate-limits';
import { ResponseReducer } from './response-reducer';
import { toRequest } from './responses-request';
import { ended, eventsOf, WHOLE_ANSWER_MS } from './transport';

/** An answer of the Responses API. */
export class ResponseAnswer implements StreamedAnswer {
  readonly #asked: Asked;
  readonly #unknown: (type: string) => void;
  readonly #reducer = new ResponseReducer();
  #limits: RateLimits | null = null;

  /** `unknown` hears of each event that this does not know; it is passed over. */
  constructor(asked: Asked, unknown: (type: string) => void) {
    this.#asked = asked;
    this.#unknown = unknown;
  }

  async *stream(
    client: OpenAI,
    request: AnswerRequest,
    controller: AbortController,
  ): AsyncGenerator<readonly AnswerEvent[]> {
    const body = toRequest(request);
    const options = { signal: controller.signal, ...(body.stream ? {} : { timeout: WHOLE_ANSWER_MS }) };
    const response = await client.responses.create(body, options).asResponse();
    this.#limits = rateLimitsIn(response.headers);
    const events = eventsOf<ResponseStreamEvent>(response, { client, asked: this.#asked, controller }, endOf);
    for await (const event of events) {
      const read = this.#read(event);
      yield read;
      if (read.some(({ type }) => type === 'completed' || type === 'incomplete')) return;
    }
    if (!controller.signal.aborted) throw ended(this.#asked);
  }

  #read(event: ResponseStreamEvent): readonly AnswerEvent[] {
    if (!isEvent(event)) return [];
    switch (event.type) {
      case 'response.created': {
        const { id, model } = event.response;
        return [{ type: 'begun', response: { id, model } }];
      }
      case 'response.completed':
        return [...this.#rest(event.response), { type: 'completed', ...this.#received(event.response) }];
      case 'response.incomplete': {
        const error = incomplete(event.response.incomplete_details?.reason, this.#asked);
        return [
          ...this.#rest(event.response),
          { type: 'incomplete', error, ...this.#received(event.response) },
        ];
      }
      case 'response.failed':
        throw fromEvent(event.response.error, this.#asked);
      case 'error':
        throw fromEvent(event, this.#asked);
    }
    const read = this.#reducer.read(event);
    if (read === null) this.#unknown(event.type);
    return read ?? [];
  }

  #received(response: Answer) {
    return { ...received(response), ...(this.#limits && { limits: this.#limits }) };
  }

  #rest({ output }: Answer): readonly AnswerEvent[] {
    return this.#reducer.finish(Array.isArray(output) ? output : []);
  }
}

/** Whatever the types say, a server may send anything. */
function isEvent(event: unknown): boolean {
  return (
    typeof event === 'object' && event !== null && typeof (event as { type?: unknown }).type === 'string'
  );
}

function received(response: Answer) {
  // Other servers leave out what OpenAI's always tells.
  const { output = null, id, model, service_tier, usage, tool_usage } = response as Partial<Answer>;
  return { output, response: { id, model, service_tier, usage, tool_usage } };
}

/** An answer that came in one piece is its own last event. */
function endOf(whole: object): ResponseStreamEvent {
  const response = whole as Answer;
  const { status = 'completed' } = response;
  const type =
    status === 'failed' || status === 'incomplete' ? (`response.${status}` as const) : 'response.completed';
  return { type, response, sequence_number: 0 };
}
