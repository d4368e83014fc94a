import type { ExportProgress } from '../../shared/contract/export';
import type { ExportContent } from '../../shared/export';

/** What an export is of: these conversations, or all. */
type ExportedIds = readonly string[] | 'all';

export interface ExportedChat {
  readonly id: string;
  readonly title: string;
  readonly updatedAt: number;
}

export interface ExportJobs {
  /** What an export would hold. */
  readonly measureExport: {
    readonly input: { readonly ids: ExportedIds; readonly branches: boolean };
    readonly output: { readonly chats: readonly ExportedChat[]; readonly messages: number };
    readonly progress: never;
  };
  /** Writes conversations into a new file. Where it is cancelled or fails, a part of the file may be left. */
  readonly export: {
    readonly input: {
      readonly ids: ExportedIds;
      readonly format: 'markdown' | 'json' | 'html';
      readonly content: ExportContent;
      readonly dollarMaths: boolean;
      readonly file: string;
      /** A zip with a file for each conversation. JSON is never one. */
      readonly zip: boolean;
    };
    readonly output: void;
    readonly progress: ExportProgress;
  };
  /** Puts files into a new zip, under other names. */
  readonly pack: {
    readonly input: {
      readonly files: readonly { readonly path: string; readonly name: string; readonly time: number }[];
      readonly file: string;
    };
    readonly output: void;
    readonly progress: never;
  };
}
