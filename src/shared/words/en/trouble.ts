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
};
