import type { Estimate } from '../../shared/request';
import { dollars, tokens } from '../../shared/money-words';
import { wholeNumber, words } from '../../shared/words';

/** From here on it is time to think of what fits. */
const NEARLY_FULL = 90;

/** How many tokens will be sent; ≈ where no server has counted them. */
export function requestTokens({ total }: Estimate, exact: number | null): string {
  return exact === null ? `≈ ${tokens(total)}` : tokens(exact);
}

/** How full the model's context gets, and whether that is a warning. Null where it is no matter, or nobody knows. */
export function contextShare({ total, limit }: Estimate, exact: number | null) {
  const percent = limit === null ? 0 : Math.floor(((exact ?? total) / limit) * 100);
  if (percent < 1) return null;
  const said = words.money.request;
  const share = percent > 100 ? said.over(100) : wholeNumber(percent);
  return { words: said.contextShare(share), full: percent > NEARLY_FULL };
}

/** What reading it costs, in micro-dollars, for the count that is known best. */
export function inputCost({ inputMicros, total }: Estimate, exact: number | null): number | null {
  if (inputMicros === null || exact === null || total === 0) return inputMicros;
  return Math.round((inputMicros * exact) / total);
}

/** “≈ $0.012 + up to $0.03” */
export function requestCost(estimate: Estimate, exact: number | null): string {
  const input = inputCost(estimate, exact);
  if (input === null) return dollars(null);
  const { outputMicros } = estimate;
  const said = words.money.request;
  return outputMicros === null
    ? said.cost(dollars(input))
    : said.costWithAnswer(dollars(input), dollars(outputMicros));
}

/** What a question was asked without; null for one that left out nothing. */
export function leftOutWords(leftOut: readonly string[] = []): string | null {
  const said = words.money.request;
  const messages = leftOut.filter((id) => id !== 'instructions').length;
  if (messages === leftOut.length) return messages > 0 ? said.withoutMessages(messages) : null;
  return messages > 0 ? said.withoutBoth(messages) : said.withoutInstructions;
}

/** Why an edited question costs more than it seems to; null where that is not worth a word. */
export function uncachedWords(estimate: Estimate | null): string | null {
  const micros = estimate?.uncachedMicros ?? 0;
  return micros <= WORTH_A_WORD ? null : words.money.request.uncached(dollars(micros));
}

/** A cent. */
const WORTH_A_WORD = 10_000;
