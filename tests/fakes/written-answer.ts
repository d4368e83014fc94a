/** An answer that runs by itself. */
import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises';
import type { ResponseError } from 'openai/resources/responses/responses';
import type { IncompleteReason, ResponseStream, StreamOptions } from './response-stream.ts';
import { play, type Step } from './steps.ts';

/**
 * `incomplete`: at the limit of its length. `cut`: the body ends, but no event says so. `reset`: the connection is
 * torn down. `stall`: nothing more comes, and the connection stays open.
 */
type End =
  | 'completed'
  | 'incomplete'
  | 'failed'
  | 'cut'
  | 'reset'
  | 'stall'
  | { readonly incomplete: IncompleteReason }
  | { readonly failed: Pick<ResponseError, 'code' | 'message'> }
  /** An `error` event, which is no response. */
  | { readonly error: { readonly code: string; readonly message: string } };

interface Course extends Omit<StreamOptions, 'seal'> {
  /** The pause before each piece, and before each stage of a step. */
  readonly delayMs?: number;
  readonly end?: End;
}

interface Words {
  /** The pieces in which the text arrives. */
  readonly words: readonly string[];
  /** The pieces of the summary of its thoughts, which come first. */
  readonly thoughts?: readonly string[];
}

/** In words alone, or in steps where there is more to it. */
export type WrittenAnswer = Course & (Words | { readonly steps: readonly Step[] });

function stepsOf(answer: WrittenAnswer): readonly Step[] {
  if ('steps' in answer) return answer.steps;
  const { words, thoughts = [] } = answer;
  return [...thoughts.map((think) => ({ think })), ...words.map((say) => ({ say }))];
}

/** Sends the answer at its pace, and ends it. */
export async function write(answer: WrittenAnswer, stream: ResponseStream): Promise<void> {
  const { delayMs = 0 } = answer;
  const pause = () => (delayMs > 0 ? wait(delayMs) : nextTurn());
  for (const step of stepsOf(answer)) {
    await pause();
    if (stream.over) return;
    const stages = play(step, stream);
    for (let left = stages !== null; left; left = stages?.next().done === false) await pause();
  }
  // Lets what was said leave before a torn connection takes it along.
  await nextTurn();
  end(stream, answer.end ?? 'completed');
}

function end(stream: ResponseStream, how: End): void {
  if (how === 'completed') stream.complete();
  else if (how === 'incomplete') stream.incomplete('max_output_tokens');
  else if (how === 'failed') stream.fail({ code: 'server_error', message: 'The model failed.' });
  else if (how === 'cut') stream.cut();
  else if (how === 'reset') stream.reset();
  else if (how === 'stall') return;
  else if ('incomplete' in how) stream.incomplete(how.incomplete);
  else if ('failed' in how) stream.fail(how.failed);
  else stream.error(how.error);
}
