import type { Price } from '../../shared/money';
import { numberFormat, words } from '../../shared/words';
import { asTyped, withDot } from './typed-number';

/** A price as it is typed. */
export interface PriceFields {
  readonly input: string;
  readonly cachedInput: string;
  readonly cacheWrite: string;
  readonly output: string;
  readonly over: string;
  readonly inputTimes: string;
  readonly outputTimes: string;
}

/** What is typed, as a price; or the first field that cannot be one, and why. */
export type Typed =
  | { readonly price: Price }
  | { readonly price: null; readonly field: keyof PriceFields; readonly why: string };

export function fieldsOf(price: Price | null): PriceFields {
  const long = price?.longContext ?? null;
  return {
    input: typed(price?.input),
    cachedInput: typed(price?.cachedInput),
    cacheWrite: typed(price?.cacheWrite),
    output: typed(price?.output),
    over: typed(long?.over),
    inputTimes: typed(long?.inputTimes),
    outputTimes: typed(long?.outputTimes),
  };
}

/** An empty field of the cache is as any other input; without a limit there is no long-context price. */
export function readFields(fields: PriceFields): Typed {
  const input = numberOf(fields.input);
  const output = numberOf(fields.output);
  const cachedInput = fields.cachedInput.trim() === '' ? null : numberOf(fields.cachedInput);
  const cacheWrite = fields.cacheWrite.trim() === '' ? null : numberOf(fields.cacheWrite);
  for (const [field, amount] of Object.entries({ input, cachedInput, cacheWrite, output } as const)) {
    if (amount !== null && !isPrice(amount))
      return wrong(field as keyof PriceFields, words.money.priceFields.noPrice);
  }
  if (cachedInput !== null && cachedInput > input) {
    return wrong('cachedInput', words.money.priceFields.cacheDearer);
  }
  if (fields.over.trim() === '')
    return { price: { input, cachedInput, cacheWrite, output, longContext: null } };
  const over = numberOf(fields.over);
  const inputTimes = numberOf(fields.inputTimes);
  const outputTimes = numberOf(fields.outputTimes);
  if (!Number.isInteger(over) || over < 1 || over > 100_000_000)
    return wrong('over', words.money.priceFields.wholeTokens);
  if (!isTimes(inputTimes)) return wrong('inputTimes', words.money.priceFields.noTimes);
  if (!isTimes(outputTimes)) return wrong('outputTimes', words.money.priceFields.noTimes);
  return {
    price: { input, cachedInput, cacheWrite, output, longContext: { over, inputTimes, outputTimes } },
  };
}

/** Dollars for a million tokens, in a column: “2.00”, “0.125”. */
export const columnAmount = numberFormat({ minimumFractionDigits: 2, maximumFractionDigits: 6 });

function typed(amount: number | null | undefined): string {
  return amount === null || amount === undefined ? '' : asTyped(String(amount));
}

/** NaN for what is no number. */
function numberOf(text: string): number {
  const plain = withDot(text) ?? '';
  return /^\d+(\.\d+)?$/.test(plain) ? Number(Number(plain).toFixed(6)) : NaN;
}

const isPrice = (amount: number) => amount >= 0 && amount <= 10_000;
const isTimes = (amount: number) => amount >= 1 && amount <= 100;

function wrong(field: keyof PriceFields, why: string): Typed {
  return { price: null, field, why };
}
