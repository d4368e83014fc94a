import type { Words } from '../language';
import { plural } from './plural';

export const common: Words['common'] = {
  account: 'Konto',
  cancel: 'Abbrechen',
  chat: 'Chat',
  close: 'Schließen',
  copied: 'Kopiert',
  copy: 'Kopieren',
  cost: 'Kosten',
  delete: 'Löschen',
  edit: 'Bearbeiten',
  hideKey: 'Schlüssel verbergen',
  model: 'Modell',
  remove: 'Entfernen',
  save: 'Speichern',
  send: 'Senden',
  showKey: 'Schlüssel anzeigen',
  tokens: 'Tokens',
  undo: 'Rückgängig',
  chats: (count) => plural(count, '# Chat', '# Chats'),
  messages: (count) => plural(count, '# Nachricht', '# Nachrichten'),
  quoted: (said) => `„${said}“`,
  withKeys: (label, keys) => `${label} (${keys})`,
  percent: (percent) => `${percent} %`,
  seconds: (seconds) => `${seconds} s`,
};
