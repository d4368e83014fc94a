/** What there is to say about the library's file: what is wrong with it, what is done to it, what it holds. */
import type { AppErrorData } from './errors';

/** Why a library cannot be opened. */
export const libraryTroubles = [
  /** Its file is damaged. */
  'CORRUPT',
  'DISK_FULL',
  /** It was there, and its file is missing or empty. */
  'GONE',
  /** Another program holds it. */
  'LOCKED',
  /** It could not be brought up to date, and is as it was. */
  'MIGRATION_FAILED',
  'MISSING_FOLDER',
  /** A newer Parley wrote it. */
  'NEWER',
  /** It is encrypted, and the keychain does not give its key. */
  'NO_KEY',
  /** Nothing may be written to its folder. */
  'READ_ONLY',
  /** The system refuses it, for a reason of its own. */
  'UNREADABLE',
  /** It is encrypted, and the keychain has another key. */
  'WRONG_KEY',
] as const;
export type LibraryTrouble = (typeof libraryTroubles)[number];

/** What is done to a library while nothing can be asked of it. */
export type LibraryWork = 'decrypt' | 'encrypt' | 'migrate' | 'move' | 'restore';

/** How much a library holds. */
export interface LibrarySize {
  readonly conversations: number;
  readonly messages: number;
}

/** A copy of the library that was checked when it was made. */
export interface Snapshot extends LibrarySize {
  /** The name of its file. */
  readonly name: string;
  readonly madeAt: number;
  readonly bytes: number;
  /** It holds what could be read of a damaged library. */
  readonly rescued: boolean;
}

/** Where the library is in its life. */
export interface LibraryState {
  /** Null while it is open. */
  readonly trouble: LibraryTrouble | null;
  /** The system's own words on it. */
  readonly reason: string | null;
  readonly work: LibraryWork | null;
  /** The work that was done last in this run. */
  readonly done: LibraryWork | null;
  /** Why the last one could not be done, in which case the library is as it was. */
  readonly failed: AppErrorData | null;
  readonly folder: string;
  /** Of its file. */
  readonly bytes: number;
  readonly encrypted: boolean;
  /** Why nothing can be changed in it; null where everything can. */
  readonly readOnly: LibraryTrouble | null;
}
