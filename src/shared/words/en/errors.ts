import { cards } from './error-cards';
import { plural } from './plural';

/** What went wrong, and what can be done about it. */
export const errors = {
  cards,
  actions: {
    'add-credit': 'Add credit',
    'add-key': 'Add key',
    'bigger-model': 'Bigger model',
    'change-key': 'Change key',
    'check-account': 'Check this account…',
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
  },
  /** A server that is not OpenAI's, at the start of a sentence. */
  server: (host: string) => `The server ${host}`,
  kept: (count: number) =>
    count === 0
      ? 'Your message is safe.'
      : plural(count, 'The one word that had arrived is kept.', 'The # words that had arrived are kept.'),
  offline: 'You are offline. This goes out when the network is back.',
  busy: (server: string) => `${server} is busy.`,

  importing: {
    titles: {
      unknown: 'There are no chats in this file that Parley can read.',
      malformed: 'This file is damaged.',
      'too-large': 'A chat in this file is too large.',
      unsafe: 'This file is not as any program would write it.',
      newer: 'A newer Parley wrote this file.',
      archive: 'This archive cannot be opened.',
      unreadable: 'This file cannot be read.',
    },
    chooseTheFile: 'Choose the file as the other program gave it to you, not what was inside.',
    updateFirst: 'Update Parley, then import it.',
    systemSays: (code: string) => `The system says ${code}.`,
    nothingImported: 'Nothing was imported.',
  },
};
