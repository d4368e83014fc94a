import type { Price, PricedModel, PriceTable } from '../../../shared/money';
import { modelName, splitDate } from '../../../shared/model-name';
import type { DatedPrice, ModelPrices, PriceFile } from './price-file';

/** The price of a model on a day. */
export interface Found {
  /** By the name without its date, where the price is that of all its dates. */
  readonly model: string;
  readonly price: Price;
  readonly own: boolean;
  /** Of the list, such as `2026-11-22` or `2026-11-22 own`. */
  readonly version: string;
}

export interface Shelf {
  /** What the user has set, by model. It counts most. */
  readonly own: ReadonlyMap<string, Price>;
  /** Taken in place of the one that Parley came with, which is asked for what this lacks. */
  readonly imported: PriceFile | null;
  readonly builtIn: PriceFile;
}

/** Looks prices up: the user's own, then the imported list's, then those that Parley came with. */
export class PriceBook {
  readonly #shelf: Shelf;

  constructor(shelf: Shelf) {
    this.#shelf = shelf;
  }

  /** The day of the list. */
  get asOf(): string {
    return (this.#shelf.imported ?? this.#shelf.builtIn).updated;
  }

  /** What this model costs on that day; null where nobody knows. */
  find(model: string, day: string): Found | null {
    const listed = this.#listed(model);
    const name = listed?.entry.model ?? model;
    const own = this.own(model);
    if (own) return { model: name, price: own, own: true, version: `${listed?.updated ?? this.asOf} own` };
    const dated = listed && onDay(listed.entry, day);
    return dated ? { model: name, price: priceOf(dated), own: false, version: listed.updated } : null;
  }

  /** A price for a model is that of its dated versions, too, unless the list tells them apart. */
  own(model: string): Price | null {
    const { own } = this.#shelf;
    const { base, date } = splitDate(model);
    const exact = own.get(model);
    if (exact || date === null) return exact ?? null;
    const alike = this.#files().every(({ models }) =>
      isOf(
        models.find((entry) => entry.model === base),
        date,
      ),
    );
    return (alike && own.get(base)) || null;
  }

  /** As it is reckoned with on that day. */
  table(day: string): PriceTable {
    const { own, imported } = this.#shelf;
    const named = this.entries().map(({ model, name }) => ({ model, name }));
    const unlisted = [...own.keys()].filter((model) => !named.some((entry) => entry.model === model));
    const models = [...named, ...unlisted.map((model) => ({ model, name: modelName(model) }))];
    return {
      asOf: this.asOf,
      imported: imported !== null,
      models: models.map((entry) => this.#row(entry, day)),
    };
  }

  /** Those of the list that Parley came with first. */
  entries(): readonly ModelPrices[] {
    const models = this.#shelf.builtIn.models.map((entry) => this.#listed(entry.model)?.entry ?? entry);
    const known = new Set(models.map(({ model }) => model));
    return [...models, ...(this.#shelf.imported?.models ?? []).filter(({ model }) => !known.has(model))];
  }

  #row({ model, name }: Pick<PricedModel, 'model' | 'name'>, day: string): PricedModel {
    const entry = this.#listed(model)?.entry;
    const listed = (entry && onDay(entry, day)) ?? null;
    const price = listed && priceOf(listed);
    const own = this.#shelf.own.get(model);
    return {
      ...{ model, name, price: own ?? price, listed: price, own: own !== undefined },
      ...{ asOf: listed?.asOf ?? null, source: listed?.source ?? null },
    };
  }

  /** Where the lists have it, by its whole name or by the one without its date. */
  #listed(model: string): { readonly entry: ModelPrices; readonly updated: string } | null {
    const { base, date } = splitDate(model);
    for (const { models, updated } of this.#files()) {
      const entry =
        models.find((one) => one.model === model) ??
        models.find((one) => date !== null && one.model === base && isOf(one, date));
      if (entry) return { entry, updated };
    }
    return null;
  }

  #files(): readonly PriceFile[] {
    const { imported, builtIn } = this.#shelf;
    return imported ? [imported, builtIn] : [builtIn];
  }
}

function isOf(entry: ModelPrices | undefined, date: string): boolean {
  return entry?.snapshots?.includes(date) !== false;
}

function onDay({ prices }: ModelPrices, day: string): DatedPrice | undefined {
  return prices.find(({ since }) => since === null || since <= day);
}

function priceOf({ input, cachedInput, cacheWrite, output, longContext }: DatedPrice): Price {
  return { input, cachedInput, cacheWrite, output, longContext };
}
