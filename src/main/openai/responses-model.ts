import type { ResponseOutputItem, ResponseStreamEvent } from 'openai/resources/responses/responses';
import { AppError } from '../../shared/errors';
import type { AnswerEvent, AnswerRequest, ChatModel } from '../services/chat-model';
import type { Connection } from '../services/server';
import { createClient, type Fetch } from './client';
import { aboutRequest, fromEvent, toAppError, type Asked } from './errors';
import { toRequest } from './response-request';

/** A model may think for minutes without a word; a longer silence is a dead connection. */
const SILENCE_MS = 300_000;

export interface ResponsesModelDeps {
  /** Asked at each turn, so that a new key needs no restart. */
  readonly connection: () => Promise<Connection>;
  readonly fetch: Fetch;
  readonly silenceMs?: number;
}

/** Answers through the Responses API. */
export class ResponsesModel implements ChatModel {
  readonly #deps: ResponsesModelDeps;

  constructor(deps: ResponsesModelDeps) {
    this.#deps = deps;
  }

  async *answer(request: AnswerRequest, signal: AbortSignal): AsyncGenerator<AnswerEvent> {
    const connection = await this.#deps.connection();
    const asked = { ...connection, model: request.model };
    const silence = new Silence(this.#deps.silenceMs ?? SILENCE_MS);
    const reader = new AnswerReader(asked);
    try {
      const stream = await createClient(connection, this.#deps.fetch).responses.create(
        toRequest(request, connection.address),
        { signal: AbortSignal.any([signal, silence.signal]) },
      );
      for await (const event of stream) {
        silence.heard();
        yield* reader.read(event);
      }
    } catch (thrown) {
      if (!signal.aborted && !silence.signal.aborted) throw toAppError(thrown, asked);
    } finally {
      silence.end();
    }
    // An abort ends the loop without a word, and so does a connection that is cut cleanly.
    if (silence.signal.aborted)
      throw new AppError('TIMED_OUT', 'The server went silent.', { details: aboutRequest(asked) });
    if (!signal.aborted && !reader.completed) {
      throw new AppError('CONNECTION_LOST', 'The answer ended before it was complete.', {
        details: aboutRequest(asked),
      });
    }
  }
}

/** Notices when a stream goes quiet: the SDK's own time-out ends with the headers. */
class Silence {
  readonly #abort = new AbortController();
  readonly #timer: NodeJS.Timeout;

  constructor(ms: number) {
    this.#timer = setTimeout(() => this.#abort.abort(), ms);
  }

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  heard(): void {
    this.#timer.refresh();
  }

  end(): void {
    clearTimeout(this.#timer);
  }
}

/** Turns the API's events into ours; an event it does not know is passed over. */
class AnswerReader {
  readonly #asked: Asked;
  #part = '';
  completed = false;

  constructor(asked: Asked) {
    this.#asked = asked;
  }

  *read(event: ResponseStreamEvent): Generator<AnswerEvent, void> {
    switch (event.type) {
      case 'response.output_text.delta':
      case 'response.refusal.delta':
        yield* this.#text(`${event.output_index}/${event.content_index}`, event.delta);
        break;
      case 'response.completed': {
        const { output, id, model, service_tier, usage } = event.response;
        if (this.#part === '') yield* this.#text('whole', textOf(output));
        this.completed = true;
        yield { type: 'completed', output, response: { id, model, service_tier, usage } };
        break;
      }
      case 'response.incomplete':
        throw this.#incomplete(event.response.incomplete_details?.reason);
      case 'response.failed':
        throw fromEvent(event.response.error, this.#asked);
      case 'error':
        throw fromEvent(event, this.#asked);
      default:
    }
  }

  /** Two parts of an answer are two paragraphs. */
  *#text(part: string, text: string): Generator<AnswerEvent, void> {
    if (text === '') return;
    yield { type: 'text', text: this.#part === '' || this.#part === part ? text : `\n\n${text}` };
    this.#part = part;
  }

  #incomplete(reason: string | undefined): AppError {
    const filtered = reason === 'content_filter';
    return new AppError(
      filtered ? 'CONTENT_FILTER' : 'OUTPUT_LIMIT',
      `The answer is incomplete: ${reason ?? 'unknown'}.`,
      {
        details: aboutRequest(this.#asked),
      },
    );
  }
}

/** For servers that send an answer whole, at its end. */
function textOf(output: readonly ResponseOutputItem[]): string {
  return output
    .flatMap((item) => (item.type === 'message' ? item.content : []))
    .map((part) => (part.type === 'output_text' ? part.text : part.refusal))
    .join('\n\n');
}
