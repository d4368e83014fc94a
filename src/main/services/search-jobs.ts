import type { Found } from '../../shared/search';

export interface SearchJobs {
  /** Reads new words into the index for so many milliseconds; `done` when it has them all. */
  readonly indexMessages: {
    readonly input: { readonly ms: number };
    readonly output: { readonly done: boolean };
    readonly progress: never;
  };
  /** Looks for what was typed. */
  readonly search: {
    readonly input: { readonly query: string; readonly limit: number; readonly inside: boolean };
    readonly output: Found;
    readonly progress: never;
  };
}
