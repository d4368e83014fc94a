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
  cannotStart: { title: 'Parley kann nicht starten' },
  libraryTrouble: {
    backups: 'Sicherungen',
    details: 'Details',
    folder: 'Ordner',
    looking: 'Sicherungen werden gesucht …',
    none: 'In diesem Ordner gibt es keine.',
    rescuing: 'Es wird gelesen, was lesbar ist …',
    restoring:
      'Sie tritt an die Stelle der Bibliothek, die sich nicht öffnen lässt; diese bleibt unter anderem Namen daneben liegen.',
    said: {
      nothingRead: 'Davon war nichts zu lesen.',
      rescued: 'Was lesbar war, ist jetzt die oberste der Sicherungen.',
      still: 'Es ist noch immer so.',
    },
    systemWords: 'Was das System sagt',
    working:
      'Jede Zeile wird kopiert und geprüft, bevor sich etwas ändert. So geht nichts verloren, selbst wenn der Strom ausfällt. Parley öffnet sich von selbst, wenn alles fertig ist.',
  },
};
