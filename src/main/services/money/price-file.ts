import { z } from 'zod';
import { cacheIsCheaper, priceFields } from '../../../shared/contract/prices';
import { AppError } from '../../../shared/errors';

const MOST_BYTES = 1_000_000;

const day = z.iso.date();
const name = z.string().min(1).max(200);

/** A price, and the day from which it holds; null: from the model's first day, as far as anyone knows. */
const datedPrice = z
  .strictObject({
    since: day.nullable(),
    ...priceFields,
    source: z.string().max(500).nullable(),
    /** The day, or the month, on which the source said so. */
    asOf: z.union([day, z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/)]).nullable(),
  })
  .refine(cacheIsCheaper, { path: ['cachedInput'], error: 'Dearer than input' });

const modelPrices = z.strictObject({
  model: name,
  name,
  /** The dated versions that the prices are true of; null: all of them. */
  snapshots: z.array(day).max(100).nullable(),
  /** The newest first. */
  prices: z
    .array(datedPrice)
    .min(1)
    .max(100)
    .refine(
      (prices) => prices.every(({ since }, at) => at === 0 || (since ?? '') < (prices[at - 1]?.since ?? '')),
      {
        error: 'Not the newest first',
      },
    ),
});

const priceFile = z.strictObject({
  schema: z.literal(1),
  /** The day of the list. */
  updated: day,
  currency: z.literal('USD'),
  models: z
    .array(modelPrices)
    .min(1)
    .max(2000)
    .refine((models) => new Set(models.map(({ model }) => model)).size === models.length, {
      error: 'A model is named twice',
    }),
});

/** Prices as a file has them: what is exported can be imported. */
export type PriceFile = Readonly<z.infer<typeof priceFile>>;
export type ModelPrices = Readonly<z.infer<typeof modelPrices>>;
export type DatedPrice = Readonly<z.infer<typeof datedPrice>>;

/**
 * The list in a text. Throws `PRICES_REFUSED`, which names the first thing that is not as it should be: nothing
 * unknown is taken, and no price beyond all measure, of a cache that is dearer than none, or of the future.
 */
export function readPriceFile(text: string, today: string): PriceFile {
  if (Buffer.byteLength(text) > MOST_BYTES) throw refused('It is larger than a megabyte.');
  const result = priceFile.safeParse(parsed(text));
  if (!result.success) {
    const [issue] = result.error.issues;
    throw refused('It is not a price list.', issue?.path.join('.'));
  }
  if (result.data.updated > today) throw refused('It is of a day to come.', 'updated');
  return result.data;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refused('It is not JSON.');
  }
}

function refused(message: string, parameter?: string): AppError {
  return new AppError('PRICES_REFUSED', message, { details: parameter ? { parameter } : {} });
}
