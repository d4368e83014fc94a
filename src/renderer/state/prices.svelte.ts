import { AppError, type AppErrorData } from '../../shared/errors';
import type { Price, PriceTable } from '../../shared/money';
import type { Api } from '../api';
import type { Models } from './models.svelte';

/** What was tried last, so that its error shows beside it. */
type Attempt = 'read' | 'set' | 'export' | 'import' | 'update' | 'forget';

/** A larger file is no price list, and is not read. */
const MOST_BYTES = 1_000_000;

/** What models cost, and where that is from. */
export class Prices {
  readonly #api: Api;
  readonly #models: Pick<Models, 'pricesChanged'>;
  #attempt = $state.raw<Attempt | null>(null);
  #error = $state.raw<AppErrorData | null>(null);
  /** Null until it was read. */
  table = $state.raw<PriceTable | null>(null);
  busy = $state(false);

  constructor(api: Api, models: Pick<Models, 'pricesChanged'>) {
    this.#api = api;
    this.#models = models;
  }

  read(): Promise<boolean> {
    return this.#try('read', async () => {
      this.table = await this.#api.call('prices.list');
    });
  }

  /** True once it is kept. Null goes back to the list's. */
  set(model: string, price: Price | null): Promise<boolean> {
    return this.#change('set', () => this.#api.call('prices.set', { model, price }));
  }

  /** True where a file was written. */
  async export(): Promise<boolean> {
    let written = false;
    await this.#try('export', async () => {
      written = await this.#api.call('prices.export');
    });
    return written;
  }

  import(file: Blob): Promise<boolean> {
    return this.#change('import', async () => {
      if (file.size > MOST_BYTES) throw new AppError('PRICES_REFUSED', 'It is larger than a megabyte.');
      return this.#api.call('prices.import', { text: await file.text() });
    });
  }

  /** Fetches a list once. */
  update(address: string): Promise<boolean> {
    return this.#change('update', () => this.#api.call('prices.update', { address }));
  }

  /** Goes back to the list that Parley came with. */
  forget(): Promise<boolean> {
    return this.#change('forget', () => this.#api.call('prices.forget'));
  }

  /** The error of this kind of try, if it was the last one. */
  errorOf(...attempts: readonly Attempt[]): AppErrorData | null {
    return this.#attempt !== null && attempts.includes(this.#attempt) ? this.#error : null;
  }

  clearError(): void {
    this.#attempt = null;
    this.#error = null;
  }

  #change(attempt: Attempt, act: () => Promise<PriceTable>): Promise<boolean> {
    return this.#try(attempt, async () => {
      this.table = await act();
      void this.#models.pricesChanged();
    });
  }

  async #try(attempt: Attempt, act: () => Promise<void>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.#attempt = attempt;
    this.#error = null;
    try {
      await act();
      return true;
    } catch (thrown) {
      this.#error = AppError.from(thrown).toData();
      return false;
    } finally {
      this.busy = false;
    }
  }
}
