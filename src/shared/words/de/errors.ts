import type { Words } from '../language';
import { cards } from './error-cards';
import { plural } from './plural';

export const errors: Words['errors'] = {
  cards,
  actions: {
    'add-credit': 'Guthaben aufladen',
    'add-key': 'Schlüssel hinzufügen',
    'bigger-model': 'Größeres Modell',
    'change-key': 'Schlüssel ändern',
    'check-account': 'Dieses Konto prüfen …',
    compact: 'Kompakt machen',
    continue: 'Weiter',
    dismiss: 'Ausblenden',
    edit: 'Frage bearbeiten',
    'open-network': 'Netzwerkeinstellungen',
    'open-settings': 'Einstellungen öffnen',
    'raise-budget': 'Budget erhöhen',
    retry: 'Noch einmal versuchen',
    'send-anyway': 'Diese eine senden',
    'set-price': 'Preis festlegen',
    'status-page': 'Statusseite',
    summarise: 'Neuer Chat mit Zusammenfassung',
    'switch-model': 'Modell wechseln',
  },
  server: (host) => `Der Server ${host}`,
  kept: (count) =>
    count === 0
      ? 'Deine Nachricht ist sicher.'
      : plural(
          count,
          'Das eine Wort, das schon da war, bleibt erhalten.',
          'Die # Wörter, die schon da waren, bleiben erhalten.',
        ),
  offline: 'Du bist offline. Das wird gesendet, sobald das Netzwerk wieder da ist.',
  busy: (server) => `${server} ist ausgelastet.`,

  importing: {
    titles: {
      unknown: 'In dieser Datei sind keine Chats, die Parley lesen kann.',
      malformed: 'Diese Datei ist beschädigt.',
      'too-large': 'Ein Chat in dieser Datei ist zu groß.',
      unsafe: 'Diese Datei ist so, wie kein Programm sie schreiben würde.',
      newer: 'Ein neueres Parley hat diese Datei geschrieben.',
      archive: 'Dieses Archiv kann nicht geöffnet werden.',
      unreadable: 'Diese Datei kann nicht gelesen werden.',
    },
    chooseTheFile:
      'Wähle die Datei so, wie das andere Programm sie dir gegeben hat, nicht das, was darin war.',
    updateFirst: 'Aktualisiere Parley und importiere sie dann.',
    systemSays: (code) => `Das System meldet ${code}.`,
    nothingImported: 'Nichts wurde importiert.',
  },
};
