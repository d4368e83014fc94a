import { aboutOf } from '../../shared/error-about';
import { cardOf, type Failure } from '../../shared/error-words';
import type { ErrorCode } from '../../shared/errors';
import type { Waiting } from '../../shared/model';
import { words } from '../../shared/words';
import { errorWays } from './error-table';
import { countWords } from './words';

export type ErrorAction = keyof typeof words.errors.actions;

export interface ErrorWords {
  readonly title: string;
  readonly text: string;
  readonly actions: readonly ErrorAction[];
}

/** What to tell about a failure. `answer` is the text that had arrived; undefined where no question was asked. */
export function wordsFor(failure: Failure, answer?: string): ErrorWords {
  const { actions, tellsKept } = errorWays[failure.code];
  const { title, text } = cardOf(failure);
  const kept = answer === undefined || tellsKept ? [] : [words.errors.kept(countWords(answer))];
  return {
    title,
    text: [text, ...kept].join(' '),
    // Credit is bought and status is read at OpenAI; other servers have their own pages.
    actions: aboutOf(failure.details).openAi
      ? actions
      : actions.filter((action) => action !== 'add-credit' && action !== 'status-page'),
  };
}

/** Why a turn waits to be tried again, and for what where that is not the time. */
export function waitingWords({ error, waitMs }: Pick<Waiting, 'error' | 'waitMs'>): string {
  if (waitMs === null) return words.errors.offline;
  switch (error.code) {
    case 'RATE_LIMITED':
    case 'OVERLOADED':
      return words.errors.busy(aboutOf(error.details).server);
    default:
      return wordsFor(error).title;
  }
}

/** What makes an answer end too soon, with its beginning worth keeping. */
export const canGoOn: readonly ErrorCode[] = [
  'BUDGET_REACHED',
  'CONNECTION_LOST',
  'CUT_OFF',
  'ENDED_EARLY',
  'OUTPUT_LIMIT',
  'SERVER_FAILED',
  'STALLED',
  'TIMED_OUT',
];
