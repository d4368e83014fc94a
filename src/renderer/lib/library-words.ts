import type { LibraryTrouble, LibraryWork } from '../../shared/library-care';

/** What can be done for a library that is closed. */
export type LibraryAction =
  'begin' | 'choose' | 'quit' | 'read-only' | 'rescue' | 'restore' | 'retry' | 'unlock';

export interface TroubleCopy {
  readonly title: string;
  readonly text: string;
  /** What is safe. */
  readonly kept: string;
  /** The likeliest way on first. */
  readonly actions: readonly LibraryAction[];
}

export const actionWords: Record<Exclude<LibraryAction, 'restore' | 'unlock'>, string> = {
  begin: 'Begin a new library',
  choose: 'Choose another folder…',
  quit: 'Quit',
  'read-only': 'Open to read only',
  rescue: 'Rescue what can be read',
  retry: 'Try again',
};

/** How each trouble reads. */
export const troubleCopy: Record<LibraryTrouble, TroubleCopy> = {
  CORRUPT: {
    title: 'Your library is damaged',
    text: 'Its file cannot be read as it should be. A disk fault or another program may have changed it.',
    kept: 'Parley has changed nothing in it, and keeps it whatever you choose.',
    actions: ['restore', 'rescue', 'read-only', 'retry', 'begin', 'quit'],
  },
  DISK_FULL: {
    title: 'The disk is full',
    text: 'Parley needs a little room to open your library. Free some space, then try again.',
    kept: 'Your chats are all there.',
    actions: ['retry', 'read-only', 'choose', 'quit'],
  },
  GONE: {
    title: 'Your library is missing',
    text: 'There was a library in this folder, and its file is gone or empty. It may have been moved, or lie in the trash.',
    kept: 'Parley does not begin a new one by itself. Put the file back and try again, or restore a backup.',
    actions: ['restore', 'retry', 'choose', 'begin', 'quit'],
  },
  LOCKED: {
    title: 'Another program is using your library',
    text: 'A backup, a sync tool or another copy of Parley holds its file. Close it, then try again.',
    kept: 'Your chats are all there.',
    actions: ['retry', 'quit'],
  },
  MIGRATION_FAILED: {
    title: 'Your library could not be brought up to date',
    text: 'This version of Parley stores chats in a new way, and the change did not succeed. The version before still opens your library.',
    kept: 'Your library is as it was, and a backup of it was made before.',
    actions: ['retry', 'restore', 'rescue', 'quit'],
  },
  MISSING_FOLDER: {
    title: 'The folder of your library is not there',
    text: 'It may be on a disk that is not connected. Connect it, then try again.',
    kept: 'Parley does not begin a new one by itself.',
    actions: ['retry', 'choose', 'quit'],
  },
  NEWER: {
    title: 'A newer Parley wrote your library',
    text: 'This version does not know how to read it. Please update Parley.',
    kept: 'Your chats are all there.',
    actions: ['restore', 'choose', 'quit'],
  },
  NO_KEY: {
    title: 'The key of your library is missing',
    text: 'Your chats are encrypted, and the system keychain does not give their key: it is locked, or was reset. Unlock it and try again, or enter your recovery key.',
    kept: 'Your chats are all there.',
    actions: ['unlock', 'retry', 'restore', 'choose', 'quit'],
  },
  READ_ONLY: {
    title: 'Nothing may be written to your library',
    text: 'Its folder or its disk is read-only. Allow writing, then try again.',
    kept: 'Your chats are all there.',
    actions: ['retry', 'read-only', 'choose', 'quit'],
  },
  UNREADABLE: {
    title: 'Your library cannot be opened',
    text: 'The system refuses to open its file.',
    kept: 'Parley has changed nothing in it.',
    actions: ['retry', 'restore', 'choose', 'quit'],
  },
  WRONG_KEY: {
    title: 'The keychain has another key',
    text: 'Your chats are encrypted, and the key in the system keychain is not theirs. Enter your recovery key.',
    kept: 'Your chats are all there.',
    actions: ['unlock', 'retry', 'restore', 'choose', 'quit'],
  },
};

interface WorkCopy {
  readonly title: string;
  /** Once it is done. */
  readonly done: string;
}

/** How work on a library reads while it is done and when it has been. */
export const workCopy: Record<LibraryWork, WorkCopy> = {
  decrypt: { title: 'Decrypting your library…', done: 'Your library is no longer encrypted.' },
  encrypt: { title: 'Encrypting your library…', done: 'Your library is encrypted now.' },
  migrate: { title: 'Bringing your library up to date…', done: 'Your library is up to date.' },
  move: {
    title: 'Moving your library…',
    done: 'Your library is in its new folder. The old file is still in the old one, under another name; delete it when you like.',
  },
  restore: { title: 'Restoring your library…', done: 'The backup was restored.' },
};

/** Why nothing can be asked while a copy is read. */
export function readOnlyWords(trouble: LibraryTrouble): string {
  const why: Partial<Record<LibraryTrouble, string>> = {
    CORRUPT: 'Your library is damaged.',
    DISK_FULL: 'The disk is full.',
    READ_ONLY: 'Nothing may be written to your library.',
  };
  return `${why[trouble] ?? 'Your library cannot be opened.'} This is a copy to read; nothing can be asked.`;
}

export function sizeWords(bytes: number): string {
  const units = ['bytes', 'KB', 'MB', 'GB'];
  let size = bytes;
  let unit = 0;
  while (size >= 1000 && unit < units.length - 1) {
    size /= 1000;
    unit += 1;
  }
  return `${size >= 10 || unit === 0 ? Math.round(size) : size.toFixed(1)} ${units[unit] ?? ''}`;
}

export function countOf(count: number, one: string): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : `${one}s`}`;
}
