import { z } from 'zod';
import type { Found } from '../search';
import { call } from './call';

/** Far more than anyone types; what is longer is cut. */
const LONGEST = 20_000;

export const searchCalls = {
  /**
   * Looks through titles, questions and answers. `inside` also finds words that only have in them what was typed.
   * Null where a newer search has taken its place.
   */
  'search.run': call(
    z.object({
      query: z.string().transform((query) => query.slice(0, LONGEST)),
      limit: z.int().min(1).max(500),
      inside: z.boolean(),
    }),
  ).returns<Found | null>(),
};
