import type { ErrorCode, ImportProblem } from '../../shared/errors';
import type { ErrorCopy } from './error-table';

const titles: Record<ImportProblem, string> = {
  unknown: 'There are no chats in this file that Parley can read.',
  malformed: 'This file is damaged.',
  'too-large': 'A chat in this file is too large.',
  unsafe: 'This file is not as any program would write it.',
  newer: 'A newer Parley wrote this file.',
  archive: 'This archive cannot be opened.',
  unreadable: 'This file cannot be read.',
};

function advice(problem: ImportProblem, place: string): string {
  switch (problem) {
    case 'unknown':
      return 'Choose the file as the other program gave it to you, not what was inside.';
    case 'newer':
      return 'Update Parley, then import it.';
    case 'unreadable':
      return `The system says ${place}.`;
    default:
      return `${place.charAt(0).toUpperCase()}${place.slice(1)}.`;
  }
}

/** How it reads that a file was not imported. */
export const importErrors: Readonly<Record<Extract<ErrorCode, 'IMPORT_REFUSED'>, ErrorCopy>> = {
  IMPORT_REFUSED: {
    title: ({ importing }) => titles[importing?.problem ?? 'unreadable'],
    text: ({ importing }) =>
      importing
        ? `${advice(importing.problem, importing.place)} Nothing was imported.`
        : 'Nothing was imported.',
    actions: ['retry'],
  },
};
