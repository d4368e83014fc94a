import { AppError } from '../../../shared/errors';
import type { Outcome } from '../../../shared/money';
import { openAiPlace } from '../../../shared/openai-server';
import type { OpenCall } from '../../storage/open-call-store';
import type { AnswerEvent, AnswerRequest, ChatModel, Outline, Received } from '../chat-model';
import { factsOf } from '../model-facts';
import type { TokenCounter } from '../token-counter';
import { type Bill, billOf } from './bill';
import type { BudgetGate } from './budget-gate';
import type { Prices } from './prices';
import type { Receipts } from './receipts';

export interface MeteredModelDeps {
  readonly model: ChatModel;
  readonly gate: BudgetGate;
  readonly receipts: Receipts;
  readonly prices: Prices;
  readonly counter: TokenCounter;
  /** About how many tokens a request has. */
  readonly inputTokens: (request: AnswerRequest) => Promise<number>;
  /** What an account is called. */
  readonly accountName: (id: string) => string;
  readonly report: (what: string, error: unknown) => void;
  readonly now: () => number;
}

/** Of a model that nobody knows: as long as answers get. In tokens. */
const LONGEST = 128_000;

/** Failures in which no server took the question. */
const NEVER_ASKED: readonly string[] = [
  ...[
    'HOST_NOT_FOUND',
    'OFFLINE',
    'PORTAL',
    'PROXY_DOWN',
    'PROXY_FAILED',
    'PROXY_PASSWORD',
    'REDIRECTED',
    'REFUSED',
    'TLS_FAILED',
    'NOT_A_SERVER',
  ],
  ...['BAD_ADDRESS', 'INTERNAL', 'INVALID_INPUT'],
];

const nothing = { input: 0, cached: 0, cacheWritten: 0, output: 0, reasoning: 0 };
const untold: Bill = { model: null, tier: null, usage: null, tools: {}, writtenFor12Hours: 0 };

/**
 * The only model that services are given: each of its calls passes the gate before it leaves, and leaves a receipt.
 *
 * What a server does not count is estimated, with the words that came.
 */
export class MeteredModel implements ChatModel {
  readonly #deps: MeteredModelDeps;
  #closed = false;

  constructor(deps: MeteredModelDeps) {
    this.#deps = deps;
  }

  async *answer(request: AnswerRequest, signal: AbortSignal): AsyncGenerator<AnswerEvent> {
    const opened = await this.#open(request, signal, !request.without.includes('max_output_tokens'));
    if (!opened) return;
    const { call, admitted } = opened;
    const heard = new Heard();
    let outcome: Outcome = 'failed';
    let failure: AppError | null = null;
    try {
      for await (const event of this.#deps.model.answer(admitted, signal)) {
        heard.take(event);
        if (event.type === 'completed' || event.type === 'incomplete') {
          outcome = event.type;
          this.#settle(call, admitted, outcome, heard);
        }
        yield event;
      }
    } catch (thrown) {
      failure = AppError.from(thrown);
      throw thrown;
    } finally {
      if (outcome === 'failed')
        this.#settle(call, admitted, signal.aborted ? 'stopped' : outcome, heard, failure);
    }
  }

  async compact(request: AnswerRequest, signal: AbortSignal): Promise<Received> {
    const opened = await this.#open(request, signal, false);
    if (!opened) return { output: null, response: null };
    const { call, admitted } = opened;
    const heard = new Heard();
    try {
      const received = await this.#deps.model.compact(admitted, signal);
      heard.response = received.response;
      this.#settle(call, admitted, 'completed', heard);
      return received;
    } catch (thrown) {
      this.#settle(call, admitted, signal.aborted ? 'stopped' : 'failed', heard, AppError.from(thrown));
      throw thrown;
    }
  }

  /** It costs nothing, and does not leave where a budget is used up. */
  async count(request: AnswerRequest, signal: AbortSignal): Promise<number> {
    const opened = await this.#open(request, signal, false);
    if (!opened) throw new AppError('BUSY', 'It is not wanted any longer.');
    try {
      const tokens = await this.#deps.model.count(request, signal);
      this.#free(opened.call, 'completed');
      return tokens;
    } catch (thrown) {
      this.#free(opened.call, signal.aborted ? 'stopped' : 'failed');
      throw thrown;
    }
  }

