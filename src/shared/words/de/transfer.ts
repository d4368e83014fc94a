import type { Words } from '../language';

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
};
