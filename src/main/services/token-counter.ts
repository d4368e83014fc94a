/** Counts tokens as a model's tokenizer does, off the main thread. OpenAI has not said which one GPT-6 uses. */
export interface TokenCounter {
  /** Of each text, in their order. Loads the tokenizer at the first call. */
  count(texts: readonly string[], model: string): Promise<readonly number[]>;
  close(): void;
}
