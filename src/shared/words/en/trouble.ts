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
};
