import { z } from 'zod';
import type { Restored, TrashItem } from '../order';
import { call, id, nothing } from './call';

const keys = z
  .array(z.object({ kind: z.enum(['conversation', 'message', 'folder']), id }))
  .min(1)
  .max(1_000_000);

/** About what was deleted. */
export const trashCalls = {
  /** A page of it, newest first, after so many. An empty page is the end. */
  'trash.list': call(z.object({ after: z.int().min(0) })).returns<readonly TrashItem[]>(),
  /** Puts things back where they were: all of them or none. A restored branch is shown. */
  'trash.restore': call(keys).returns<Restored>(),
  /** From now on nobody sees them; they are taken off the disk piece by piece. */
  'trash.erase': call(keys).returns<void>(),
  'trash.empty': call(nothing).returns<void>(),
};
