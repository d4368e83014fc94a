/**
 * What calls use and cost. Money is counted in micro-dollars, whole millionths of a US dollar, and tokens are whole.
 */

export const callKinds = ['answer', 'title', 'summary', 'compaction', 'count', 'check'] as const;
/** What a call to a model was made for; `check`: to see what the account may do. A try that failed is of the kind of what it tried. */
export type CallKind = (typeof callKinds)[number];

export const outcomes = ['completed', 'incomplete', 'stopped', 'failed', 'interrupted'] as const;
/** `incomplete`: the server ended it early. `stopped`: by the user. `interrupted`: with the app. */
export type Outcome = (typeof outcomes)[number];

/** Tokens of one call. */
export interface Usage {
  /** All that was read, also what came from the cache or was written to it. */
  readonly input: number;
  readonly cached: number;
  readonly cacheWritten: number;
  /** All that was written, also the thoughts. */
  readonly output: number;
  readonly reasoning: number;
}

/** How often tools with a fee of their own were called, by the API's name for them, such as `web_search`. */
export type ToolCalls = Readonly<Record<string, number>>;

/** What one call used and cost, by the price of its day. It never changes. */
export interface Receipt {
  readonly id: string;
  /** When the call had ended. */
  readonly at: number;
  readonly kind: CallKind;
  readonly outcome: Outcome;
  readonly conversationId: string | null;
  /** The answer that it wrote, or tried to. */
  readonly messageId: string | null;
  readonly accountId: string;
  /** What the account was called then. */
  readonly accountName: string;
  /** The model that was asked. */
  readonly asked: string;
  /** The model as the server names it. */
  readonly model: string;
  readonly tier: string | null;
  readonly usage: Usage;
  readonly tools: ToolCalls;
  /** What the tools cost; part of `micros`. */
  readonly toolMicros: number;
  /** Null where no price is known. */
  readonly micros: number | null;
  /** The version of the price list that it was reckoned with. */
  readonly prices: string;
  /** The server did not say what it used. */
  readonly estimated: boolean;
}

/** A sum of receipts. */
export interface Spent {
  readonly calls: number;
  readonly input: number;
  readonly cached: number;
  readonly output: number;
  readonly reasoning: number;
  /** Of the calls with a known price. */
  readonly micros: number;
  /** How many used tokens at a price that nobody knows. */
  readonly unpriced: number;
  /** How many are estimates. */
  readonly estimated: number;
}

export const nothingSpent: Spent = {
  ...{ calls: 0, input: 0, cached: 0, output: 0, reasoning: 0, micros: 0, unpriced: 0, estimated: 0 },
};

/** What a conversation has cost. */
export interface Spending {
  /** With its title, and all else that was asked beside its answers. */
  readonly all: Spent;
  /** By the id of the answer; those that nothing was asked for are not in it. */
  readonly answers: Readonly<Record<string, Spent>>;
}

export const noSpending: Spending = { all: nothingSpent, answers: {} };

/** What may be spent, in micro-dollars; null is as much as one likes. A day and a month are the calendar's, here. */
export interface Budgets {
  readonly day: number | null;
  readonly month: number | null;
  /** Each conversation. */
  readonly conversation: number | null;
}

/** What has been spent, in micro-dollars. */
export interface Balance {
  readonly day: number;
  readonly month: number;
}

/** US dollars for a million tokens, which is micro-dollars for one, in the standard tier. */
export interface Price {
  readonly input: number;
  /** Null: as any other input. */
  readonly cachedInput: number | null;
  /** To write into the cache for 30 minutes. Null: as any other input. */
  readonly cacheWrite: number | null;
  readonly output: number;
  /** Above so many tokens of input, all of the request costs so many times as much. */
  readonly longContext: {
    readonly over: number;
    readonly inputTimes: number;
    readonly outputTimes: number;
  } | null;
}

/** One model's price, as it is reckoned with. */
export interface PricedModel {
  readonly model: string;
  readonly name: string;
  /** Null where it is unknown. */
  readonly price: Price | null;
  /** The one that the list has, where the user has set another. */
  readonly listed: Price | null;
  /** Set by the user. */
  readonly own: boolean;
  /** As of when, such as `2026-11-22`, and where it stands. */
  readonly asOf: string | null;
  readonly source: string | null;
}

export interface PriceTable {
  /** The day of the list, such as `2026-11-22`. */
  readonly asOf: string;
  /** It was taken in place of the one that Parley came with. */
  readonly imported: boolean;
  readonly models: readonly PricedModel[];
}
