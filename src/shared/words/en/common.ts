import { plural } from './plural';

/** Words that stand in more than one part of the window. */
export const common = {
  account: 'Account',
  cancel: 'Cancel',
  chat: 'Chat',
  close: 'Close',
  copied: 'Copied',
  copy: 'Copy',
  cost: 'Cost',
  delete: 'Delete',
  edit: 'Edit',
  hideKey: 'Hide the key',
  model: 'Model',
  remove: 'Remove',
  reading: 'Reading…',
  save: 'Save',
  send: 'Send',
  showKey: 'Show the key',
  tokens: 'Tokens',
  undo: 'Undo',
  chats: (count: number) => plural(count, '# chat', '# chats'),
  messages: (count: number) => plural(count, '# message', '# messages'),
  quoted: (said: string) => `“${said}”`,
  /** `(⌘K)` behind the name of a button. */
  withKeys: (label: string, keys: string) => `${label} (${keys})`,
  percent: (percent: number) => `${percent} %`,
  seconds: (seconds: number) => `${seconds} s`,
  done: 'Done',
  newChat: 'New chat',
  tryAgain: 'Try again',
  /** A choice that stands for no choice of one's own. */
  usual: (name: string) => `Default (${name})`,
  untitled: 'Untitled',
  /** How long something took. */
  duration: {
    seconds: (seconds: number) => `${seconds} s`,
    minutes: (minutes: number) => `${minutes} min`,
    both: (minutes: number, seconds: number) => `${minutes} min ${seconds} s`,
  },
  days: {
    today: 'Today',
    yesterday: 'Yesterday',
    previousWeek: 'Previous 7 days',
    /** Within a sentence. */
    inSentence: {
      today: 'today',
      yesterday: 'yesterday',
      on: (day: string) => `on ${day}`,
    },
  },
};
