import { plural } from './plural';

/** Words that stand in more than one part of the window. */
export const common = {
  cancel: 'Cancel',
  close: 'Close',
  undo: 'Undo',
  chats: (count: number) => plural(count, '# chat', '# chats'),
};
