import type { Words } from '../language';

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
};
