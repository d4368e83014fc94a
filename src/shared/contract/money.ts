import { z } from 'zod';
import type { Receipt } from '../money';
import { call, id } from './call';

/** About what calls have cost. */
export const moneyCalls = {
  /** Every call that was made for an answer, the tries that failed among them, oldest first. */
  'receipts.of': call(z.object({ messageId: id })).returns<readonly Receipt[]>(),
};
