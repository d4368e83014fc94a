import type { AppEvent } from '../../shared/contract';
import type { UsageQuery, UsageReport } from '../../shared/contract/usage';
import { AppError, type AppErrorData } from '../../shared/errors';
import type { Api } from '../api';
import { type Bounds, boundsOf, type Range, thisMonth } from '../lib/usage-range';

/** What a report is narrowed to. Null is any. */
export type Only = Omit<UsageQuery, keyof Bounds>;

const anything: Only = { model: null, accountId: null, conversationId: null, kind: null };

/** What was used in a range of days, as one looks at it. */
export class Usage {
  readonly #api: Api;
  range = $state.raw<Range>(thisMonth);
  only = $state.raw<Only>(anything);
  /** Of the days that were read last. */
  bounds = $state.raw<Bounds>({ from: null, to: null });
  /** Null until it was read. */
  report = $state.raw<UsageReport | null>(null);
  /** Of the whole range: what one may narrow it to. */
  whole = $state.raw<UsageReport | null>(null);
  /** The day of the price list, such as `2026-11-22`; null until it was read. */
  asOf = $state<string | null>(null);
  error = $state.raw<AppErrorData | null>(null);
  exporting = $state(false);
  #followed = false;
  /** A report that is late does not speak for what was asked for since. */
  #newest: symbol | null = null;

  constructor(api: Api) {
    this.#api = api;
  }

  get narrowed(): boolean {
    return Object.values(this.only).some((value) => value !== null);
  }

  /** Reads the report, and again whenever something was spent. Returns what ends it. */
  follow(): () => void {
    this.#followed = true;
    void this.load();
    void this.readPrices();
    return () => {
      this.#followed = false;
    };
  }

  receive(event: AppEvent): void {
    if (event.name === 'money.spent' && this.#followed) void this.load();
  }

  async show(range: Range): Promise<void> {
    this.range = range;
    await this.load();
  }

  async narrow(change: Partial<Only>): Promise<void> {
    this.only = { ...this.only, ...change };
    await this.load();
  }

  async load(): Promise<void> {
    const newest = (this.#newest = Symbol());
    const bounds = boundsOf(this.range, Date.now());
    try {
      const whole = await this.#api.call('usage.report', { ...bounds, ...anything });
      if (this.#newest !== newest) return;
      const only = within(whole, this.only);
      const narrowed = Object.values(only).some((value) => value !== null);
      const report = narrowed ? await this.#api.call('usage.report', { ...bounds, ...only }) : whole;
      if (this.#newest !== newest) return;
      this.#keep({ bounds, whole, only, report });
    } catch (thrown) {
      if (this.#newest === newest) this.error = AppError.from(thrown).toData();
    }
  }

  /** Of what day prices are; that it could not be read troubles nobody. */
  async readPrices(): Promise<void> {
    const prices = await this.#api.call('prices.list').catch(() => null);
    this.asOf = prices?.asOf ?? this.asOf;
  }

  /** How many tokens a text is to a model. */
  countTokens(text: string, model: string): Promise<number> {
    return this.#api.call('tokens.count', { text, model });
  }

  #keep({ bounds, whole, only, report }: Pick<Usage, 'bounds' | 'whole' | 'only' | 'report'>): void {
    this.bounds = bounds;
    this.whole = whole;
    this.only = only;
    this.report = report;
    this.error = null;
  }

  /** Keeps the receipts behind the report as a file, where the user says. */
  async export(): Promise<void> {
    this.exporting = true;
    try {
      await this.#api.call('usage.export', { ...boundsOf(this.range, Date.now()), ...this.only });
      this.error = null;
    } catch (thrown) {
      this.error = AppError.from(thrown).toData();
    } finally {
      this.exporting = false;
    }
  }
}

/** Without what the range does not have. */
function within({ models, accounts, conversations, kinds }: UsageReport, only: Only): Only {
  const kept = <T>(value: T | null, known: readonly (T | null)[]) => (known.includes(value) ? value : null);
  return {
    model: kept(
      only.model,
      models.map(({ model }) => model),
    ),
    accountId: kept(
      only.accountId,
      accounts.map(({ id }) => id),
    ),
    conversationId: kept(
      only.conversationId,
      conversations.map(({ id }) => id),
    ),
    kind: kept(
      only.kind,
      kinds.map(({ kind }) => kind),
    ),
  };
}
