import type { PastMessage } from '../storage/message-store';

/** What a model is asked. */
export interface AnswerRequest {
  readonly model: string;
  /** From the first question to the one to answer. */
  readonly history: readonly PastMessage[];
  /** Groups the requests of one conversation, so that the server can reuse what it has read. */
  readonly conversationId: string;
}

export type AnswerEvent =
  | { readonly type: 'text'; readonly text: string }
  /** The only success. `output` and `response` are kept as they are. */
  | { readonly type: 'completed'; readonly output: readonly unknown[] | null; readonly response: unknown };

/**
 * Streams an answer, piece by piece, and ends with `completed`.
 *
 * Rejects with an `AppError` when it cannot; an aborted signal just ends it.
 */
export interface ChatModel {
  answer(request: AnswerRequest, signal: AbortSignal): AsyncIterable<AnswerEvent>;
}
