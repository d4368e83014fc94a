import type { Words } from '../language';

export const updates: Words['updates'] = {
  title: 'Updates',
  look: {
    label: 'Nach neuen Versionen suchen',
    note: 'Einmal am Tag, dort, wo diese Version herkommt. Eine neue wird von selbst geladen und beim Beenden installiert. Die Adresse erfährt, welche Version fragt, und sonst nichts.',
  },
  offer: {
    question: 'Darf Parley einmal am Tag nach neuen Versionen suchen?',
    yes: 'Ja',
    no: 'Nein',
  },
  check: 'Jetzt suchen',
  idle: { never: 'Noch nicht gesucht.', none: 'Das ist die neueste Version.' },
  checking: 'Neue Version wird gesucht …',
  available: (version) => `Version ${version} ist verfügbar.`,
  download: 'Herunterladen',
  downloading: (version, percent) => `Version ${version} wird geladen (${percent})`,
  ready: (version) => `Version ${version} ist bereit.`,
  install: 'Neu starten und aktualisieren',
  waitsFor: {
    answer: 'Eine Antwort wird noch geschrieben. Starte neu, wenn sie fertig ist.',
    library: 'An der Bibliothek wird noch gearbeitet. Starte neu, wenn das fertig ist.',
  },
  failed: {
    unreachable: 'Die Adresse für neue Versionen antwortet nicht. Diese Version läuft weiter.',
    unreadable:
      'Was die Adresse für neue Versionen sagt, lässt sich nicht lesen. Diese Version läuft weiter.',
    refused:
      'Was geladen wurde, ist nicht das, was veröffentlicht wurde, und wurde verworfen. Diese Version läuft weiter.',
    'not-installed': 'Die neue Version ließ sich nicht installieren. Diese Version läuft weiter.',
  },
  notes: 'Was neu ist',
};
