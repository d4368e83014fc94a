import { z } from 'zod';
import { exportFormats } from '../export';
import { call, nothing } from './call';

const ids = z.union([z.literal('all'), z.array(z.uuid()).min(1).max(1_000_000)]);

/** What an export would hold. */
export interface ExportExtent {
  readonly chats: number;
  readonly messages: number;
  /** Of the only chat; null of several. */
  readonly title: string | null;
}

/** How far an export is, in chats. */
export interface ExportProgress {
  readonly done: number;
  readonly total: number;
}

export const exportChoice = z.object({
  format: z.enum(exportFormats),
  branches: z.boolean(),
  costs: z.boolean(),
  reasoning: z.boolean(),
});

export const exportCalls = {
  'export.measure': call(z.object({ ids, branches: z.boolean() })).returns<ExportExtent>(),
  /** Asks the user where, and writes. The name of the file; null where they would rather not, or stopped it. */
  'export.start': call(exportChoice.extend({ ids })).returns<string | null>(),
  'export.cancel': call(nothing).returns<void>(),
  /** Shows the file that was written last in its folder. */
  'export.show': call(nothing).returns<void>(),
};
