import type { Input } from '../../shared/contract';
import { AppError } from '../../shared/errors';
import type { Price, Usage } from '../../shared/money';
import { openAiPlace } from '../../shared/openai-server';
import type { Estimate, Inspection, RequestItem } from '../../shared/request';
import type { MessageStore } from '../storage/message-store';
import type { ReceiptStore } from '../storage/receipt-store';
import type { AnswerRequest, ChatModel } from './chat-model';
import { factsOf } from './model-facts';
import type { Prices } from './money/prices';
import { requestCode } from './request-code';
import type { Requests } from './requests';
import { type Counted, type TokenEstimates, totalOf } from './token-estimates';

export interface RequestServiceDeps {
  readonly messages: MessageStore;
  readonly receipts: ReceiptStore;
  readonly requests: Requests;
  readonly estimates: TokenEstimates;
  readonly model: ChatModel;
  readonly prices: Prices & { priceOf(model: string, address: string): Price | null };
  readonly now: () => number;
}

type Draft = Input<'request.estimate'>;

/** So long the server's cache keeps what it has read: developers.openai.com/api/docs/guides/prompt-caching. */
const CACHED_MS = 30 * 60 * 1000;
/** What is shorter is not cached; the same page. In tokens. */
const LEAST_CACHED = 1_024;
/** Less is not worth a line. In micro-dollars. */
const CENT = 10_000;
const FIRST_WORDS = 120;

/** What a question would send, and what that costs, before it is asked. */
export class RequestService {
  readonly #deps: RequestServiceDeps;
  #counting: AbortController | null = null;

  constructor(deps: RequestServiceDeps) {
    this.#deps = deps;
  }

  async estimate(draft: Draft): Promise<Estimate> {
    const request = await this.#request(draft, draft.leaveOut);
    return this.#estimate(request, await this.#deps.estimates.count(request));
  }

  countText({ text, model }: Input<'tokens.count'>): Promise<number> {
    return this.#deps.estimates.countText(text, model);
  }

  /** Item by item, also what is left out. */
  async inspect(draft: Draft): Promise<Inspection> {
    const { estimates } = this.#deps;
    const [all, sent] = [await this.#request(draft, []), await this.#request(draft, draft.leaveOut)];
    const estimate = this.#estimate(sent, await estimates.count(sent));
    const each = estimate.inputMicros === null ? null : estimate.inputMicros / estimate.total;
    const counted = await estimates.count(all);
    return {
      estimate,
      countable: countable(all),
      items: counted.map((one, index) =>
        toItem(one, draft, index === counted.length - 1 && draft.text !== '', each),
      ),
    };
  }

  /** By the server. Rejects with an `AppError`, and as no longer wanted where it is asked anew. */
  async count(draft: Draft): Promise<number> {
    const request = await this.#request(draft, draft.leaveOut);
    if (!countable(request)) throw new AppError('BAD_REQUEST', 'This server does not count.');
    this.#counting?.abort();
    this.#counting = new AbortController();
    return this.#deps.model.count({ ...request, kind: 'count' }, this.#counting.signal);
  }

  /** As a program. The key is that of the environment. */
  async code({ language, ...draft }: Input<'request.code'>): Promise<string> {
    const request = await this.#request(draft, draft.leaveOut);
    return requestCode(language, request.connection, this.#deps.model.outline(request));
  }

  async #request(draft: Draft, leaveOut: readonly string[]): Promise<AnswerRequest> {
    const { conversationId, parentId, text, model, options } = draft;
    const { messages, requests } = this.#deps;
    const past = parentId === null ? [] : messages.pathTo(parentId);
    const asked = { role: 'user' as const, text, output: null, compacted: null };
    return requests.make({
      ...{ kind: 'answer', conversationId, model, options, leaveOut },
      history: text.trim() === '' ? past : [...past, asked],
    });
  }

  #estimate(request: AnswerRequest, counted: readonly Counted[]): Estimate {
    const { model, maxOutputTokens, history } = request;
    const { maxInput, maxOutput, contextWindow } = factsOf(model);
    const total = totalOf(counted);
    const asked = history.at(-1);
    const message = asked?.id === undefined ? (counted.at(-1)?.tokens ?? 0) : 0;
    const room = contextWindow === null ? Infinity : Math.max(0, contextWindow - total);
    const most = Math.min(maxOutputTokens ?? maxOutput ?? Infinity, room);
    const cached = this.#cached(request, total - message);
    const read = this.#cost(request, total, cached, 0);
    const written = Number.isFinite(most) ? this.#cost(request, total, cached, most) : null;
    const earlier = total - message >= LEAST_CACHED ? total - message : 0;
    const atBest = this.#cost(request, total, earlier, 0);
    const lost = read === null || atBest === null ? 0 : read - atBest;
    return {
      ...{ message, total, limit: maxInput, inputMicros: read },
      outputMicros: read === null || written === null ? null : written - read,
      uncachedMicros: lost > CENT ? lost : 0,
    };
  }

  /** About how much of the earlier messages the server still has in its cache. */
  #cached({ connection, model, history }: AnswerRequest, earlier: number): number {
    const ids = history.flatMap(({ id }) => (id === undefined ? [] : [id]));
    const since = this.#deps.now() - CACHED_MS;
    const { accountId } = connection;
    const read = this.#deps.receipts.longestRead(ids, { asked: model, accountId, since });
    return read < LEAST_CACHED ? 0 : Math.min(read, earlier);
  }

  /** What is new to the cache is written to it, where that has a price of its own. */
  #cost({ connection, model }: AnswerRequest, input: number, cached: number, output: number): number | null {
    const { prices, now } = this.#deps;
    const { address } = connection;
    const writes = input >= LEAST_CACHED && prices.priceOf(model, address)?.cacheWrite != null;
    const usage: Usage = { input, cached, cacheWritten: writes ? input - cached : 0, output, reasoning: 0 };
    return prices.cost({ model, address, tier: null, usage, tools: {}, at: now() }).micros;
  }
}

function countable({ connection }: AnswerRequest): boolean {
  return connection.api === 'responses' && openAiPlace(connection.address) !== null;
}

function toItem(
  { id, kind, text, tokens }: Counted,
  { leaveOut }: Draft,
  isNew: boolean,
  each: number | null,
): RequestItem {
  const name = isNew ? 'message' : (id ?? kind);
  return {
    id: name,
    kind: isNew ? 'message' : kind,
    words: kind === 'digest' ? '' : text.slice(0, FIRST_WORDS).replace(/\s+/g, ' ').trim(),
    tokens,
    micros: each === null ? null : Math.round(each * tokens),
    leftOut: leaveOut.some((left) => left === name),
  };
}
