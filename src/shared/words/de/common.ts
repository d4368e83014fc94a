import type { Words } from '../language';
import { plural } from './plural';

export const common: Words['common'] = {
  cancel: 'Abbrechen',
  close: 'Schließen',
  undo: 'Rückgängig',
  chats: (count) => plural(count, '# Chat', '# Chats'),
};
