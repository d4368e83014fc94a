import type { Language } from './languages';

/** Complete lines of a piece of code, in their order; or that no more of it will come. */
export type Request =
  | { readonly name: 'colour'; readonly id: number; readonly language: Language; readonly text: string }
  | { readonly name: 'close'; readonly id: number };

/** Pairs of a kind and how many characters have it. */
export type Runs = readonly number[];

export interface Response {
  readonly id: number;
  /** Null when the lines could not be coloured. */
  readonly runs: Runs | null;
}
