import { z } from 'zod';

export interface Call<In extends z.ZodType = z.ZodType, Out = unknown> {
  readonly input: In;
  /** Exists for the compiler only. */
  readonly output?: Out;
}

export const call = <In extends z.ZodType>(input: In) => ({
  returns: <Out>(): Call<In, Out> => ({ input }),
});

export const nothing = z.undefined();
export const id = z.uuid();
export const model = z.string().trim().min(1).max(200);

/** Far above any model's context, and small enough to cross the bridge in one piece. */
const LONGEST = 10_000_000;
/** Where something is typed that is not sent yet: see `Draft`. */
export const place = z.union([z.enum(['box', 'queue', 'aside']), id]);
/** What a person typed, blank or not. */
export const typed = z.string().max(LONGEST);
/** What a person has to say. */
export const text = typed.refine((value) => value.trim() !== '');
