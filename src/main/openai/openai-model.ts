import type OpenAI from 'openai';
import { AppError } from '../../shared/errors';
import type { AnswerEvent, AnswerRequest, ChatModel, Outline, Received } from '../services/chat-model';
import { ChatCompletion, toBody } from './chat-completion';
import { createClient, fetchFor, loadSdk, type Ways } from './client';
import { aboutRequest, toAppError, type Asked } from './errors';
import { ResponseAnswer } from './response-answer';
import { toInput, toRequest } from './responses-request';
import { Silence, type Patience } from './silence';
import { WHOLE_ANSWER_MS } from './transport';

/** No answer is as long as this; what goes on is out of control. In UTF-16 units. */
const LONGEST_ANSWER = 8_000_000;

export interface OpenAiModelDeps extends Ways {
  /** Hears of events that are new to us, each once. */
  readonly report: (what: string, error: unknown) => void;
  readonly patience?: Partial<Patience> | undefined;
  readonly longestAnswer?: number;
}

/** One answer as one of OpenAI's two APIs gives it. Throws as the SDK does, or an `AppError`. */
export interface StreamedAnswer {
  /** Asks, and gives what comes, also where that is nothing: the server is still there. Its end says how it ended. */
  stream(
    client: OpenAI,
    request: AnswerRequest,
    controller: AbortController,
  ): AsyncIterable<readonly AnswerEvent[]>;
}

/** Answers through the API that the account's server speaks. */
export class OpenAiModel implements ChatModel {
  readonly #deps: OpenAiModelDeps;
  readonly #listening = new Set<Silence>();
  readonly #reported = new Set<string>();

  constructor(deps: OpenAiModelDeps) {
    this.#deps = deps;
  }

  async *answer(request: AnswerRequest, signal: AbortSignal): AsyncGenerator<AnswerEvent> {
    const { connection, model } = request;
    const asked = { ...connection, model };
    await loadSdk(); // That is no silence of the server's.
    const controller = new AbortController();
    const stop = () => controller.abort();
    signal.addEventListener('abort', stop, { once: true });
    const silence = new Silence(this.#deps.patience, stop);
    this.#listening.add(silence);
    try {
      if (signal.aborted) return;
      const client = await createClient(connection, fetchFor(this.#deps, connection), silence.headersMs);
      let length = 0;
      for await (const events of this.#of(asked).stream(client, request, controller)) {
        silence.heard();
        for (const event of events) {
          length += event.type === 'text' || event.type === 'part-text' ? event.text.length : 0;
          if (length > (this.#deps.longestAnswer ?? LONGEST_ANSWER)) throw tooMuch(asked);
          yield event;
        }
      }
    } catch (thrown) {
      if (!signal.aborted && silence.broken === null) throw toAppError(thrown, asked);
    } finally {
      silence.end();
      this.#listening.delete(silence);
      signal.removeEventListener('abort', stop);
      controller.abort();
    }
    // An abort ends the loop without a word.
    if (silence.broken !== null && !signal.aborted) {
      throw new AppError(silence.broken, 'The server went silent.', { details: aboutRequest(asked) });
    }
  }

  async compact(request: AnswerRequest, signal: AbortSignal): Promise<Received> {
    const { connection, model, history } = request;
    const asked: Asked = { ...connection, model };
    if (connection.api === 'chat') {
      throw new AppError('BAD_REQUEST', 'This server cannot compact.', { details: aboutRequest(asked) });
    }
    try {
      const client = await createClient(connection, fetchFor(this.#deps, connection));
      const { output, id, usage } = await client.responses.compact(
        { model, input: toInput(history, { asked: false }) },
        { signal, timeout: WHOLE_ANSWER_MS },
      );
      return { output, response: { id, model, usage } };
    } catch (thrown) {
      throw toAppError(thrown, asked);
    }
  }

  async count(request: AnswerRequest, signal: AbortSignal): Promise<number> {
    const { connection, model } = request;
    const asked: Asked = { ...connection, model };
    try {
      const { input, instructions, reasoning, text } = toRequest(request);
      const client = await createClient(connection, fetchFor(this.#deps, connection));
      const body = { model, input, instructions, reasoning, text };
      const { input_tokens: tokens } = await client.responses.inputTokens.count(
        Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined)),
        { signal },
      );
      return tokens;
    } catch (thrown) {
      throw toAppError(thrown, asked);
    }
  }

  outline(request: AnswerRequest): Outline {
    return request.connection.api === 'chat'
      ? { path: '/chat/completions', body: toBody(request) }
      : { path: '/responses', body: toRequest(request) };
  }

  wake(): void {
    for (const silence of this.#listening) silence.wake();
  }

  #of(asked: Asked & Pick<AnswerRequest['connection'], 'api'>): StreamedAnswer {
    return asked.api === 'chat'
      ? new ChatCompletion(asked)
      : new ResponseAnswer(asked, (type) => this.#unknown(type));
  }

  #unknown(type: string): void {
    if (this.#reported.has(type)) return;
    this.#reported.add(type);
    this.#deps.report('an event that is not known', type.slice(0, 200));
  }
}

function tooMuch(asked: Asked): AppError {
  return new AppError('TOO_MUCH', 'The answer does not end.', { details: aboutRequest(asked) });
}
