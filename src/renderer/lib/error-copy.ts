import type { ErrorCode, ErrorDetails } from '../../shared/errors';
import { modelName } from './model-name';

export type ErrorAction =
  'add-key' | 'change-key' | 'add-credit' | 'retry' | 'switch-model' | 'status-page' | 'open-settings';

export const actionLabels: Record<ErrorAction, string> = {
  'add-key': 'Add key',
  'change-key': 'Change key',
  'add-credit': 'Add credit',
  retry: 'Try again',
  'switch-model': 'Switch model',
  'status-page': 'Status page',
  'open-settings': 'Open settings',
};

interface ErrorCopy {
  readonly title: string | ((details: ErrorDetails) => string);
  readonly text: (details: ErrorDetails, wordsKept: number) => string;
  /** The first is the likeliest way on. */
  readonly actions: readonly ErrorAction[];
}

/** How each failure reads. The only place that words an error. */
export const errorCopy: Record<ErrorCode, ErrorCopy> = {
  BAD_API_KEY: {
    title: 'This key was not accepted.',
    text: (details) =>
      `${server(details)} refused the key. It may be mistyped, revoked, or of another server.`,
    actions: ['change-key', 'retry'],
  },
  BAD_ADDRESS: {
    title: 'This address cannot be used.',
    text: () => 'A server address looks like https://example.com/v1 or http://localhost:11434/v1.',
    actions: ['open-settings'],
  },
  KEYCHAIN_UNAVAILABLE: {
    title: 'The system keychain does not answer.',
    text: () =>
      'Parley keeps keys in the system keychain and nowhere else, never in a file. Unlock or install one, or keep the key for this run only.',
    actions: ['retry', 'open-settings'],
  },
  NO_ACCOUNT: {
    title: 'No server is connected.',
    text: () => 'Add your OpenAI key, or the address of another server.',
    actions: ['open-settings'],
  },
  NO_API_KEY: {
    title: 'There is no key.',
    text: () => 'Add your key, then try again. Your message is safe.',
    actions: ['add-key', 'retry'],
  },
  NO_CREDIT: {
    title: (details) => `Your ${isOpenAi(details) ? 'OpenAI API' : 'server'} account has no credit left.`,
    text: (details) =>
      isOpenAi(details)
        ? 'An API account is separate from a ChatGPT plan. Add credit, then try again — your text is safe.'
        : `${server(details)} says that the account is used up. Your text is safe.`,
    actions: ['add-credit', 'retry', 'switch-model'],
  },
  NOT_ALLOWED: {
    title: 'This account may not do that.',
    text: (details) =>
      `${server(details)} refuses it for this account, project or region. Some models ask for a verified organization.`,
    actions: ['switch-model', 'retry'],
  },
  BAD_REQUEST: {
    title: 'The server did not accept the request.',
    text: (details) =>
      `${server(details)} refused it as it was sent. Another model may take it; Details has its words.`,
    actions: ['retry', 'switch-model'],
  },
  MODEL_NOT_FOUND: {
    title: ({ model }) => `${model ? modelName(model) : 'This model'} is not available.`,
    text: (details) =>
      `${server(details)} does not offer it to this account. Choose another model and try again.`,
    actions: ['switch-model', 'retry'],
  },
  NOT_A_SERVER: {
    title: 'That is not an API server.',
    text: (details) =>
      `${details.host ?? 'The address'} answers, but not in the way an OpenAI-compatible server does. Most addresses end in /v1.`,
    actions: ['open-settings', 'retry'],
  },
  RATE_LIMITED: {
    title: (details) => `${server(details)} asks for a pause.`,
    text: (details) =>
      details.retryAfterMs
        ? `Too many requests at once. ${server(details)} asks to wait ${wait(details.retryAfterMs)}.`
        : 'Too many requests at once. Wait a moment, then try again.',
    actions: ['retry', 'switch-model'],
  },
  SERVER_FAILED: {
    title: (details) => `${server(details)} has a problem.`,
    text: (details, words) => `The fault is at ${host(details)}, not here. ${kept(words)}`.trim(),
    actions: ['retry', 'status-page'],
  },
  TOO_LONG: {
    title: 'This chat is too long for the model.',
    text: () => 'Start a new chat, shorten the message, or choose a model that reads more.',
    actions: ['switch-model'],
  },
  CONNECTION_LOST: {
    title: 'The connection was lost.',
    text: (_, words) => (words > 0 ? kept(words) : 'Nothing had arrived yet. Your message is safe.'),
    actions: ['retry'],
  },
  OFFLINE: {
    title: (details) => `${server(details)} cannot be reached.`,
    text: () => 'Check the network, a VPN or a proxy. Your message is safe.',
    actions: ['retry', 'open-settings'],
  },
  TIMED_OUT: {
    title: (details) => `No answer from ${host(details)}.`,
    text: (_, words) => `It was silent for too long, so the wait was ended. ${kept(words)}`.trim(),
    actions: ['retry', 'status-page'],
  },
  CONTENT_FILTER: {
    title: 'The answer was withheld.',
    text: (_, words) =>
      `The model or its filter declined to go on. Putting it in other words may help. ${kept(words)}`.trim(),
    actions: ['retry', 'switch-model'],
  },
  OUTPUT_LIMIT: {
    title: 'The answer reached its length limit.',
    text: (_, words) => `${kept(words)} Ask it to go on, or try again.`.trim(),
    actions: ['retry'],
  },
  BUSY: {
    title: 'An answer is still being written.',
    text: () => 'Wait for its end or stop it, then try again.',
    actions: ['retry'],
  },
  DISK_FAILED: {
    title: 'This could not be saved.',
    text: () => 'The disk may be full or read-only. Nothing was sent; your text is still here.',
    actions: ['retry'],
  },
  INTERNAL: {
    title: 'Something went wrong.',
    text: (_, words) => `Parley made a mistake; its log has the whole story. ${kept(words)}`.trim(),
    actions: ['retry'],
  },
  INVALID_INPUT: {
    title: 'That could not be sent.',
    text: () => 'Parley did not understand its own window. Your text is still here.',
    actions: ['retry'],
  },
  NOT_FOUND: {
    title: 'This is no longer there.',
    text: () => 'The chat or message was deleted, perhaps in another window.',
    actions: ['retry'],
  },
  UNKNOWN_CALL: {
    title: 'This window is out of date.',
    text: () => 'Quit Parley and start it again. Nothing is lost.',
    actions: ['retry'],
  },
  UNTRUSTED_SENDER: {
    title: 'The window was refused.',
    text: () => 'Quit Parley and start it again. Nothing is lost.',
    actions: ['retry'],
  },
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

export function countWords(text: string): number {
  let count = 0;
  for (const { isWordLike } of new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text)) {
    if (isWordLike) count += 1;
  }
  return count;
}

function isOpenAi({ host }: ErrorDetails): boolean {
  return host === undefined || host === 'api.openai.com' || host.endsWith('.api.openai.com');
}

/** At the start of a sentence. */
function server(details: ErrorDetails): string {
  return isOpenAi(details) ? 'OpenAI' : `The server ${details.host ?? ''}`.trim();
}

/** Inside a sentence. */
function host(details: ErrorDetails): string {
  return isOpenAi(details) ? 'OpenAI' : (details.host ?? 'the server');
}

function kept(words: number): string {
  if (words === 0) return '';
  return words === 1
    ? 'The one word that had arrived is kept.'
    : `The ${words} words that had arrived are kept.`;
}

function wait(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  if (seconds < 100) return seconds === 1 ? 'one second' : `${seconds} seconds`;
  return `${Math.ceil(seconds / 60)} minutes`;
}
