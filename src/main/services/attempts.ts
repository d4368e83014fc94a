import { AppError } from '../../shared/errors';
import type { Waiting } from '../../shared/model';
import { parameters as known, type Parameter } from '../../shared/parts';
import type { ParameterStore } from '../storage/parameter-store';
import type { AnswerEvent, AnswerRequest, ChatModel } from './chat-model';
import type { Pause } from './pause';
import { retryWait } from './retry-policy';

export type AttemptEvent =
  | AnswerEvent
  /** The model refused a parameter, and is asked again without. */
  | { readonly type: 'left-out'; readonly parameter: Parameter }
  /** The next try waits; null once it begins. */
  | { readonly type: 'waiting'; readonly waiting: Omit<Waiting, 'answerId'> | null };

export interface AttemptsDeps {
  readonly model: ChatModel;
  readonly parameters: ParameterStore;
  /** Whether the system believes that there is a network. */
  readonly online: () => boolean;
  readonly random?: () => number;
}

export interface Control {
  readonly signal: AbortSignal;
  /** Where it waits between tries; who ends the pause has it try at once. */
  readonly pause: Pause;
}

/** Asks the model, and again where that can help: the only place that ever repeats a request. */
export class Attempts {
  readonly #deps: AttemptsDeps;

  constructor(deps: AttemptsDeps) {
    this.#deps = deps;
  }

  /**
   * Gives what the model gives. `prepare` is called for each try, so that a new key or setting takes effect.
   *
   * Once anything of the answer has arrived, a failure is the end. Rejects with an `AppError`.
   */
  async *answer(
    prepare: () => Promise<AnswerRequest>,
    { signal, pause }: Control,
  ): AsyncGenerator<AttemptEvent> {
    /** Left out of these tries only. */
    const also: Parameter[] = [];
    for (let retries = 0; ;) {
      let heard = false;
      let request: AnswerRequest | null = null;
      try {
        request = await prepare();
        request = { ...request, without: [...request.without, ...also] };
        for await (const event of this.#deps.model.answer(request, signal)) {
          heard ||= event.type !== 'begun';
          yield event;
        }
        return;
      } catch (thrown) {
        const error = AppError.from(thrown);
        if (heard || signal.aborted) throw error;
        const parameter = request && refusedParameter(error, request);
        if (request && parameter) {
          // Which thoughts can be read again is a matter of the conversation, not of the model.
          if (parameter === 'input.reasoning') also.push(parameter);
          else this.#deps.parameters.remember(request.connection.accountId, request.model, parameter);
          yield { type: 'left-out', parameter };
          continue;
        }
        const waitMs = this.#wait(error, retries);
        if (waitMs === null) throw error;
        if (waitMs !== 'network') retries += 1;
        const ms = waitMs === 'network' ? null : waitMs;
        yield { type: 'waiting', waiting: { error: error.toData(), attempt: retries + 1, waitMs: ms } };
        if (!(await pause.wait(ms, signal))) return;
        yield { type: 'waiting', waiting: null };
      }
    }
  }

  #wait(error: AppError, retries: number) {
    const { online, random = Math.random } = this.#deps;
    return retryWait({ error, retries, online: online(), random: random() });
  }
}

/** What the model refused, if it is something that the request can do without and did not leave out yet. */
function refusedParameter({ code, details }: AppError, { without }: AnswerRequest): Parameter | null {
  if (code !== 'BAD_REQUEST') return null;
  const parameter = known.find((name) => name === details.parameter);
  return parameter && !without.includes(parameter) ? parameter : null;
}
