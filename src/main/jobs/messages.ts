import type { AppErrorData } from '../../shared/errors';
import type { Language } from '../../shared/words/language';
import type { JobName } from '../services/jobs';

/** What a thread begins with. */
export interface ThreadData {
  readonly libraryPath: string;
  /** What the library is encrypted with; null where it is not. */
  readonly key: string | null;
}

export type ToThread =
  | {
      readonly id: number;
      readonly run: JobName;
      readonly input: unknown;
      /** Of what it writes for people. */
      readonly language: Language['code'];
    }
  | { readonly id: number; readonly cancel: true };

export type FromThread = { readonly id: number } & (
  { readonly progress: unknown } | { readonly value: unknown } | { readonly error: AppErrorData }
);
