import type { LibrarySize } from '../../shared/library-care';

interface Measured extends LibrarySize {
  readonly bytes: number;
}

/** What is done with libraries as files. */
export interface LibraryJobs {
  /** Reads every page of a library's file. Rejects with `DISK_FAILED` where it is not sound. */
  readonly inspect: {
    readonly input: { readonly path: string };
    readonly output: LibrarySize;
    readonly progress: never;
  };
  /** Copies a library to a file of another name or key, checked before it has that name. */
  readonly copy: {
    readonly input: {
      readonly from: string;
      readonly key: string | null;
      readonly to: string;
      /** The key of the copy; null leaves it unencrypted. */
      readonly toKey: string | null;
    };
    readonly output: LibrarySize;
    readonly progress: never;
  };
  /** How much each of some files holds; null for one that cannot be opened with this key. */
  readonly measure: {
    readonly input: { readonly paths: readonly string[]; readonly key: string | null };
    readonly output: readonly (Measured | null)[];
    readonly progress: never;
  };
  /** Writes what can be read of a damaged library into a new file. */
  readonly rescue: {
    readonly input: { readonly from: string; readonly key: string | null; readonly to: string };
    readonly output: LibrarySize;
    readonly progress: never;
  };
  /** Brings an older library up to date once a snapshot of it has been taken. Rejects with `LIBRARY_CLOSED`. */
  readonly update: {
    readonly input: { readonly path: string; readonly key: string | null; readonly snapshot: string };
    readonly output: void;
    readonly progress: never;
  };
}
