import type { Words } from '../language';

export const trouble: Words['trouble'] = {
  recoveryKey: {
    title: 'Dein Wiederherstellungsschlüssel',
    copy: 'Wiederherstellungsschlüssel kopieren',
    about:
      'Falls der Schlüsselbund den Schlüssel je verliert, öffnet nur dieser hier deine Chats, sonst nichts. Schreib ihn auf oder bewahre ihn in einem Passwortmanager auf. Er wird nicht noch einmal gezeigt.',
    kept: 'Ich habe ihn sicher aufbewahrt',
    encrypt: 'Meine Chats verschlüsseln',
    encrypting: 'Wird verschlüsselt …',
  },
  recoveryKeyField: {
    key: 'Wiederherstellungsschlüssel',
    open: 'Meine Bibliothek öffnen',
    opening: 'Wird geöffnet …',
  },
  snapshotList: {
    rescued: (when) => `${when} · gerettet`,
    holds: (chats, messages, size) => `${chats}, ${messages}, ${size}`,
    restore: 'Wiederherstellen …',
    restoreOf: (when) => `Sicherung vom ${when} wiederherstellen …`,
    restoreIt: 'Wiederherstellen',
  },
};
