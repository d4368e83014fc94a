import type { PastMessage } from '../storage/message-store';
import type { AnswerRequest } from './chat-model';
import type { TokenCounter } from './token-counter';

/** What stands around a message, and around all of them, in tokens. OpenAI names no figures for its newer models. */
const AROUND_MESSAGE = 4;
const AROUND_ALL = 3;
/** As many messages as a long day has. */
const REMEMBERED = 20_000;

/** One text of a request, with its tokens. */
export interface Counted {
  /** Of the stored message; null for what is not one. */
  readonly id: string | null;
  readonly kind: 'instructions' | 'digest' | 'question' | 'answer';
  readonly text: string;
  readonly tokens: number;
}

/** Counts requests, about. A stored message is counted once. */
export class TokenEstimates {
  readonly #counter: TokenCounter;
  readonly #known = new Map<string, number>();

  constructor(counter: TokenCounter) {
    this.#counter = counter;
  }

  async countText(text: string, model: string): Promise<number> {
    const [count = 0] = await this.#counter.count([text], model);
    return count;
  }

  /** Of all that a request has its model read. */
  async inputTokens(request: Pick<AnswerRequest, 'instructions' | 'history' | 'model'>): Promise<number> {
    return totalOf(await this.count(request));
  }

  /** Text by text, in the order in which they are sent. What a digest stands for is not sent. */
  async count({
    instructions,
    history,
    model,
  }: Pick<AnswerRequest, 'instructions' | 'history' | 'model'>): Promise<readonly Counted[]> {
    const texts = textsOf(instructions, history);
    const key = ({ id, text }: Omit<Counted, 'tokens'>) =>
      id === null ? null : `${id} ${text.length} ${model}`;
    const unknown = texts.filter((text) => !this.#known.has(key(text) ?? ''));
    const counts = await this.#counter.count(
      unknown.map(({ text }) => text),
      model,
    );
    const fresh = new Map(unknown.map((text, index) => [text, counts[index] ?? 0]));
    for (const [text, count] of fresh) this.#remember(key(text), count);
    return texts.map((text) => ({
      ...text,
      tokens: AROUND_MESSAGE + (fresh.get(text) ?? this.#known.get(key(text) ?? '') ?? 0),
    }));
  }

  #remember(key: string | null, count: number): void {
    if (key === null) return;
    this.#known.set(key, count);
    const [oldest] = this.#known.keys();
    if (this.#known.size > REMEMBERED && oldest !== undefined) this.#known.delete(oldest);
  }
}

export function totalOf(counted: readonly Counted[]): number {
  return counted.reduce((sum, { tokens }) => sum + tokens, AROUND_ALL);
}

function textsOf(
  instructions: string | null,
  history: readonly PastMessage[],
): readonly Omit<Counted, 'tokens'>[] {
  const from = history.findLastIndex(({ compacted }) => compacted !== null);
  const digest = history[from]?.compacted;
  return [
    ...(instructions === null ? [] : [{ id: null, kind: 'instructions' as const, text: instructions }]),
    ...(digest ? [{ id: null, kind: 'digest' as const, text: JSON.stringify(digest) }] : []),
    ...history
      .slice(from + 1)
      .filter(({ text }) => text !== '')
      .map(({ id = null, role, text }) => ({
        id,
        kind: role === 'user' ? ('question' as const) : ('answer' as const),
        text,
      })),
  ];
}
