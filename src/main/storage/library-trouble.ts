import { accessSync, constants, statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { AppError } from '../../shared/errors';
import type { LibraryTrouble } from '../../shared/library-care';

/** The failure of a library that cannot be opened, by its name. */
export function closed(trouble: LibraryTrouble, cause?: unknown): AppError {
  return new AppError('LIBRARY_CLOSED', `The library cannot be opened: ${trouble}.`, {
    cause,
    details: { trouble, ...(cause instanceof Error ? { serverMessage: cause.message } : {}) },
  });
}

/** What SQLite answers, and what that means for the library. */
const meanings: readonly (readonly [RegExp, LibraryTrouble])[] = [
  [/^SQLITE_(CORRUPT|NOTADB)/, 'CORRUPT'],
  [/^SQLITE_(BUSY|LOCKED)/, 'LOCKED'],
  [/^SQLITE_FULL/, 'DISK_FULL'],
  [/^SQLITE_READONLY/, 'READ_ONLY'],
];

/** Names what stood in the way of opening the library at `path`. */
export function toTrouble(thrown: unknown, path: string): AppError {
  const error = AppError.from(thrown);
  if (error.code !== 'DISK_FAILED') return error;
  const code = error.details.serverCode ?? '';
  const [, meaning] = meanings.find(([answer]) => answer.test(code)) ?? [];
  return closed(meaning ?? guess(dirname(path)), error);
}

/** Where SQLite only says that it could not: the disk may say why. */
function guess(folder: string): LibraryTrouble {
  if (!mayWrite(folder)) return 'READ_ONLY';
  return isFull(folder) ? 'DISK_FULL' : 'UNREADABLE';
}

/** The index of the log alone takes 32 KB. */
const LITTLE = 64 * 1024;

function isFull(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize < LITTLE;
  } catch {
    return false; // Who knows.
  }
}

export function mayWrite(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
