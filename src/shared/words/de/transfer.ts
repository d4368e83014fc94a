import type { Words } from '../language';
import { plural } from './plural';
const messages = (count: number) => plural(count, '# Nachricht', '# Nachrichten');
const chats = (count: number) => plural(count, '# Chat', '# Chats');

export const transfer: Words['transfer'] = {
  exportDialog: {
    close: 'Export schließen',
    contents: {
      branches: { label: 'Andere Zweige', note: 'Was anders gefragt oder anders beantwortet wurde.' },
      costs: { label: 'Kosten', note: 'Was jede Antwort verbraucht und gekostet hat, und die Summe.' },
      reasoning: { label: 'Gedanken', note: 'Was die Modelle dachten, bevor sie antworteten.' },
    },
    format: 'Format',
    notes: {
      markdown: { one: 'Text für jeden Editor.', many: 'Eine Zip-Datei mit einem Text für jeden Chat.' },
      html: {
        one: 'Eine Seite für jeden Browser, die kein Netz braucht.',
        many: 'Eine Zip-Datei mit einer Seite für jeden Chat und einer, die zu ihnen führt.',
      },
      pdf: {
        one: 'Für Papier, und für alle, die keinen Browser zur Hand haben.',
        many: 'Eine Zip-Datei mit einem PDF für jeden Chat.',
      },
      json: {
        one: 'Für Programme, und um es wieder zu importieren: Mit allen dreien geht nichts verloren.',
        many: 'Eine Datei für Programme, und um sie wieder zu importieren: Mit allen dreien geht nichts verloren.',
      },
    },
    progress: 'Fortschritt',
    progressOf: (done, chats) => `${done} von ${chats}`,
    save: 'Speichern …',
    savedAs: 'Gespeichert als',
    show: 'Im Ordner zeigen',
    titles: { all: 'Alle Chats exportieren', many: 'Chats exportieren', one: 'Chat exportieren' },
  },
  importDialog: {
    allOrNothing: 'Entweder kommt alles herein oder nichts.',
    another: 'Weitere Datei importieren …',
    choose: 'Datei wählen …',
    chooseAnother: 'Andere Datei wählen …',
    close: 'Import schließen',
    intro:
      'Chats, die du woanders geführt hast, kommen mit ihren Zweigen, Gedanken und Daten herein. Zuerst siehst du, was in der Datei steht; vorher ändert sich nichts, und nichts verlässt diesen Computer.',
    reading: 'Die Datei wird gelesen …',
    taking: 'Wird importiert …',
    title: 'Chats importieren',
  },
  look: {
    fresh: (fresh, count, from) =>
      `${chats(fresh)} mit ${plural(count, '# Nachricht', '# Nachrichten')} aus ${from}`,
    grown: (count, grown, from) => `${messages(count)} für ${chats(grown)} aus ${from}`,
    nothing: (from) => `In dieser Datei aus ${from} sind keine Worte`,
    present: (count, from) =>
      plural(count, `Der Chat aus ${from} ist schon hier`, `Alle # Chats aus ${from} sind schon hier`),
    willGrow: (count) =>
      plural(count, '# Chat hier bekommt neue Nachrichten.', '# Chats hier bekommen neue Nachrichten.'),
    somePresent: (count) => plural(count, '# ist schon hier.', '# sind schon hier.'),
    empty: (count) =>
      plural(count, '# Chat ohne Worte wird ausgelassen.', '# Chats ohne Worte werden ausgelassen.'),
    onDay: (day) => `Vom ${day}.`,
    span: (from, to) => `Vom ${from} bis zum ${to}.`,
    importChats: (count) => `${chats(count)} importieren`,
    importMessages: (count) => `${messages(count)} importieren`,
    cameIn: (fresh, count) =>
      `${chats(fresh)} mit ${messages(count)} ${plural(fresh, 'wurde', 'wurden')} importiert.`,
    cameInFor: (count, grown) =>
      `${messages(count)} für ${chats(grown)} ${plural(count, 'wurde', 'wurden')} importiert.`,
  },
  whereabouts: {
    chatgpt: 'Einstellungen, Datenkontrolle, Daten exportieren. Die Datei kommt per E-Mail.',
    claude: 'Einstellungen, Datenschutz, Daten exportieren. Die Datei kommt per E-Mail.',
    'open-webui': 'Einstellungen, Datenverwaltung, Chats exportieren.',
    librechat: 'In einem Chat: Teilen, Exportieren, als JSON.',
    chatbox: 'Einstellungen, Allgemein, Datensicherung.',
    'cherry-studio': 'Einstellungen, Daten, Sicherung.',
    parley: 'Exportieren, als JSON.',
  },
  refusals: {
    conversation: (number) => `Chat ${number}`,
    byte: (at) => `Byte ${at}`,
    notAnObject: 'das ist kein Objekt',
    messageNotAnObject: (number) => `Nachricht ${number} ist kein Objekt`,
    noAuthor: (number) => `Nachricht ${number} hat keinen Absender`,
    noId: 'die Kennung fehlt',
    ofAnotherChat: (number) => `Nachricht ${number} gehört zu einem anderen Chat`,
    twice: (number) => `Nachricht ${number} kommt zweimal vor`,
    followsLater: (number) => `Nachricht ${number} folgt auf eine, die nicht vor ihr steht`,
    followsItself: 'eine Nachricht folgt auf sich selbst',
    noBranch: 'der gezeigte Zweig fehlt',
    noVersion: 'die Version fehlt',
    version: (version) => `Version ${version}`,
    invalidMessage: (number, field) => `in Nachricht ${number} fehlt ein gültiger Wert für ${field}`,
    invalid: (what, field) => `${what}: Es fehlt ein gültiger Wert für ${field}`,
    content: 'den Inhalt',
    it: 'der Chat',
    tooManyMessages: (most) => `mehr als ${most} Nachrichten`,
    tooLarge: 'das ist zu groß',
    tooDeep: 'das ist zu tief verschachtelt',
    proto: 'ein Wert heißt __proto__',
    endsTooSoon: 'die Datei endet zu früh',
    noName: 'der Name eines Wertes fehlt',
    noColon: 'ein Doppelpunkt fehlt',
    noComma: 'ein Komma oder eine Klammer fehlt',
    afterEnd: 'nach dem Ende steht noch etwas',
    notJson: 'das ist kein JSON',
    manyFiles: 'das Archiv hat mehr als 10.000 Dateien',
    bomb: 'das Archiv enthält weit mehr, als seine Größe erlaubt',
    password: 'das Archiv hat ein Passwort',
  },
  page: {
    you: 'Du',
    failed: (why) => `Fehlgeschlagen: ${why}`,
    failedSomehow: 'Der Grund ist nicht bekannt.',
    stopped: 'Gestoppt.',
    interrupted: 'Unterbrochen.',
    noText: 'Das Modell hat keinen Text geschickt.',
    thought: 'Nachgedacht',
    thoughtFor: (time) => `${time} nachgedacht`,
    otherBranches: 'Andere Zweige',
    anotherQuestion: {
      alone: 'Eine andere Frage',
      first: 'Eine andere Frage, am Anfang',
      after: (before) => `Eine andere Frage nach „${before}“`,
    },
    anotherAnswer: {
      alone: 'Eine andere Antwort',
      first: 'Eine andere Antwort, am Anfang',
      after: (before) => `Eine andere Antwort auf „${before}“`,
    },
    hiddenPicture: 'Ein Bild, das hier nicht gezeigt wird.',
    picture: 'Vom Modell gezeichnetes Bild',
    declined: 'Das Modell hat abgelehnt.',
    sources: 'Quellen',
    sourcesOf: 'Quellen:',
  },
  fileName: (day) => `Parley Chats ${day}`,
};
