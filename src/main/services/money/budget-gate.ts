import { AppError, type BudgetDetails } from '../../../shared/errors';
import type { Budgets } from '../../../shared/money';
import type { ReceiptStore } from '../../storage/receipt-store';

/** What a call may cost, in micro-dollars, if it writes so many tokens; null where no price is known. */
type CostOf = (outputTokens: number) => number | null;

export interface Wish {
  /** The call's id. */
  readonly id: string;
  readonly conversationId: string | null;
  readonly costOf: CostOf;
  /** As many tokens as it would write if money were no matter. */
  readonly most: number;
  /** It can be told to write no more than so many tokens. */
  readonly bounded: boolean;
  /** Without a price it may be free: the server is not OpenAI's. */
  readonly maybeFree: boolean;
  /** The user lets this one through. */
  readonly beyond: boolean;
}

export interface Admission {
  /** Micro-dollars that are set aside until the call has ended. */
  readonly reserved: number;
  /** The call must write no more tokens than this; null where it may write what it likes. */
  readonly outputTokens: number | null;
}

export interface BudgetGateDeps {
  readonly receipts: ReceiptStore;
  readonly budgets: () => Budgets;
  readonly now: () => number;
}

/** So many tokens are enough for most answers with their thoughts. */
const USUAL = 16_000;
/** An answer that may not be as long as this is not worth its question. */
const LEAST = 1_000;
/** One call may have this part of what is left, where that is more than the usual. */
const SHARE = 10;

interface Reserved {
  readonly conversationId: string | null;
  readonly micros: number;
}

/**
 * Where every call passes before it leaves.
 *
 * Under a budget the most that a call may cost is set aside while it runs, and the call is bounded to it, so that
 * calls that run at once cannot spend the same dollar: receipts and what is set aside stay within the budget.
 */
export class BudgetGate {
  readonly #deps: BudgetGateDeps;
  readonly #open = new Map<string, Reserved>();

  constructor(deps: BudgetGateDeps) {
    this.#deps = deps;
  }

  /** Whether a call has to be counted before it leaves. */
  get watches(): boolean {
    const { day, month, conversation } = this.#deps.budgets();
    return day !== null || month !== null || conversation !== null;
  }

  /** Throws `BUDGET_REACHED` where the call could cost more than is left, `BUDGET_BLIND` where nobody knows what it costs. */
  admit(wish: Wish): Admission {
    const admission = this.watches && !wish.beyond ? this.#within(wish) : this.#free(wish);
    this.#open.set(wish.id, { conversationId: wish.conversationId, micros: admission.reserved });
    return admission;
  }

  /** The call's receipt is written, so what was set aside for it is free. */
  release(id: string): void {
    this.#open.delete(id);
  }

  #free({ costOf, most }: Wish): Admission {
    return { reserved: this.watches ? (costOf(most) ?? 0) : 0, outputTokens: null };
  }

  #within({ conversationId, costOf, most, bounded, maybeFree }: Wish): Admission {
    const input = costOf(0);
    if (input === null) {
      if (maybeFree) return { reserved: 0, outputTokens: null };
      throw new AppError('BUDGET_BLIND', 'No price is known, so no budget can be kept.');
    }
    const tightest = this.#tightest(conversationId);
    const affordable = tokensFor(tightest.left, costOf, most);
    const share = tokensFor(Math.floor(tightest.left / SHARE), costOf, most);
    const outputTokens = bounded ? Math.min(affordable, Math.max(share, USUAL)) : most;
    const needed = costOf(bounded ? Math.min(most, LEAST) : most) ?? 0;
    if (needed > tightest.left || input > tightest.left) {
      throw new AppError('BUDGET_REACHED', 'The budget does not allow this call.', {
        details: { budget: { ...tightest, needed } },
      });
    }
    return { reserved: costOf(outputTokens) ?? 0, outputTokens: bounded ? outputTokens : null };
  }

  /** The budget that leaves least. */
  #tightest(conversationId: string | null): Omit<BudgetDetails, 'needed'> {
    const { budgets, receipts, now } = this.#deps;
    const limits = budgets();
    const { day, month } = periodsOf(now());
    const set = [...this.#open.values()];
    const held = (calls: readonly Reserved[]) => calls.reduce((sum, { micros }) => sum + micros, 0);
    const all: readonly (readonly [BudgetDetails['period'], () => number])[] = [
      ['day', () => receipts.since(day) + held(set)],
      ['month', () => receipts.since(month) + held(set)],
      [
        'conversation',
        () => {
          const here = set.filter((call) => call.conversationId === conversationId);
          return conversationId === null ? 0 : receipts.inConversation(conversationId).micros + held(here);
        },
      ],
    ];
    const left = all.flatMap(([period, spent]) => {
      const limit = limits[period];
      return limit === null ? [] : [{ period, limit, left: limit - spent() }];
    });
    return left.reduce((least, other) => (other.left < least.left ? other : least));
  }
}

/** When this day and this month began, by the clock of this place. */
export function periodsOf(now: number): { readonly day: number; readonly month: number } {
  const date = new Date(now);
  const [year, month, day] = [date.getFullYear(), date.getMonth(), date.getDate()];
  return { day: new Date(year, month, day).getTime(), month: new Date(year, month, 1).getTime() };
}

/** How many tokens of output, up to the most, so much money buys beside the input. */
function tokensFor(micros: number, costOf: CostOf, most: number): number {
  const fits = (tokens: number) => (costOf(tokens) ?? Infinity) <= micros;
  if (fits(most)) return most;
  let [low, high] = [0, most];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (fits(middle)) low = middle;
    else high = middle;
  }
  return low;
}
