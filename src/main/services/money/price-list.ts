import { price as priceSchema } from '../../../shared/contract/prices';
import { AppError } from '../../../shared/errors';
import type { Price, PriceTable } from '../../../shared/money';
import { openAiPlace } from '../../../shared/openai-server';
import { words } from '../../../shared/words';
import type { PriceStore } from '../../storage/price-store';
import { publishedPrices } from '../model-facts';
import { costOf, isLong } from './cost';
import { PriceBook, type Found, type Shelf } from './price-book';
import { download, type Download } from './price-download';
import { readPriceFile, type PriceFile } from './price-file';
import type { Cost, Prices, Used } from './prices';
import { isStandard, tierTimes } from './service-tiers';
import { toolFees } from './tool-fees';

export interface PriceListDeps extends Download {
  readonly priceRows: PriceStore;
  /** Asks the user where to keep a text, and keeps it there. */
  readonly files: { save(file: { name: string; text: string }): Promise<boolean> };
  readonly now: () => number;
}

const DAY_MS = 24 * 60 * 60 * 1000;
const published = publishedPrices();
const released = new Map(published.models.map((model) => [model.id, model.released]));
const builtIn: PriceFile = {
  ...{ schema: 1, updated: published.updated, currency: 'USD' },
  models: published.models.map(({ id, name, snapshots, prices }) => ({
    ...{ model: id, name, prices },
    snapshots: snapshots && [...snapshots],
  })),
};

/** What models cost: the prices that Parley came with, a list in their place, and the user's own above both. */
export class PriceList implements Prices {
  readonly #deps: PriceListDeps;
  #book: PriceBook;

  constructor(deps: PriceListDeps) {
    this.#deps = deps;
    this.#book = this.#read();
  }

  /** OpenAI's prices are those of OpenAI's servers; at any other, only what the user has set is known. */
  cost({ model, address, tier, usage, tools, at, writtenFor12Hours = 0 }: Used): Cost {
    const fees = toolFees(tools);
    const unknown: Cost = { micros: null, toolMicros: fees.micros, version: 'none' };
    const place = openAiPlace(address);
    const day = dayOf(at);
    const found = this.#find(model, address, day);
    const free =
      usage.input === 0 && usage.output === 0 && Object.values(tools).every((count) => count === 0);
    if (free) return { micros: 0, toolMicros: 0, version: found?.version ?? 'none' };
    if (!found || !fees.known || writtenFor12Hours > 0) return unknown;
    // Another server's tiers and tools have prices of their own.
    if (place === null && (!isStandard(tier) || fees.micros > 0)) return unknown;
    const times = tierTimes(tier, found.model, isLong(usage, found.price), day);
    if (times === null) return unknown;
    const region = place === 'region' ? regionTimes(found.model) : 1;
    const tokens = costOf(usage, found.price, { tier: times, region });
    if (tokens === null) return unknown;
    return { micros: tokens + fees.micros, toolMicros: fees.micros, version: found.version };
  }

  /** Today's, at the server with this address; null: at OpenAI's. */
  priceOf(model: string, address: string | null): Price | null {
    const today = dayOf(this.#deps.now());
    const found = address === null ? this.#book.find(model, today) : this.#find(model, address, today);
    return found?.price ?? null;
  }

  table(): PriceTable {
    return this.#book.table(dayOf(this.#deps.now()));
  }

  /** Null goes back to the list's. */
  set(model: string, price: Price | null): PriceTable {
    if (price === null) this.#deps.priceRows.forgetOwn(model);
    else this.#deps.priceRows.setOwn(model, price);
    return this.#changed();
  }

  /** False where the user would rather not. Rejects with `FILE_NOT_SAVED`. */
  exportJson(): Promise<boolean> {
    const file: PriceFile = {
      ...{ schema: 1, updated: this.#book.asOf, currency: 'USD' },
      models: this.table().models.map(({ model, name, own, price }) => {
        const entry = this.#book.entries().find((one) => one.model === model);
        const mine = { since: null, source: null, asOf: null };
        return {
          ...{ model, name, snapshots: entry?.snapshots ?? null },
          prices: own && price ? [{ ...mine, ...price }] : (entry?.prices ?? []),
        };
      }),
    };
    const text = `${JSON.stringify(file, null, 2)}\n`;
    return this.#deps.files.save({ name: `${words.money.files.prices(file.updated)}.json`, text });
  }

  /** Whatever its day: who brings a file knows why. Throws `PRICES_REFUSED`. */
  import(text: string): PriceTable {
    this.#checked(text);
    this.#deps.priceRows.setList(text);
    return this.#changed();
  }

  /** Rejects as {@link download}, and with `PRICES_REFUSED` or `PRICES_OLDER`; then all stays as it was. */
  async update(address: string): Promise<PriceTable> {
    const text = await download(address, this.#deps);
    if (this.#checked(text).updated < this.#book.asOf) {
      throw new AppError('PRICES_OLDER', 'The list is older than the present one.');
    }
    this.#deps.priceRows.setList(text);
    return this.#changed();
  }

  /** Back to the list that Parley came with; own prices stay. */
  forget(): PriceTable {
    this.#deps.priceRows.forgetList();
    return this.#changed();
  }

  #find(model: string, address: string, day: string): Found | null {
    const found = this.#book.find(model, day);
    return found && (found.own || openAiPlace(address) !== null) ? found : null;
  }

  #changed(): PriceTable {
    this.#book = this.#read();
    return this.table();
  }

  #read(): PriceBook {
    const own = [...this.#deps.priceRows.own()].flatMap(([model, value]) => {
      const { data } = priceSchema.safeParse(value);
      return data ? [[model, data] as const] : [];
    });
    const shelf: Shelf = { own: new Map(own), imported: this.#imported(), builtIn };
    return new PriceBook(shelf);
  }

  /** A list that makes no sense any more, as after the clock went back, is as none. */
  #imported(): PriceFile | null {
    const list = this.#deps.priceRows.list();
    try {
      return list === null ? null : this.#checked(list);
    } catch {
      return null;
    }
  }

  /** East of here it may be tomorrow. */
  #checked(text: string): PriceFile {
    return readPriceFile(text, dayOf(this.#deps.now() + DAY_MS));
  }
}

/** OpenAI names days without a zone; here they begin at midnight UTC. */
function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 'yyyy-mm-dd'.length);
}

/**
 * “A 10 % uplift for models released on or after March 5, 2026”: developers.openai.com/api/docs/guides/data-residency.
 * What Parley does not know came out later.
 */
function regionTimes(model: string): number {
  return (released.get(model) ?? '9999') >= '2026-03-05' ? 1.1 : 1;
}
