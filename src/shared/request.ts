/** What will be sent, before it is. Tokens are about right; money is micro-dollars. */

export interface Estimate {
  /** Of the new message alone. */
  readonly message: number;
  /** Of the whole request. */
  readonly total: number;
  /** The most that the model reads; null where nobody said. */
  readonly limit: number | null;
  /** What reading the request costs; null where no price is known. */
  readonly inputMicros: number | null;
  /** The most that the answer may cost on top. */
  readonly outputMicros: number | null;
  /** What it costs more because the earlier messages are not, or no longer, in the server's cache. */
  readonly uncachedMicros: number;
}

/** One thing that is sent. */
export interface RequestItem {
  /** Of the message; `instructions`, or `message` for the new one. */
  readonly id: string;
  readonly kind: 'instructions' | 'digest' | 'question' | 'answer' | 'message';
  /** Its first words. */
  readonly words: string;
  readonly tokens: number;
  readonly micros: number | null;
  /** It stays here, this time. */
  readonly leftOut: boolean;
}

export interface Inspection {
  readonly items: readonly RequestItem[];
  readonly estimate: Estimate;
  /** The server can count exactly: it is OpenAI's own. */
  readonly countable: boolean;
}

export const codeLanguages = ['curl', 'python', 'typescript'] as const;
/** In what a request can be copied. */
export type CodeLanguage = (typeof codeLanguages)[number];
