import type { ErrorCode, ErrorDetails } from '../../shared/errors';
import type { Waiting } from '../../shared/model';
import { isOpenAi, server } from './error-phrases';
import { errorCopy } from './error-table';
import { countWords } from './words';

export type ErrorAction =
  | 'add-credit'
  | 'add-key'
  | 'bigger-model'
  | 'change-key'
  | 'compact'
  | 'continue'
  | 'dismiss'
  | 'edit'
  | 'open-network'
  | 'open-settings'
  | 'raise-budget'
  | 'retry'
  | 'send-anyway'
  | 'set-price'
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
  dismiss: 'Dismiss',
  edit: 'Edit the question',
  'open-network': 'Network settings',
  'open-settings': 'Open settings',
  'raise-budget': 'Raise the budget',
  retry: 'Try again',
  'send-anyway': 'Send this one',
  'set-price': 'Set its price',
  'status-page': 'Status page',
  summarise: 'New chat with a summary',
  'switch-model': 'Switch model',
};

export interface ErrorWords {
  readonly title: string;
  readonly text: string;
  readonly actions: readonly ErrorAction[];
}

interface Failure {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;
}

/** What to tell about a failure. `answer` is the text that had arrived; undefined where no question was asked. */
export function wordsFor({ code, details }: Failure, answer?: string): ErrorWords {
  const { title, text, actions } = errorCopy[code];
  return {
    title: typeof title === 'string' ? title : title(details),
    text: text(details, answer === undefined ? '' : kept(countWords(answer))).trim(),
    // Credit is bought and status is read at OpenAI; other servers have their own pages.
    actions: isOpenAi(details)
      ? actions
      : actions.filter((action) => action !== 'add-credit' && action !== 'status-page'),
  };
}

/** Why a turn waits to be tried again, and for what where that is not the time. */
export function waitingWords({ error, waitMs }: Pick<Waiting, 'error' | 'waitMs'>): string {
  if (waitMs === null) return 'You are offline. This goes out when the network is back.';
  switch (error.code) {
    case 'RATE_LIMITED':
    case 'OVERLOADED':
      return `${server(error.details)} is busy.`;
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

function kept(words: number): string {
  if (words === 0) return 'Your message is safe.';
  return words === 1
    ? 'The one word that had arrived is kept.'
    : `The ${words} words that had arrived are kept.`;
}
