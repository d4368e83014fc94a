import { getContext, setContext } from 'svelte';

/** What the reader of an answer has set, and can do with its parts. */
export interface Reader {
  /** `$…$` is a formula where it can be one. */
  readonly dollarMaths: boolean;
  /** Keeps a text as a file of the user's choice. Without it nothing can be saved. */
  readonly save?: (name: string, text: string) => void;
}

const key = Symbol('reader');
const plain: Reader = { dollarMaths: true };

export const provideReader = (reader: Reader): Reader => setContext(key, reader);
export const useReader = (): Reader => getContext<Reader | undefined>(key) ?? plain;
