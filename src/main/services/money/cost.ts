import type { Price, Usage } from '../../../shared/money';

/** What a price is multiplied by, for one call. */
export interface Circumstances {
  /** Of the service tier. */
  readonly tier: number;
  /** Of the place where it is worked on. */
  readonly region: number;
}

/**
 * What tokens cost, in whole micro-dollars; null where the counts make no sense, or are beyond counting.
 *
 * The input that was read anew, read from the cache and written to it are three shares of `input`, each with a
 * price of its own; thoughts are output. The sum is exact, in integers, and is rounded once, half up.
 */
export function costOf(usage: Usage, price: Price, { tier, region }: Circumstances): number | null {
  const { input, cached, cacheWritten, output } = usage;
  const counts = [input, cached, cacheWritten, output, input - cached - cacheWritten];
  if (!counts.every((count) => Number.isSafeInteger(count) && count >= 0)) return null;
  const long = isLong(usage, price) ? price.longContext : null;
  const read =
    BigInt(input - cached - cacheWritten) * millionths(price.input) +
    BigInt(cached) * millionths(price.cachedInput ?? price.input) +
    BigInt(cacheWritten) * millionths(price.cacheWrite ?? price.input);
  const written = BigInt(output) * millionths(price.output);
  const tokens = read * millionths(long?.inputTimes ?? 1) + written * millionths(long?.outputTimes ?? 1);
  const micros = halfUp(tokens * millionths(tier) * millionths(region), MILLION ** 4n);
  return micros <= Number.MAX_SAFE_INTEGER ? Number(micros) : null;
}

/** So much input that the whole request costs more. */
export function isLong({ input }: Usage, { longContext }: Price): boolean {
  return longContext !== null && input > longContext.over;
}

const MILLION = 1_000_000n;

/** Exact for what has at most six decimals and is below a thousand million, as every price and multiplier is. */
function millionths(amount: number): bigint {
  return BigInt(Math.round(amount * 1e6));
}

function halfUp(amount: bigint, unit: bigint): bigint {
  return (2n * amount + unit) / (2n * unit);
}
