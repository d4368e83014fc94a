import type { ErrorCode, ErrorDetails } from '../../shared/errors';
import { modelName } from '../../shared/model-name';
import type { ErrorAction } from './error-copy';
import { libraryErrors } from './library-errors';
import { importErrors } from './import-errors';
import { moneyErrors } from './money-errors';
import { networkErrors } from './network-errors';
import { forbidden, host, isOpenAi, server, wait } from './error-phrases';

export interface ErrorCopy {
  readonly title: string | ((details: ErrorDetails) => string);
  /** `kept` is a sentence on what is safe; empty where nothing was asked. */
  readonly text: (details: ErrorDetails, kept: string) => string;
  /** The first is the likeliest way on. */
  readonly actions: readonly ErrorAction[];
}

/** How each failure reads. */
export const errorCopy: Record<ErrorCode, ErrorCopy> = {
  BAD_API_KEY: {
    title: 'This key was not accepted.',
    text: (details, kept) =>
      `${server(details)} refused the key. It may be mistyped, or of another server. ${kept}`,
    actions: ['change-key', 'retry'],
  },
  KEY_REVOKED: {
    title: 'This key is no longer valid.',
    text: (details, kept) =>
      `${server(details)} knows the key, and has withdrawn it or the account behind it. ${kept}`,
    actions: ['change-key', 'retry'],
  },
  BAD_ADDRESS: {
    title: 'This address cannot be used.',
    text: (_, kept) =>
      `A server address looks like https://example.com/v1 or http://localhost:11434/v1. ${kept}`,
    actions: ['open-settings'],
  },
  KEYCHAIN_UNAVAILABLE: {
    title: 'The system keychain does not answer.',
    text: (_, kept) =>
      `Parley keeps keys in the system keychain and nowhere else, never in a file. Unlock or install one, or keep the key for this run only. ${kept}`,
    actions: ['retry', 'open-settings'],
  },
  NO_ACCOUNT: {
    title: 'No server is connected.',
    text: (_, kept) => `Add your OpenAI key, or the address of another server. ${kept}`,
    actions: ['open-settings'],
  },
  NO_API_KEY: {
    title: 'There is no key.',
    text: (_, kept) => `Add your key, then try again. ${kept}`,
    actions: ['add-key', 'retry'],
  },
  NO_CREDIT: {
    title: (details) => `Your ${isOpenAi(details) ? 'OpenAI API' : 'server'} account has no credit left.`,
    text: (details, kept) =>
      isOpenAi(details)
        ? `An API account is separate from a ChatGPT plan. Add credit, then try again. ${kept}`
        : `${server(details)} says that the account is used up. ${kept}`,
    actions: ['add-credit', 'retry', 'switch-model'],
  },
  NOT_ALLOWED: {
    title: 'This account may not do that.',
    text: (details, kept) => `${forbidden(details)} ${kept}`,
    actions: ['switch-model', 'retry', 'open-settings'],
  },
  BAD_REQUEST: {
    title: 'The server did not accept the request.',
    text: (details, kept) =>
      `${server(details)} refused ${details.parameter ? `“${details.parameter}”` : 'it as it was sent'}. Another model may take it; Details has its words. ${kept}`,
    actions: ['switch-model', 'retry'],
  },
  MODEL_NOT_FOUND: {
    title: ({ model }) => `${model ? modelName(model) : 'This model'} is not available.`,
    text: (details, kept) =>
      `${server(details)} does not offer it to this account. Choose another model and try again. ${kept}`,
    actions: ['switch-model', 'retry'],
  },
  NOT_A_SERVER: {
    title: 'That is not an API server.',
    text: (details, kept) =>
      `${details.host ?? 'The address'} answers, but not in the way an OpenAI-compatible server does. Most addresses end in /v1. ${kept}`,
    actions: ['open-settings', 'retry'],
  },
  OVERLOADED: {
    title: (details) => `${server(details)} is busy.`,
    text: (details, kept) => `Too many people ask ${host(details)} at once. ${kept}`,
    actions: ['retry', 'status-page', 'switch-model'],
  },
  QUESTION_REFUSED: {
    title: 'This question was not accepted.',
    text: (details, kept) =>
      `${server(details)} does not let the model answer it as it stands${details.serverCode ? ` (${details.serverCode})` : ''}. Put in other words it may pass. ${kept}`,
    actions: ['edit', 'switch-model'],
  },
  RATE_LIMITED: {
    title: (details) => `${server(details)} asks for a pause.`,
    text: (details, kept) =>
      details.retryAfterMs
        ? `Too many requests at once. ${server(details)} asks to wait ${wait(details.retryAfterMs)}. ${kept}`
        : `Too many requests at once. Wait a moment, then try again. ${kept}`,
    actions: ['retry', 'switch-model'],
  },
  SERVER_FAILED: {
    title: (details) => `${server(details)} has a problem.`,
    text: (details, kept) => `The fault is at ${host(details)}, not here. ${kept}`,
    actions: ['retry', 'status-page'],
  },
  TOO_LARGE: {
    title: 'This message is too large to send.',
    text: (details, kept) =>
      `${server(details)} takes no request of this size. Shorten the question. ${kept}`,
    actions: ['edit', 'summarise'],
  },
  TOO_LONG: {
    title: 'This chat is too long for the model.',
    text: () =>
      'A shorter question may fit, or a model that reads more; a long chat can go on in a compact form, or in a new chat with a summary. Nothing is deleted.',
    actions: ['compact', 'summarise', 'bigger-model', 'edit'],
  },
  CONNECTION_LOST: {
    title: 'The connection was lost.',
    text: (_, kept) => `The network or the server broke it off. ${kept}`,
    actions: ['retry'],
  },
  CUT_OFF: {
    title: 'The answer broke off.',
    text: (details, kept) => `${server(details)} ended it before it was complete. ${kept}`,
    actions: ['retry'],
  },
  HOST_NOT_FOUND: {
    title: ({ host: name }) => `${name ?? 'The server'} was not found.`,
    text: (_, kept) =>
      `The network does not know this name. Check the connection, a VPN or the address. ${kept}`,
    actions: ['retry', 'open-settings'],
  },
  OFFLINE: {
    title: (details) => `${server(details)} cannot be reached.`,
    text: (_, kept) => `Check the network, a VPN or a proxy. ${kept}`,
    actions: ['retry', 'open-settings'],
  },
  PORTAL: {
    title: 'Log in to the network.',
    text: (details, kept) =>
      `A web page answered in place of ${host(details)}, as hotels and trains do until one has logged in. ${kept}`,
    actions: ['retry', 'open-settings'],
  },
  REDIRECTED: {
    title: 'The server points elsewhere.',
    text: (details, kept) =>
      `${server(details)} wanted the request sent on to another address. It was not: it holds your words and your key. ${kept}`,
    actions: ['open-settings', 'retry'],
  },
  REFUSED: {
    title: ({ host: name }) => `Nothing answers at ${name ?? 'this address'}.`,
    text: (details, kept) =>
      /^(localhost|127(\.\d+){3}|0\.0\.0\.0|\[::1?\])(:|$)/.test(details.host ?? '')
        ? `Is the server on this computer running? Start it, then try again. ${kept}`
        : `The computer is there, but takes no connection. Check the address, a VPN or a firewall. ${kept}`,
    actions: ['retry', 'open-settings'],
  },
  STALLED: {
    title: (details) => `${server(details)} fell silent.`,
    text: (_, kept) => `Nothing came for five minutes, so the wait was ended. ${kept}`,
    actions: ['retry', 'status-page'],
  },
  TIMED_OUT: {
    title: (details) => `No answer from ${host(details)}.`,
    text: (_, kept) => `It was silent for too long, so the wait was ended. ${kept}`,
    actions: ['retry', 'status-page'],
  },
  TLS_FAILED: {
    title: 'The connection is not secure.',
    text: (details, kept) =>
      `${server(details)} could not prove who it is: its certificate is unknown, expired or made out to another name. Nothing was sent. ${kept}`,
    actions: ['retry', 'open-settings'],
  },
  CONTENT_FILTER: {
    title: 'The answer was withheld.',
    text: (_, kept) =>
      `The model or its filter declined to go on. Putting the question in other words may help. ${kept}`,
    actions: ['edit', 'retry', 'switch-model'],
  },
  ENDED_EARLY: {
    title: 'The answer was ended early.',
    text: (details, kept) => `${server(details)} ended it. ${kept}`,
    actions: ['retry'],
  },
  OUTPUT_LIMIT: {
    title: 'The answer reached its length limit.',
    text: (_, kept) => `The model may write no more in one go. ${kept}`,
    actions: ['retry'],
  },
  TOO_MUCH: {
    title: 'The answer did not end.',
    text: (_, kept) => `It grew beyond all measure, so it was broken off. ${kept}`,
    actions: ['retry', 'switch-model'],
  },
  BUSY: {
    title: 'An answer is still being written.',
    text: (_, kept) => `Wait for its end or stop it, then try again. ${kept}`,
    actions: ['retry'],
  },
  DISK_FAILED: {
    title: 'This could not be saved.',
    text: () => 'The disk may be full or read-only. Nothing was sent; your text is still here.',
    actions: ['retry'],
  },
  FILE_NOT_SAVED: {
    title: 'The file could not be saved.',
    text: () => 'The disk may be full, or nothing may be written to that folder. Choose another place.',
    actions: ['retry'],
  },
  INTERNAL: {
    title: 'Something went wrong.',
    text: (_, kept) => `Parley made a mistake; its log has the whole story. ${kept}`,
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
  ...libraryErrors,
  ...importErrors,
  ...moneyErrors,
  ...networkErrors,
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
