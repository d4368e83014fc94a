import type { ErrorCode, ErrorDetails } from '../../shared/errors';
import { modelName } from '../../shared/model-name';
import type { ErrorAction } from './error-copy';

interface ErrorCopy {
  readonly title: string | ((details: ErrorDetails) => string);
  readonly text: (details: ErrorDetails, wordsKept: number) => string;
  /** The first is the likeliest way on. */
  readonly actions: readonly ErrorAction[];
}

/** How each failure reads. */
export const errorCopy: Record<ErrorCode, ErrorCopy> = {
  BAD_API_KEY: {
    title: 'This key was not accepted.',
    text: (details) => `${server(details)} refused the key. It may be mistyped, or of another server.`,
    actions: ['change-key', 'retry'],
  },
  KEY_REVOKED: {
    title: 'This key is no longer valid.',
    text: (details) => `${server(details)} knows the key, and has withdrawn it or the account behind it.`,
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
      `${server(details)} refused ${details.parameter ? `“${details.parameter}”` : 'it as it was sent'}. Another model may take it; Details has its words.`,
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
  OVERLOADED: {
    title: (details) => `${server(details)} is busy.`,
    text: (details, words) => `Too many people ask ${host(details)} at once. ${kept(words)}`.trim(),
    actions: ['retry', 'status-page', 'switch-model'],
  },
  QUESTION_REFUSED: {
    title: 'This question was not accepted.',
    text: (details) =>
      `${server(details)} does not let the model answer it as it stands${details.serverCode ? ` (${details.serverCode})` : ''}. Put in other words it may pass.`,
    actions: ['edit', 'switch-model'],
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
  TOO_LARGE: {
    title: 'This message is too large to send.',
    text: (details) =>
      `${server(details)} takes no request of this size. Shorten the message; it is safe here.`,
    actions: ['edit', 'summarise'],
  },
  TOO_LONG: {
    title: 'This chat is too long for the model.',
    text: () =>
      'It can go on in a compact form, in a new chat with a summary, or with a model that reads more. Nothing is deleted.',
    actions: ['compact', 'summarise', 'bigger-model'],
  },
  CONNECTION_LOST: {
    title: 'The connection was lost.',
    text: (_, words) => (words > 0 ? kept(words) : 'Nothing had arrived yet. Your message is safe.'),
    actions: ['retry'],
  },
  CUT_OFF: {
    title: 'The answer broke off.',
    text: (details, words) =>
      `${server(details)} ended it before it was complete. ${words > 0 ? kept(words) : 'Your message is safe.'}`,
    actions: ['retry'],
  },
  HOST_NOT_FOUND: {
    title: ({ host: name }) => `${name ?? 'The server'} was not found.`,
    text: () =>
      'The network does not know this name. Check the connection, a VPN or the address. Your message is safe.',
    actions: ['retry', 'open-settings'],
  },
  OFFLINE: {
    title: (details) => `${server(details)} cannot be reached.`,
    text: () => 'Check the network, a VPN or a proxy. Your message is safe.',
    actions: ['retry', 'open-settings'],
  },
  PORTAL: {
    title: 'Log in to the network.',
    text: (details) =>
      `A web page answered in place of ${host(details)}, as hotels and trains do until one has logged in. Your message is safe.`,
    actions: ['retry', 'open-settings'],
  },
  PROXY_FAILED: {
    title: 'The proxy refused the connection.',
    text: (details) =>
      `The system’s proxy did not let the request to ${host(details)} pass. Check its address and password. Your message is safe.`,
    actions: ['retry'],
  },
  REDIRECTED: {
    title: 'The server points elsewhere.',
    text: (details) =>
      `${server(details)} wanted the request sent on to another address. It was not: it holds your words and your key.`,
    actions: ['open-settings', 'retry'],
  },
  REFUSED: {
    title: ({ host: name }) => `Nothing answers at ${name ?? 'this address'}.`,
    text: (details) =>
      /^(localhost|127\.|\[::1\])/.test(details.host ?? '')
        ? 'Is the server on this computer running? Start it, then try again. Your message is safe.'
        : 'The computer is there, but takes no connection. Check the address, a VPN or a firewall. Your message is safe.',
    actions: ['retry', 'open-settings'],
  },
  STALLED: {
    title: (details) => `${server(details)} fell silent.`,
    text: (_, words) =>
      `Nothing came for five minutes, so the wait was ended. ${words > 0 ? kept(words) : 'Your message is safe.'}`,
    actions: ['retry', 'status-page'],
  },
  TIMED_OUT: {
    title: (details) => `No answer from ${host(details)}.`,
    text: (_, words) => `It was silent for too long, so the wait was ended. ${kept(words)}`.trim(),
    actions: ['retry', 'status-page'],
  },
  TLS_FAILED: {
    title: 'The connection is not secure.',
    text: (details) =>
      `${server(details)} could not prove who it is: its certificate is unknown, expired or made out to another name. Nothing was sent.`,
    actions: ['retry', 'open-settings'],
  },
  CONTENT_FILTER: {
    title: 'The answer was withheld.',
    text: (_, words) =>
      `The model or its filter declined to go on. Putting it in other words may help. ${kept(words)}`.trim(),
    actions: ['retry', 'switch-model'],
  },
  ENDED_EARLY: {
    title: 'The answer was ended early.',
    text: (details, words) => `${server(details)} ended it. ${kept(words)}`.trim(),
    actions: ['retry'],
  },
  OUTPUT_LIMIT: {
    title: 'The answer reached its length limit.',
    text: (_, words) => `${kept(words)} It can go on from there.`.trim(),
    actions: ['retry'],
  },
  TOO_MUCH: {
    title: 'The answer did not end.',
    text: (_, words) => `It grew beyond all measure, so it was broken off. ${kept(words)}`.trim(),
    actions: ['retry', 'switch-model'],
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

export function isOpenAi({ host }: ErrorDetails): boolean {
  return host === undefined || host === 'api.openai.com' || host.endsWith('.api.openai.com');
}

/** At the start of a sentence. */
export function server(details: ErrorDetails): string {
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
