import type { ErrorAbout } from '../error-about';
import { networkCards } from './network-cards';
import { plural } from './plural';

const lookAgain = 'Quit Parley and start it again. Nothing is lost.';

/** How each failure reads, by its code: what it is, and what can be done. */
export const cards = {
  BAD_API_KEY: {
    title: 'This key was not accepted.',
    text: ({ server }: ErrorAbout) => `${server} refused the key. It may be mistyped, or of another server.`,
  },
  KEY_REVOKED: {
    title: 'This key is no longer valid.',
    text: ({ server }: ErrorAbout) =>
      `${server} knows the key, and has withdrawn it or the account behind it.`,
  },
  BAD_ADDRESS: {
    title: 'This address cannot be used.',
    text: 'A server address looks like https://example.com/v1 or http://localhost:11434/v1.',
  },
  KEYCHAIN_UNAVAILABLE: {
    title: 'The system keychain does not answer.',
    text: 'Parley keeps keys in the system keychain and nowhere else, never in a file. Unlock or install one, or keep the key for this run only.',
  },
  NO_ACCOUNT: {
    title: 'No server is connected.',
    text: 'Add your OpenAI key, or the address of another server.',
  },
  NO_API_KEY: {
    title: 'There is no key.',
    text: 'Add your key, then try again.',
  },
  NO_CREDIT: {
    title: ({ openAi }: ErrorAbout) => `Your ${openAi ? 'OpenAI API' : 'server'} account has no credit left.`,
    text: ({ openAi, server }: ErrorAbout) =>
      openAi
        ? 'An API account is separate from a ChatGPT plan. Add credit, then try again.'
        : `${server} says that the account is used up.`,
  },
  NOT_ALLOWED: {
    title: 'This account may not do that.',
    text: forbidden,
  },
  BAD_REQUEST: {
    title: 'The server did not accept the request.',
    text: ({ server, parameter }: ErrorAbout) =>
      `${server} refused ${parameter ? `“${parameter}”` : 'it as it was sent'}. Another model may take it; Details has its words.`,
  },
  MODEL_NOT_FOUND: {
    title: ({ named }: ErrorAbout) => `${named ?? 'This model'} is not available.`,
    text: ({ server }: ErrorAbout) =>
      `${server} does not offer it to this account. Choose another model and try again.`,
  },
  NOT_A_SERVER: {
    title: 'That is not an API server.',
    text: ({ host }: ErrorAbout) =>
      `${host ?? 'The address'} answers, but not in the way an OpenAI-compatible server does. Most addresses end in /v1.`,
  },
  OVERLOADED: {
    title: ({ server }: ErrorAbout) => `${server} is busy.`,
    text: ({ asked }: ErrorAbout) => `Too many people ask ${asked} at once.`,
  },
  QUESTION_REFUSED: {
    title: 'This question was not accepted.',
    text: ({ server, serverCode }: ErrorAbout) =>
      `${server} does not let the model answer it as it stands${serverCode ? ` (${serverCode})` : ''}. Put in other words it may pass.`,
  },
  RATE_LIMITED: {
    title: ({ server }: ErrorAbout) => `${server} asks for a pause.`,
    text: ({ server, retryAfterMs }: ErrorAbout) =>
      retryAfterMs
        ? `Too many requests at once. ${server} asks to wait ${wait(retryAfterMs)}.`
        : 'Too many requests at once. Wait a moment, then try again.',
  },
  SERVER_FAILED: {
    title: ({ server }: ErrorAbout) => `${server} has a problem.`,
    text: ({ asked }: ErrorAbout) => `The fault is at ${asked}, not here.`,
  },
  TOO_LARGE: {
    title: 'This message is too large to send.',
    text: ({ server }: ErrorAbout) => `${server} takes no request of this size. Shorten the question.`,
  },
  TOO_LONG: {
    title: 'This chat is too long for the model.',
    text: 'A shorter question may fit, or a model that reads more; a long chat can go on in a compact form, or in a new chat with a summary. Nothing is deleted.',
  },
  CONNECTION_LOST: {
    title: 'The connection was lost.',
    text: 'The network or the server broke it off.',
  },
  CUT_OFF: {
    title: 'The answer broke off.',
    text: ({ server }: ErrorAbout) => `${server} ended it before it was complete.`,
  },
  HOST_NOT_FOUND: {
    title: ({ host }: ErrorAbout) => `${host ?? 'The server'} was not found.`,
    text: 'The network does not know this name. Check the connection, a VPN or the address.',
  },
  OFFLINE: {
    title: ({ server }: ErrorAbout) => `${server} cannot be reached.`,
    text: 'Check the network, a VPN or a proxy.',
  },
  PORTAL: {
    title: 'Log in to the network.',
    text: ({ asked }: ErrorAbout) =>
      `A web page answered in place of ${asked}, as hotels and trains do until one has logged in.`,
  },
  ...networkCards,
  REDIRECTED: {
    title: 'The server points elsewhere.',
    text: ({ server }: ErrorAbout) =>
      `${server} wanted the request sent on to another address. It was not: it holds your words and your key.`,
  },
  REFUSED: {
    title: ({ host }: ErrorAbout) => `Nothing answers at ${host ?? 'this address'}.`,
    text: ({ local }: ErrorAbout): string =>
      local
        ? 'Is the server on this computer running? Start it, then try again.'
        : 'The computer is there, but takes no connection. Check the address, a VPN or a firewall.',
  },
  STALLED: {
    title: ({ server }: ErrorAbout) => `${server} fell silent.`,
    text: 'Nothing came for five minutes, so the wait was ended.',
  },
  TIMED_OUT: {
    title: ({ asked }: ErrorAbout) => `No answer from ${asked}.`,
    text: 'It was silent for too long, so the wait was ended.',
  },
  TLS_FAILED: {
    title: 'The connection is not secure.',
    text: ({ server }: ErrorAbout) =>
      `${server} could not prove who it is: its certificate is unknown, expired or made out to another name. Nothing was sent.`,
  },
  CONTENT_FILTER: {
    title: 'The answer was withheld.',
    text: 'The model or its filter declined to go on. Putting the question in other words may help.',
  },
  ENDED_EARLY: {
    title: 'The answer was ended early.',
    text: ({ server }: ErrorAbout) => `${server} ended it.`,
  },
  OUTPUT_LIMIT: {
    title: 'The answer reached its length limit.',
    text: 'The model may write no more in one go.',
  },
  TOO_MUCH: {
    title: 'The answer did not end.',
    text: 'It grew beyond all measure, so it was broken off.',
  },
  BUSY: {
    title: 'An answer is still being written.',
    text: 'Wait for its end or stop it, then try again.',
  },
  DISK_FAILED: {
    title: 'This could not be saved.',
    text: 'The disk may be full or read-only. Nothing was sent; your text is still here.',
  },
  FILE_NOT_SAVED: {
    title: 'The file could not be saved.',
    text: 'The disk may be full, or nothing may be written to that folder. Choose another place.',
  },
  INTERNAL: {
    title: 'Something went wrong.',
    text: 'Parley made a mistake; its log has the whole story.',
  },
  INVALID_INPUT: {
    title: 'That could not be sent.',
    text: 'Parley did not understand its own window. Your text is still here.',
  },
  NOT_FOUND: {
    title: 'This is no longer there.',
    text: 'The chat or message was deleted, perhaps in another window.',
  },
  UNKNOWN_CALL: { title: 'This window is out of date.', text: lookAgain },
  UNTRUSTED_SENDER: { title: 'The window was refused.', text: lookAgain },

  COPY_FAILED: {
    title: 'The copy could not be made.',
    text: 'It was not as it should be, so it is not used. Your library is as it was.',
  },
  FOLDER_REFUSED: {
    title: 'This folder cannot be used.',
    text: 'Nothing may be written to it, or it has a library already. Choose an empty one.',
  },
  LIBRARY_CLOSED: {
    title: ({ closedBy }: ErrorAbout) => closedBy ?? 'Your library is not open.',
    text: 'Nothing can be kept until it is open again.',
  },
  LIBRARY_READ_ONLY: {
    title: 'Your library can only be read now.',
    text: 'Nothing can be changed in it, so nothing was sent.',
  },
  RECOVERY_KEY_REFUSED: {
    title: 'This is not the recovery key.',
    text: 'It has fourteen groups of four letters and digits. One of them may be mistyped, or it is the key of another library.',
  },

  BUDGET_BLIND: {
    title: 'Nobody knows what this would cost.',
    text: 'You have set a budget, and there is no price for this model, so nothing was sent. Set its price, or let this one through.',
  },
  BUDGET_REACHED: {
    title: ({ refusedBy }: ErrorAbout) => refusedBy,
    text: ({ budgetLeft }: ErrorAbout) => `${budgetLeft} Nothing was sent.`,
  },
  PRICES_NOT_FETCHED: {
    title: ({ host }: ErrorAbout) => `No price list came from ${host ?? 'that address'}.`,
    text: ({ status }: ErrorAbout) =>
      status
        ? `It answers with an error (${status}). Check the address. The prices stay as they are.`
        : 'It cannot be reached, or it wanted to send Parley on to another place. The prices stay as they are.',
  },
  PRICES_OLDER: {
    title: 'This list is older than yours.',
    text: 'The prices stay as they are. To take it all the same, import it from a file.',
  },
  PRICES_REFUSED: {
    title: 'This is not a price list that Parley can use.',
    text: ({ parameter }: ErrorAbout) =>
      parameter
        ? `What it says under “${parameter}” is missing, unknown or out of range. The prices stay as they are.`
        : 'It is not in the form of an exported list, or larger than a megabyte. The prices stay as they are.',
  },
};

/** Which permission is missing, as far as the server says. */
function forbidden({ server, serverCode = '', serverMessage = '' }: ErrorAbout): string {
  const scopes = /missing scopes?:\s*([\w.:, -]*\w)/i.exec(serverMessage)?.[1];
  if (scopes) return `The key lacks a permission: ${scopes}. Whoever made it can grant that.`;
  if (serverCode.startsWith('unsupported_country'))
    return `${server} does not answer from this country or region.`;
  if (/must be verified/i.test(serverMessage))
    return `${server} asks for a verified organization before this account may use this model.`;
  return `${server} refuses it for this account, project or region.`;
}

/** “20 seconds”, “2 minutes”. */
function wait(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  if (seconds < 100) return plural(seconds, 'one second', '# seconds');
  return `${Math.ceil(seconds / 60)} minutes`;
}
