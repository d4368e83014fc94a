import type { RateLimits } from '../../shared/doctor';
import type { AppError } from '../../shared/errors';
import type { Effort, Verbosity } from '../../shared/model';
import type { CallKind } from '../../shared/money';
import type { Parameter, Part } from '../../shared/parts';
import type { PastMessage } from '../storage/message-store';
import type { Connection } from './server';

/** What a model is asked. */
export interface AnswerRequest {
  /** What for. */
  readonly kind: CallKind;
  /** The answer that it is to write, for those that are shown. */
  readonly answerId: string | null;
  /** The user lets it through, whatever the budgets say. */
  readonly beyondBudget: boolean;
  readonly connection: Connection;
  readonly model: string;
  /** What the model is told before everything else. */
  readonly instructions: string | null;
  /** From the first question to the one to answer; or to an unfinished answer, which is to go on. */
  readonly history: readonly PastMessage[];
  /** Groups the requests of one conversation, so that the server can reuse what it has read. Null: it is of none. */
  readonly conversationId: string | null;
  /** It thinks before it answers, and can say what it thought. */
  readonly reasons: boolean;
  readonly effort: Effort | null;
  readonly verbosity: Verbosity | null;
  readonly maxOutputTokens: number | null;
  /** What this model is known to refuse. */
  readonly without: readonly Parameter[];
}

export type AnswerEvent =
  /** The server has taken the question. Kept as it is, whatever comes of the answer. */
  | { readonly type: 'begun'; readonly response: unknown }
  /** The words go on. */
  | { readonly type: 'text'; readonly text: string }
  /** The part with this number is new, or is now as it says. Numbers begin with 0 and leave none out. */
  | { readonly type: 'part'; readonly index: number; readonly part: Part }
  /** The text of a part goes on. */
  | { readonly type: 'part-text'; readonly index: number; readonly text: string }
  /** The server has ended the answer before it was whole, and says why. */
  | ({ readonly type: 'incomplete'; readonly error: AppError } & Received)
  /** The only success. */
  | ({ readonly type: 'completed' } & Received);

/** A request as it goes over the wire, without its key. */
export interface Outline {
  /** Below the server's base address. */
  readonly path: '/responses' | '/chat/completions';
  readonly body: object;
}

/** What the server said of the answer; kept as it is. */
export interface Received {
  /** Its items exactly as received; null where the API has none. */
  readonly output: readonly unknown[] | null;
  readonly response: unknown;
  /** What it told of its limits, where it told anything. */
  readonly limits?: RateLimits | null;
}

/**
 * Streams an answer, piece by piece, and ends with `completed` or `incomplete`.
 *
 * Rejects with an `AppError` when it cannot; an aborted signal just ends it. It asks once: whether and when to
 * ask again is not its business.
 */
export interface ChatModel {
  answer(request: AnswerRequest, signal: AbortSignal): AsyncIterable<AnswerEvent>;
  /** What stands for this history in later requests, as its output. Rejects with an `AppError`. */
  compact(request: AnswerRequest, signal: AbortSignal): Promise<Received>;
  /** How many tokens of input the server counts. Only OpenAI's own can. Rejects with an `AppError`. */
  count(request: AnswerRequest, signal: AbortSignal): Promise<number>;
  /** What would be sent for an answer. */
  outline(request: AnswerRequest): Outline;
  /** The machine has slept: a connection that stays silent now is given up soon. */
  wake(): void;
}
