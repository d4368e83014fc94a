import type { Words } from '../language';
import { plural } from './plural';

export const library: Words['library'] = {
  conversationRow: {
    name: 'Name des Chats',
    options: (title) => `Optionen für „${title}“`,
  },
  folderRow: {
    name: 'Name des Ordners',
    options: (name) => `Optionen für den Ordner „${name}“`,
  },
  selectionBar: {
    chosen: (chats) => `Ausgewählt: ${chats}`,
    pin: 'Anheften',
    archive: 'Archivieren',
    options: (chats) => `Optionen für ${chats}`,
    none: 'Auswahl aufheben',
  },
  archiveView: {
    list: 'Archivierte Chats',
    none: 'Im Archiv liegt nichts.',
    note: 'Chats, die du weggelegt hast. Fragst du in einem weiter, steht er von selbst wieder in der Liste.',
    remove: (title) => `„${title}“ löschen`,
    takeOut: (title) => `„${title}“ aus dem Archiv nehmen`,
    title: 'Archiv',
  },
  chatList: {
    chosen: (chats) => `${chats} ausgewählt`,
    none: 'Hier stehen bald deine Chats.',
    stalled: 'Ältere Chats konnten nicht geladen werden.',
  },
  folderDialog: {
    account: 'Konto',
    accountNote: 'Wohin die Fragen eines neuen Chats gehen.',
    close: 'Vorgaben für Chats schließen',
    example: 'Zum Beispiel: Wir schreiben für Pflegekräfte. Nutze metrische Einheiten.',
    instructions: 'Anweisungen für diesen Ordner',
    instructionsNote: 'Für jeden Chat hier, der keine eigenen hat. Das Modell liest sie vor jeder Frage.',
    model: 'Modell',
    modelNote: 'Wen ein neuer Chat hier fragt.',
    settingsHold:
      'Für jeden Chat hier, der keine eigenen hat. Bleibt das Feld leer, gelten die aus den Einstellungen, wie im Feld gezeigt.',
    title: (name) => `Chats in „${name}“`,
  },
  folders: {
    deleted: 'wurde gelöscht.',
    deletedWithChats: 'wurde mit seinen Chats gelöscht.',
    untitled: 'Neuer Ordner',
  },
  sidebar: {
    archive: 'Archiv',
    hide: 'Seitenleiste ausblenden',
    label: 'Chats',
    newFolder: 'Neuer Ordner',
    search: 'Suchen',
    settings: 'Einstellungen',
    show: 'Seitenleiste einblenden',
    thisMonth: (spent) => `${spent} diesen Monat`,
    trash: 'Papierkorb',
    usage: 'Nutzung',
  },
  trashView: {
    deleted: (when) => `Gelöscht ${when}`,
    empty: 'Papierkorb leeren …',
    emptyAsk: 'Papierkorb leeren?',
    emptyNo: 'Behalten',
    emptyNote:
      'Alles darin wird endgültig von diesem Computer gelöscht und lässt sich nicht zurückholen. Was es gekostet hat, bleibt unter „Nutzung“.',
    emptyYes: 'Alles löschen',
    erase: 'Endgültig löschen',
    eraseOne: (title) => `„${title}“ endgültig löschen`,
    kinds: {
      chat: 'Chat',
      folder: 'Ordner',
      folderWith: (chats) => `Ordner mit ${chats}`,
      message: (title) => `Nachricht aus „${title}“, mit allem, was ihr folgt`,
    },
    list: 'Im Papierkorb',
    none: 'Der Papierkorb ist leer.',
    restore: 'Wiederherstellen',
    restoreAll: 'Alle wiederherstellen',
    restoreOne: (title) => `„${title}“ wiederherstellen`,
    stays: 'Was du löschst, bleibt hier, bis du es endgültig löschst.',
    staysFor: (days) =>
      `Was du löschst, bleibt ${days} Tage hier. Stellst du es wieder her, ist es wieder am alten Platz.`,
    title: 'Papierkorb',
  },
  undoToasts: {
    messageDeleted: 'Nachricht gelöscht.',
    whereUndoIs: (done) => `${done} „Rückgängig“ steht vor dem Nachrichtenfeld.`,
  },
  window: {
    closeSidebar: 'Seitenleiste schließen',
    skipTo: {
      archive: 'Zum Archiv springen',
      chat: 'Zum Nachrichtenfeld springen',
      trash: 'Zum Papierkorb springen',
      usage: 'Zur Nutzung springen',
    },
  },
  groups: { pinned: 'Angeheftet', folders: 'Ordner' },
  erased: {
    eraseToday: 'Wird heute endgültig gelöscht',
    eraseTomorrow: 'Wird morgen endgültig gelöscht',
    eraseIn: (days) => `Wird in ${days} Tagen endgültig gelöscht`,
  },
  deeds: {
    one: {
      deleted: 'wurde gelöscht.',
      archived: 'wurde archiviert.',
      movedTo: (folder) => `wurde in den Ordner ${folder} verschoben.`,
      movedOut: 'wurde aus dem Ordner genommen.',
    },
    many: {
      deleted: (count) => plural(count, '# Chat wurde gelöscht.', '# Chats wurden gelöscht.'),
      archived: (count) => plural(count, '# Chat wurde archiviert.', '# Chats wurden archiviert.'),
      movedTo: (count, folder) =>
        plural(
          count,
          `# Chat wurde in den Ordner ${folder} verschoben.`,
          `# Chats wurden in den Ordner ${folder} verschoben.`,
        ),
      movedOut: (count) =>
        plural(count, '# Chat wurde aus dem Ordner genommen.', '# Chats wurden aus dem Ordner genommen.'),
    },
  },
};
