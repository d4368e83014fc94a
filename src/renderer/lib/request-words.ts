import type { Estimate, RequestItem } from '../../shared/request';
import { dollars, tokens } from '../../shared/money-words';

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
  return { words: `${percent > 100 ? 'Over 100' : percent} % of context`, full: percent > NEARLY_FULL };
}

/** What reading it costs, in micro-dollars, for the count that is known best. */
export function inputCost({ inputMicros, total }: Estimate, exact: number | null): number | null {
  if (inputMicros === null || exact === null || total === 0) return inputMicros;
  return Math.round((inputMicros * exact) / total);
}

/** “≈ $0.012 + up to $0.03” */
export function requestCost(estimate: Estimate, exact: number | null): string {
  const input = inputCost(estimate, exact);
  if (input === null) return 'price unknown';
  const { outputMicros } = estimate;
  return `≈ ${dollars(input)}${outputMicros === null ? '' : ` + up to ${dollars(outputMicros)}`}`;
}

/** What an item of a request is. */
export const itemKinds: Record<RequestItem['kind'], string> = {
  instructions: 'Instructions',
  digest: 'Earlier messages, in a compact form',
  question: 'You',
  answer: 'Answer',
  message: 'New message',
};

/** What a question was asked without; null for one that left out nothing. */
export function leftOutWords(leftOut: readonly string[] = []): string | null {
  const messages = leftOut.filter((id) => id !== 'instructions').length;
  const parts = [
    ...(messages < leftOut.length ? ['the instructions'] : []),
    ...(messages > 0 ? [`${messages.toLocaleString('en-US')} earlier ${plural(messages)}`] : []),
  ];
  return parts.length > 0 ? `Asked without ${parts.join(' and ')}` : null;
}

/** Why an edited question costs more than it seems to; null where that is not worth a word. */
export function uncachedWords(estimate: Estimate | null): string | null {
  const micros = estimate?.uncachedMicros ?? 0;
  if (micros <= WORTH_A_WORD) return null;
  return `About ${dollars(micros)} of this is for earlier messages that are not in the cache.`;
}

/** A cent. */
const WORTH_A_WORD = 10_000;

const plural = (count: number) => (count === 1 ? 'message' : 'messages');
