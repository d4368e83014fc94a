import type { Words } from '../language';

export const settings: Words['settings'] = {
  title: 'Einstellungen',
  close: 'Einstellungen schließen',
  sectionList: 'Bereiche der Einstellungen',
  sections: {
    general: 'Allgemein',
    account: 'Konten & Schlüssel',
    models: 'Modelle',
    budgets: 'Budgets',
    chats: 'Chats',
    library: 'Bibliothek',
    appearance: 'Darstellung',
    shortcuts: 'Tastenkürzel',
    desktop: 'Desktop',
    network: 'Netzwerk',
    accessibility: 'Bedienungshilfen',
    about: 'Info & Updates',
  },
  general: {
    language: {
      label: 'Sprache',
      note: 'Von allem, was Parley sagt, und zwar sofort. Modelle antworten in der Sprache, in der du schreibst.',
      find: 'englisch deutsch language übersetzung',
      system: 'System',
    },
    askBeforeQuit: {
      label: 'Vor dem Beenden fragen, während eine Antwort entsteht',
      note: 'Auch ohne Nachfrage bleibt, was schon da ist, und die Antwort kann später weitergehen.',
      find: 'schließen verlassen bestätigen',
    },
  },
};
