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
  cards: {
    CORRUPT: {
      title: 'Deine Bibliothek ist beschädigt',
      text: 'Ihre Datei lässt sich nicht lesen, wie sie sollte. Ein Fehler der Festplatte oder ein anderes Programm hat sie vielleicht verändert.',
      kept: 'Parley hat nichts daran geändert und behält sie, was du auch wählst.',
    },
    DISK_FULL: {
      title: 'Die Festplatte ist voll',
      text: 'Parley braucht ein wenig Platz, um deine Bibliothek zu öffnen. Schaffe Platz und versuche es noch einmal.',
      kept: 'Deine Chats sind alle noch da.',
    },
    GONE: {
      title: 'Deine Bibliothek fehlt',
      text: 'In diesem Ordner war eine Bibliothek, und ihre Datei ist weg oder leer. Vielleicht wurde sie verschoben oder liegt im Papierkorb.',
      kept: 'Parley legt nicht von selbst eine neue an. Lege die Datei zurück und versuche es noch einmal, oder stelle eine Sicherung wieder her.',
    },
    LOCKED: {
      title: 'Ein anderes Programm verwendet deine Bibliothek',
      text: 'Eine Datensicherung, ein Sync-Programm oder ein zweites Parley hält ihre Datei fest. Beende es und versuche es noch einmal.',
      kept: 'Deine Chats sind alle noch da.',
    },
    MIGRATION_FAILED: {
      title: 'Deine Bibliothek konnte nicht aktualisiert werden',
      text: 'Diese Version von Parley speichert Chats auf neue Art, und die Umstellung ist nicht gelungen. Die vorige Version öffnet deine Bibliothek weiterhin.',
      kept: 'Deine Bibliothek ist, wie sie war, und vorher wurde eine Sicherung angelegt.',
    },
    MISSING_FOLDER: {
      title: 'Der Ordner deiner Bibliothek ist nicht da',
      text: 'Vielleicht liegt er auf einem Laufwerk, das nicht verbunden ist. Verbinde es und versuche es noch einmal.',
      kept: 'Parley legt nicht von selbst eine neue an.',
    },
    NEWER: {
      title: 'Ein neueres Parley hat deine Bibliothek geschrieben',
      text: 'Diese Version kann sie nicht lesen. Bitte aktualisiere Parley.',
      kept: 'Deine Chats sind alle noch da.',
    },
    NO_KEY: {
      title: 'Der Schlüssel deiner Bibliothek fehlt',
      text: 'Deine Chats sind verschlüsselt, und der Schlüsselbund des Systems gibt ihren Schlüssel nicht her: Er ist gesperrt oder wurde zurückgesetzt. Entsperre ihn und versuche es noch einmal, oder gib deinen Wiederherstellungsschlüssel ein.',
      kept: 'Deine Chats sind alle noch da.',
    },
    READ_ONLY: {
      title: 'In deine Bibliothek darf nicht geschrieben werden',
      text: 'Ihr Ordner oder ihr Laufwerk ist schreibgeschützt. Erlaube das Schreiben und versuche es noch einmal.',
      kept: 'Deine Chats sind alle noch da.',
    },
    UNREADABLE: {
      title: 'Deine Bibliothek kann nicht geöffnet werden',
      text: 'Das System weigert sich, ihre Datei zu öffnen.',
      kept: 'Parley hat nichts daran geändert.',
    },
    WRONG_KEY: {
      title: 'Im Schlüsselbund ist ein anderer Schlüssel',
      text: 'Deine Chats sind verschlüsselt, und der Schlüssel im Schlüsselbund des Systems ist nicht ihrer. Gib deinen Wiederherstellungsschlüssel ein.',
      kept: 'Deine Chats sind alle noch da.',
    },
  },
  actions: {
    begin: 'Neue Bibliothek anlegen',
    choose: 'Anderen Ordner wählen …',
    quit: 'Beenden',
    'read-only': 'Nur zum Lesen öffnen',
    rescue: 'Retten, was lesbar ist',
    retry: 'Noch einmal versuchen',
  },
  work: {
    decrypt: {
      title: 'Deine Bibliothek wird entschlüsselt …',
      done: 'Deine Bibliothek ist nicht mehr verschlüsselt.',
    },
    encrypt: {
      title: 'Deine Bibliothek wird verschlüsselt …',
      done: 'Deine Bibliothek ist jetzt verschlüsselt.',
    },
    migrate: {
      title: 'Deine Bibliothek wird aktualisiert …',
      done: 'Deine Bibliothek ist auf dem neuesten Stand.',
    },
    move: {
      title: 'Deine Bibliothek wird verschoben …',
      done: 'Deine Bibliothek ist in ihrem neuen Ordner. Die alte Datei liegt unter anderem Namen noch im alten; lösche sie, wann du magst.',
    },
    restore: {
      title: 'Deine Bibliothek wird wiederhergestellt …',
      done: 'Die Sicherung wurde wiederhergestellt.',
    },
  },
  readOnly: {
    CORRUPT: 'Deine Bibliothek ist beschädigt. Das ist eine Kopie zum Lesen; fragen kannst du hier nichts.',
    DISK_FULL: 'Die Festplatte ist voll. Das ist eine Kopie zum Lesen; fragen kannst du hier nichts.',
    READ_ONLY:
      'In deine Bibliothek darf nicht geschrieben werden. Das ist eine Kopie zum Lesen; fragen kannst du hier nichts.',
    other:
      'Deine Bibliothek kann nicht geöffnet werden. Das ist eine Kopie zum Lesen; fragen kannst du hier nichts.',
  },
};
