import type { ErrorDetails } from '../errors';

/** What an error's sentences are about. */
export interface ErrorAbout extends ErrorDetails {
  /** Whoever was asked, at the start of a sentence. */
  readonly server: string;
  /** Whoever was asked, inside a sentence. */
  readonly asked: string;
  /** It is OpenAI. */
  readonly openAi: boolean;
  /** It runs on this computer. */
  readonly local: boolean;
  /** The model's name, where it is known. */
  readonly named: string | null;
  /** The budget that refuses a call, and why it is not enough: a sentence each. */
  readonly refusedBy: string;
  readonly budgetLeft: string;
  /** From when or until when a certificate is good. */
  readonly certifiedDay: string;
  /** What work on the library, or its trouble, is called. */
  readonly closedBy: string | null;
}
