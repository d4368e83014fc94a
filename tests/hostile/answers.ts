/** The corpus as answers: as many documents in each as can stand side by side without one swallowing the next. */
import { documents, payloads } from './corpus.ts';

/**
 * What stands on one line ends with its paragraph, except where it is raw: that comes last.
 * Of a payload with several lines each place is an answer of its own.
 */
export const answers: readonly string[] = payloads.flatMap(({ number, text }) => {
  const all = documents.filter(({ payload }) => payload === number);
  if (/[\n\r\u2028\u2029]/.test(text)) return all.map((document) => document.text);
  const [raw, ...others] = all;
  return [[...others, raw].map((document) => document?.text).join('\n\n')];
});
