/** A library that cannot be opened, its backups and its encryption. */
export const trouble = {
  recoveryKey: {
    title: 'Your recovery key',
    copy: 'Copy the recovery key',
    about:
      'If the keychain ever loses the key, this opens your chats, and nothing else does. Write it down or keep it in a password manager. It is not shown again.',
    kept: 'I have kept it in a safe place',
    encrypt: 'Encrypt my chats',
    encrypting: 'Encrypting…',
  },
  recoveryKeyField: {
    key: 'Recovery key',
    open: 'Open my library',
    opening: 'Opening…',
  },
  snapshotList: {
    rescued: (when: string) => `${when} · rescued`,
    holds: (chats: string, messages: string, size: string) => `${chats}, ${messages}, ${size}`,
    restore: 'Restore…',
    restoreOf: (when: string) => `Restore the backup of ${when}…`,
    restoreIt: 'Restore it',
  },
  cannotStart: { title: 'Parley cannot start' },
  libraryTrouble: {
    backups: 'Backups',
    details: 'Details',
    folder: 'Folder',
    looking: 'Looking for backups…',
    none: 'There is none in this folder.',
    rescuing: 'Reading what can be read…',
    restoring:
      'It takes the place of the library that cannot be opened, which stays beside it under another name.',
    said: {
      nothingRead: 'Nothing of it could be read.',
      rescued: 'What could be read is the first of the backups now.',
      still: 'It is still so.',
    },
    systemWords: 'The system’s words',
    working:
      'Every row is copied and checked before anything changes, so nothing is lost even if the power fails. Parley opens by itself when it is done.',
  },
  /** Why a library is closed: what it is, why that may be, and what is safe. */
  cards: {
    CORRUPT: {
      title: 'Your library is damaged',
      text: 'Its file cannot be read as it should be. A disk fault or another program may have changed it.',
      kept: 'Parley has changed nothing in it, and keeps it whatever you choose.',
    },
    DISK_FULL: {
      title: 'The disk is full',
      text: 'Parley needs a little room to open your library. Free some space, then try again.',
      kept: 'Your chats are all there.',
    },
    GONE: {
      title: 'Your library is missing',
      text: 'There was a library in this folder, and its file is gone or empty. It may have been moved, or lie in the trash.',
      kept: 'Parley does not begin a new one by itself. Put the file back and try again, or restore a backup.',
    },
    LOCKED: {
      title: 'Another program is using your library',
      text: 'A backup, a sync tool or another copy of Parley holds its file. Close it, then try again.',
      kept: 'Your chats are all there.',
    },
    MIGRATION_FAILED: {
      title: 'Your library could not be brought up to date',
      text: 'This version of Parley stores chats in a new way, and the change did not succeed. The version before still opens your library.',
      kept: 'Your library is as it was, and a backup of it was made before.',
    },
    MISSING_FOLDER: {
      title: 'The folder of your library is not there',
      text: 'It may be on a disk that is not connected. Connect it, then try again.',
      kept: 'Parley does not begin a new one by itself.',
    },
    NEWER: {
      title: 'A newer Parley wrote your library',
      text: 'This version does not know how to read it. Please update Parley.',
      kept: 'Your chats are all there.',
    },
    NO_KEY: {
      title: 'The key of your library is missing',
      text: 'Your chats are encrypted, and the system keychain does not give their key: it is locked, or was reset. Unlock it and try again, or enter your recovery key.',
      kept: 'Your chats are all there.',
    },
    READ_ONLY: {
      title: 'Nothing may be written to your library',
      text: 'Its folder or its disk is read-only. Allow writing, then try again.',
      kept: 'Your chats are all there.',
    },
    UNREADABLE: {
      title: 'Your library cannot be opened',
      text: 'The system refuses to open its file.',
      kept: 'Parley has changed nothing in it.',
    },
    WRONG_KEY: {
      title: 'The keychain has another key',
      text: 'Your chats are encrypted, and the key in the system keychain is not theirs. Enter your recovery key.',
      kept: 'Your chats are all there.',
    },
  },
  actions: {
    begin: 'Begin a new library',
    choose: 'Choose another folder…',
    quit: 'Quit',
    'read-only': 'Open to read only',
    rescue: 'Rescue what can be read',
    retry: 'Try again',
  },
  /** Work on a library, while it is done and once it has been. */
  work: {
    decrypt: { title: 'Decrypting your library…', done: 'Your library is no longer encrypted.' },
    encrypt: { title: 'Encrypting your library…', done: 'Your library is encrypted now.' },
    migrate: { title: 'Bringing your library up to date…', done: 'Your library is up to date.' },
    move: {
      title: 'Moving your library…',
      done: 'Your library is in its new folder. The old file is still in the old one, under another name; delete it when you like.',
    },
    restore: { title: 'Restoring your library…', done: 'The backup was restored.' },
  },
  /** Why a copy of the library is shown, which can only be read. */
  readOnly: {
    CORRUPT: 'Your library is damaged. This is a copy to read; nothing can be asked.',
    DISK_FULL: 'The disk is full. This is a copy to read; nothing can be asked.',
    READ_ONLY: 'Nothing may be written to your library. This is a copy to read; nothing can be asked.',
    other: 'Your library cannot be opened. This is a copy to read; nothing can be asked.',
  },
};
