import { z } from 'zod';
import { call, id, nothing } from './call';

export type ImportFormat =
  'parley' | 'chatgpt' | 'claude' | 'librechat' | 'open-webui' | 'chatbox' | 'cherry-studio';

/** What a file holds, before any of it is in the library. */
export interface ImportLook {
  /** Where it comes from. */
  readonly format: ImportFormat;
  readonly conversations: {
    readonly new: number;
    /** They are in the library, and have messages that it lacks. */
    readonly grown: number;
    /** They are in the library, to the last message. */
    readonly present: number;
    /** They hold no words. */
    readonly empty: number;
  };
  /** That the library lacks. */
  readonly messages: number;
  /** When the first conversation began and the last one ended; null where there is none. */
  readonly span: { readonly from: number; readonly to: number } | null;
}

/** A file that was chosen, by a name for it that says nothing of where it lies. */
export interface ImportChoice extends ImportLook {
  readonly token: string;
  readonly fileName: string;
}

/** What came into the library. */
export interface ImportResult {
  readonly conversations: number;
  /** That have grown. */
  readonly grown: number;
  readonly messages: number;
}

/** How far it has come, in bytes of the file. */
export interface ImportProgress {
  readonly done: number;
  readonly of: number;
}

/** About conversations that come from elsewhere. */
export const importCalls = {
  /** Asks for a file and reads all of it; nothing is written. Null where the user would rather not. */
  'import.choose': call(nothing).returns<ImportChoice | null>(),
  /** Takes in a file that was chosen, all of it or nothing. Null where it was cancelled. */
  'import.start': call(z.object({ token: id })).returns<ImportResult | null>(),
  /** Ends what is being read or taken in. */
  'import.cancel': call(nothing).returns<void>(),
};
