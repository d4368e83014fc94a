import type { ToolCalls, Usage } from '../../../shared/money';

/** What a call used, and of whom. */
export interface Used {
  /** As the server names it. */
  readonly model: string;
  /** The server's base address: OpenAI's prices are those of OpenAI's own servers. */
  readonly address: string;
  /** The service tier that the server tells; null is the standard one. */
  readonly tier: string | null;
  readonly usage: Usage;
  /** Of what was written to the cache, for longer than the usual 30 minutes. Nobody knows what it costs. */
  readonly writtenFor12Hours?: number;
  readonly tools: ToolCalls;
  /** When, in epoch milliseconds. */
  readonly at: number;
}

export interface Cost {
  /** Whole micro-dollars, with what the tools cost; null where any of it is unknown. */
  readonly micros: number | null;
  readonly toolMicros: number;
  /** The version of the price list that it was reckoned with. */
  readonly version: string;
}

/** What calls cost, by the price of their day. */
export interface Prices {
  cost(used: Used): Cost;
}
