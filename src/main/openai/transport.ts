import type OpenAI from 'openai';
import { Stream } from 'openai/core/streaming';
import { AppError } from '../../shared/errors';
import { aboutRequest, fromEvent, type Asked } from './errors';

/** An answer that comes at once takes as long as the model thinks, and says nothing until then. */
export const WHOLE_ANSWER_MS = 300_000;

/** An error where an answer was expected, as some servers send with status 200. */
interface Failed {
  readonly error?: string | { readonly code?: string | null; readonly message?: string } | null;
}

/**
 * What the server sends, event by event. `whole` makes an event of an answer that comes in one piece, also where
 * a stream was asked for: the content type tells, not the question.
 */
export async function* eventsOf<Event>(
  response: Response,
  { client, asked, controller }: { client: OpenAI; asked: Asked; controller: AbortController },
  whole: (answer: object) => Event,
): AsyncGenerator<Event> {
  if (response.body === null) throw ended(asked);
  if (!/\bjson\b/i.test(response.headers.get('content-type') ?? '')) {
    yield* Stream.fromSSEResponse<Event>(response, controller, client);
    return;
  }
  const answer = (await response.json()) as Failed; // the rest is for who knows the API
  const { error } = answer;
  if (error) throw fromEvent(typeof error === 'string' ? { message: error } : error, asked);
  yield whole(answer);
}

/** The stream is over, but nothing said that the answer is. */
export function ended(asked: Asked): AppError {
  return new AppError('CUT_OFF', 'The answer ended before it was complete.', {
    details: aboutRequest(asked),
  });
}
