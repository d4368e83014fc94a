import type { Words } from '../language';

export const palette: Words['palette'] = {
  list: {
    search: 'Chats und Befehle suchen',
    found: 'Chats und Befehle',
    filters: 'Filter',
  },
};
