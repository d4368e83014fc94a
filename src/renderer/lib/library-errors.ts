import type { ErrorCode } from '../../shared/errors';
import type { ErrorCopy } from './error-table';
import { troubleCopy, workCopy } from './library-words';

type LibraryCode = Extract<
  ErrorCode,
  `LIBRARY_${string}` | 'COPY_FAILED' | 'FOLDER_REFUSED' | 'RECOVERY_KEY_REFUSED'
>;

/** How failures read that are about the library's file. */
export const libraryErrors: Readonly<Record<LibraryCode, ErrorCopy>> = {
  COPY_FAILED: {
    title: 'The copy could not be made.',
    text: () => 'It was not as it should be, so it is not used. Your library is as it was.',
    actions: ['retry'],
  },
  FOLDER_REFUSED: {
    title: 'This folder cannot be used.',
    text: () => 'Nothing may be written to it, or it has a library already. Choose an empty one.',
    actions: ['retry'],
  },
  LIBRARY_CLOSED: {
    title: ({ work, trouble }) =>
      work ? workCopy[work].title : trouble ? troubleCopy[trouble].title : 'Your library is not open.',
    text: (_, kept) => `Nothing can be kept until it is open again. ${kept}`,
    actions: ['retry'],
  },
  LIBRARY_READ_ONLY: {
    title: 'Your library can only be read now.',
    text: () => 'Nothing can be changed in it, so nothing was sent.',
    actions: ['retry'],
  },
  RECOVERY_KEY_REFUSED: {
    title: 'This is not the recovery key.',
    text: () =>
      'It has fourteen groups of four letters and digits. One of them may be mistyped, or it is the key of another library.',
    actions: ['retry'],
  },
};