  outline(request: AnswerRequest): Outline {
    return this.#deps.model.outline(request);
  }

  wake(): void {
    this.#deps.model.wake();
  }

  /** Calls that are still open are estimated at the next start. */
  close(): void {
    this.#closed = true;
  }

  /** What a crash left open ended with it. `said` are the words that an answer has on disk. */
  async recover(calls: readonly OpenCall[], said: (messageId: string) => string): Promise<void> {
    for (const call of calls) {
      const words = call.messageId === null ? '' : said(call.messageId);
      await this.#estimate(call, call.input ?? 0, words, 'interrupted', untold);
    }
  }

  /** Null where it has been stopped meanwhile, so that nothing leaves. */
  async #open(request: AnswerRequest, signal: AbortSignal, bounded: boolean) {
    const { gate, receipts, prices, inputTokens, accountName, now } = this.#deps;
    const { kind, conversationId, answerId, model, connection, beyondBudget } = request;
    const free = kind === 'count';
    const input = gate.watches && !free ? await inputTokens(request) : null;
    if (signal.aborted) return null;
    const id = crypto.randomUUID();
    const at = now();
    const costOf = (output: number) =>
      prices.cost({
        ...{ model, address: connection.address, tier: null, tools: {}, at },
        usage: { ...nothing, input: input ?? 0, cacheWritten: input ?? 0, output },
      }).micros;
    const { reserved, outputTokens } = gate.admit({
      ...{ id, conversationId, bounded, beyond: beyondBudget },
      costOf,
      most: free ? 0 : (request.maxOutputTokens ?? factsOf(model).maxOutput ?? LONGEST),
      maybeFree: openAiPlace(connection.address) === null,
    });
    const call: OpenCall = {
      ...{ id, at, kind, conversationId, messageId: answerId, asked: model, input, reserved },
      ...{ accountId: connection.accountId, accountName: accountName(connection.accountId) },
      address: connection.address,
    };
    receipts.opened(call);
    return {
      call,
      admitted: outputTokens === null ? request : { ...request, maxOutputTokens: outputTokens },
    };
  }

  #free(call: OpenCall, outcome: Outcome): void {
    if (this.#closed) return;
    this.#deps.receipts.ended(call, { ...untold, usage: nothing, outcome, estimated: false });
  }

  /** At once where the server has counted, or nothing was used; else when what was said has been counted here. */
  #settle(
    call: OpenCall,
    request: AnswerRequest,
    outcome: Outcome,
    heard: Heard,
    failure: AppError | null = null,
  ): void {
    const bill = billOf(heard.response);
    const free = failure !== null && !heard.begun && wasRefused(failure);
    const usage = bill.usage ?? (free ? nothing : null);
    if (usage) return this.#deps.receipts.ended(call, { ...bill, usage, outcome, estimated: false });
    const input = call.input === null ? this.#deps.inputTokens(request) : Promise.resolve(call.input);
    input
      .then((tokens) => this.#estimate(call, tokens, heard.words, outcome, bill))
      .catch((error: unknown) => {
        if (!this.#closed) this.#deps.report('a receipt', error);
      });
  }

  async #estimate(call: OpenCall, input: number, words: string, outcome: Outcome, bill: Bill): Promise<void> {
    const [output = 0] = words === '' ? [0] : await this.#deps.counter.count([words], call.asked);
    if (this.#closed) return;
    this.#deps.receipts.ended(call, {
      ...bill,
      usage: { ...nothing, input, output },
      outcome,
      estimated: true,
    });
  }
}

/** No server has read the question, or it said that it would not answer. */
function wasRefused({ code, details }: AppError): boolean {
  return details.status !== undefined || NEVER_ASKED.includes(code);
}

/** What has come of an answer. */
class Heard {
  response: unknown = null;
  begun = false;
  #pieces: string[] = [];

  take(event: AnswerEvent): void {
    this.begun = true;
    if ('response' in event) this.response = event.response;
    if (event.type === 'text' || event.type === 'part-text') this.#pieces.push(event.text);
  }

  get words(): string {
    return this.#pieces.join('');
  }
}
