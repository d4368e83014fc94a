import type { ImportLook, ImportProgress, ImportResult } from '../../shared/contract/import';

export interface ImportJobs {
  /** Reads all of a file and says what would come of it. Rejects with `IMPORT_REFUSED`. */
  readonly 'import.look': {
    readonly input: { readonly path: string };
    readonly output: ImportLook;
    readonly progress: ImportProgress;
  };
  /** Takes in a file, all of it or nothing. Rejects with `IMPORT_REFUSED`. */
  readonly 'import.run': {
    readonly input: { readonly path: string; readonly importId: string };
    readonly output: ImportResult;
    readonly progress: ImportProgress;
  };
  /** Throws away what an import that did not come to its end has left. */
  readonly 'import.clear': {
    readonly input: null;
    readonly output: void;
    readonly progress: never;
  };
}
