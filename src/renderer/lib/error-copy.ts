import type { ErrorCode, ErrorDetails } from '../../shared/errors';
import { errorCopy, isOpenAi, server } from './error-table';

export type ErrorAction =
  | 'add-credit'
  | 'add-key'
  | 'bigger-model'
  | 'change-key'
  | 'compact'
  | 'continue'
  | 'edit'
  | 'open-settings'
  | 'retry'
  | 'status-page'
  | 'summarise'
  | 'switch-model';

export const actionLabels: Record<ErrorAction, string> = {
  'add-credit': 'Add credit',
  'add-key': 'Add key',
  'bigger-model': 'Bigger model',
  'change-key': 'Change key',
  compact: 'Compact',
  continue: 'Continue',
  edit: 'Edit the question',
  'open-settings': 'Open settings',
  retry: 'Try again',
  'status-page': 'Status page',
  summarise: 'New chat with a summary',
  'switch-model': 'Switch model',
};

export interface ErrorWords {
  readonly title: string;
  readonly text: string;
  readonly actions: readonly ErrorAction[];
}

/** What to tell about a failure. `answer` is the text that had arrived. */
export function wordsFor(error: { code: ErrorCode; details: ErrorDetails }, answer = ''): ErrorWords {
  const { title, text, actions } = errorCopy[error.code];
  return {
    title: typeof title === 'string' ? title : title(error.details),
    text: text(error.details, countWords(answer)),
    // Credit is bought and status is read at OpenAI; other servers have their own pages.
    actions: isOpenAi(error.details)
      ? actions
      : actions.filter((action) => action !== 'add-credit' && action !== 'status-page'),
  };
}

/** Why a turn waits to be tried again, in a short sentence. */
export function waitingWords({ code, details }: { code: ErrorCode; details: ErrorDetails }): string {
  switch (code) {
    case 'RATE_LIMITED':
    case 'OVERLOADED':
      return `${server(details)} is busy.`;
    case 'SERVER_FAILED':
      return `${server(details)} has a problem.`;
    default:
      return wordsFor({ code, details }).title;
  }
}

/** What makes an answer end too soon, with its beginning worth keeping. */
export const canGoOn: readonly ErrorCode[] = [
  'CONNECTION_LOST',
  'CUT_OFF',
  'ENDED_EARLY',
  'OUTPUT_LIMIT',
  'SERVER_FAILED',
  'STALLED',
  'TIMED_OUT',
];

export function countWords(text: string): number {
  let count = 0;
  for (const { isWordLike } of new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text)) {
    if (isWordLike) count += 1;
  }
  return count;
}
