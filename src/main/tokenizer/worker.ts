/**
 * Counts tokens in a thread of its own: a vocabulary takes a fifth of a second to load, and a strange text longer to
 * count. It stands alone, since it runs as it is under test and as a file of its own in the app.
 */
import { parentPort } from 'node:worker_threads';
import type { Encoding } from './encoding';
import type { FromWorker, ToWorker } from './messages';

type Count = (text: string, options: { disallowedSpecial: Set<string> }) => number;

/** What looks like a special token in a text is words like any other. */
const plain = { disallowedSpecial: new Set<string>() };

/**
 * A vocabulary joins pairs within a word, a gap or a row of signs, in a time that grows with the square of its length:
 * 200,000 times "a" took 27 seconds. A longer one is cut, which may count a token or two too many at each cut.
 */
const LONG = /(?:[\p{L}\p{M}]{6000}|\s{6000}|[^\s\p{L}\p{N}]{6000})/gu;

const vocabularies: Record<Encoding, () => Promise<{ countTokens: Count }>> = {
  o200k_base: () => import('gpt-tokenizer/encoding/o200k_base'),
  cl100k_base: () => import('gpt-tokenizer/encoding/cl100k_base'),
};

async function count({ id, texts, encoding }: ToWorker): Promise<FromWorker> {
  const { countTokens } = await vocabularies[encoding]();
  return { id, counts: texts.map((text) => tokensIn(text, countTokens)) };
}

function tokensIn(text: string, countTokens: Count): number {
  let tokens = 0;
  let from = 0;
  for (const long of text.matchAll(LONG)) {
    const to = long.index + long[0].length;
    tokens += countTokens(text.slice(from, to), plain);
    from = to;
  }
  return tokens + countTokens(text.slice(from), plain);
}

// What fails here ends the thread, and its owner hears of it.
parentPort?.on('message', (message: ToWorker) => {
  void count(message).then((counted) => parentPort?.postMessage(counted));
});
