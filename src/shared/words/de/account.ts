import type { Words } from '../language';
import { plural } from './plural';

export const account: Words['settings']['account'] = {
  about: 'Neue Chats verwenden das Standardkonto; in den Optionen eines Chats kannst du ein anderes wählen.',
  addKey: 'OpenAI-Schlüssel hinzufügen',
  checkAndAdd: 'Prüfen und hinzufügen',
  addServer: 'Anderen Server verbinden',
  key: {
    label: 'API-Schlüssel',
    openAi: 'OpenAI-API-Schlüssel',
    add: 'Schlüssel hinzufügen',
    change: 'Schlüssel ändern',
    save: 'Prüfen und sichern',
    remove: 'Schlüssel entfernen',
    removal:
      'Der Schlüssel kann nicht wieder angezeigt werden. Um ihn später zu verwenden, musst du ihn noch woanders haben. Deine Chats bleiben.',
  },
  server: {
    label: 'Server',
    change: 'Adresse ändern',
    test: 'Testen',
    works: (models) => plural(models, 'Funktioniert: # Modell.', 'Funktioniert: # Modelle.'),
    otherKey:
      'Ein Schlüssel gehört zu seinem Server, deshalb verlangt eine andere Adresse ihn neu. Die Chats bleiben.',
  },
  certificate: {
    label: 'Zertifikat',
    none: 'Für diesen Server gelten nur Zertifikate, denen das System vertraut. Füge eines hinzu, wenn der Server dein eigener ist oder hinter dem Proxy einer Firma liegt.',
    for: (host) => `Gilt nur für ${host}, neben denen, welchen das System vertraut.`,
    subject: 'Für',
    issuer: 'Ausgestellt von',
    until: 'Gültig bis',
    fingerprint: 'SHA-256',
    choose: 'Datei wählen …',
    change: 'Andere wählen …',
    remove: 'Zertifikat entfernen',
    trust: 'Einer Zertifikatsdatei vertrauen …',
    chosen: (subject) => `„${subject}“ wird für diesen Server vertraut.`,
    files: 'Zertifikate',
    allFiles: 'Alle Dateien',
  },
  check: 'Dieses Konto prüfen …',
  makeDefault: 'Als Standard festlegen',
  remove: 'Konto entfernen',
  removal: {
    key: 'Sein Schlüssel wird mit entfernt und kann nicht wieder angezeigt werden.',
    chats: 'Seine Chats bleiben und verwenden danach das Standardkonto.',
    lastChats: 'Die Chats bleiben und warten auf ein anderes Konto.',
  },
};
