import { z } from 'zod';
import { call } from './call';

/** Longer than any answer. */
const LONGEST = 20_000_000;

export const fileCalls = {
  /** Asks the user where to keep a text, and keeps it there. False where they would rather not. */
  'file.save': call(
    z.object({ name: z.string().max(1000), text: z.string().max(LONGEST) }),
  ).returns<boolean>(),
};
