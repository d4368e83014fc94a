import { z } from 'zod';
import type { PriceTable } from '../money';
import { call, model, nothing } from './call';

/** Dearer than any model, by far. */
const DEAREST = 10_000;

/** Whole millionths, so that sums can be exact. */
const exact = (amount: number) => Number(amount.toFixed(6)) === amount;
const amount = z.number().min(0).max(DEAREST).refine(exact, 'More than six decimals');
const times = z.number().min(1).max(100).refine(exact, 'More than six decimals');

export const priceFields = {
  input: amount,
  cachedInput: amount.nullable(),
  cacheWrite: amount.nullable(),
  output: amount,
  longContext: z
    .strictObject({ over: z.int().min(1).max(100_000_000), inputTimes: times, outputTimes: times })
    .nullable(),
};

/** What comes from the cache is never dearer than what does not. */
export const cacheIsCheaper = (price: { input: number; cachedInput: number | null }) =>
  price.cachedInput === null || price.cachedInput <= price.input;

export const price = z
  .strictObject(priceFields)
  .refine(cacheIsCheaper, { path: ['cachedInput'], error: 'Dearer than input' });

/** Far above any price list, which main measures, and small enough to cross the bridge. */
const LONGEST = 10_000_000;

/** About what models cost. Each returns the table as it is then. */
export const priceCalls = {
  'prices.list': call(nothing).returns<PriceTable>(),
  /** Null goes back to the list's. */
  'prices.set': call(z.object({ model, price: price.nullable() })).returns<PriceTable>(),
  /** Asks the user where to keep the list, own prices and all. False where they would rather not. */
  'prices.export': call(nothing).returns<boolean>(),
  /** Takes a list in place of the one that Parley came with. */
  'prices.import': call(z.object({ text: z.string().max(LONGEST) })).returns<PriceTable>(),
  /** The same, fetched once from this address; one that is older than the present one is refused. */
  'prices.update': call(z.object({ address: z.string().trim().min(1).max(2000) })).returns<PriceTable>(),
  /** Goes back to the list that Parley came with. Own prices stay. */
  'prices.forget': call(nothing).returns<PriceTable>(),
};
