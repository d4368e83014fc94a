import type OpenAI from 'openai';
import { AppError } from '../../shared/errors';
import type { AnswerEvent, AnswerRequest, ChatModel } from '../services/chat-model';
import type { Connection } from '../services/server';
import { ChatCompletion } from './chat-completion';
import { createClient, type Fetch } from './client';
import { aboutRequest, toAppError, type Asked } from './errors';
import { ResponseAnswer } from './response-answer';

/** A model may think for minutes without a word; a longer silence is a dead connection. */
const SILENCE_MS = 300_000;

export interface OpenAiModelDeps {
  /** Asked at each turn, so that a new key needs no restart. */
  readonly connection: () => Promise<Connection>;
  readonly fetch: Fetch;
  readonly silenceMs?: number;
}

/** One answer as one of OpenAI's two APIs gives it. Rejects and throws as the SDK does, or with an `AppError`. */
export interface StreamedAnswer {
  /** Asks, and gives the text as it comes. What this does not know is passed over. */
  stream(client: OpenAI, request: AnswerRequest, signal: AbortSignal): AsyncIterable<string | null>;
  /** Set once the server has said that the answer is whole; nothing else is a success. */
  readonly completed: AnswerEvent | null;
}

/** Answers through the API that the account's server speaks. */
export class OpenAiModel implements ChatModel {
  readonly #deps: OpenAiModelDeps;

  constructor(deps: OpenAiModelDeps) {
    this.#deps = deps;
  }

  async *answer(request: AnswerRequest, signal: AbortSignal): AsyncGenerator<AnswerEvent> {
    const connection = await this.#deps.connection();
    const asked: Asked = { ...connection, model: request.model };
    const answer: StreamedAnswer =
      connection.api === 'chat' ? new ChatCompletion(asked) : new ResponseAnswer(asked);
    const silence = new Silence(this.#deps.silenceMs ?? SILENCE_MS);
    try {
      const client = createClient(connection, this.#deps.fetch);
      for await (const text of answer.stream(client, request, AbortSignal.any([signal, silence.signal]))) {
        silence.heard();
        if (text) yield { type: 'text', text };
      }
    } catch (thrown) {
      if (!signal.aborted && !silence.signal.aborted) throw toAppError(thrown, asked);
    } finally {
      silence.end();
    }
    if (signal.aborted) return;
    // An abort ends the loop without a word, and so does a connection that is cut cleanly.
    const details = aboutRequest(asked);
    if (silence.signal.aborted) throw new AppError('TIMED_OUT', 'The server went silent.', { details });
    if (!answer.completed)
      throw new AppError('CONNECTION_LOST', 'The answer ended before it was complete.', { details });
    yield answer.completed;
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
