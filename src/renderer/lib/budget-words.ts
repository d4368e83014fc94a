import type { BudgetDetails } from '../../shared/errors';
import type { Balance, Budgets } from '../../shared/money';
import { dollars } from '../../shared/money-words';

type Period = BudgetDetails['period'];

const names: Readonly<Record<Period, string>> = {
  day: 'Today’s budget',
  month: 'This month’s budget',
  conversation: 'The budget of this chat',
};

/** A budget that is nearly used up, or is. */
export interface Nearing {
  readonly period: Period;
  readonly limit: number;
  readonly spent: number;
}

/** From this part of a budget on one is told. */
const WARN = 0.8;

/** The budget that is used up most, where one should be told; null where there is time. In micro-dollars. */
export function nearing(budgets: Budgets, { day, month }: Balance, conversation: number): Nearing | null {
  const spent = { day, month, conversation };
  const near = (['day', 'month', 'conversation'] as const).flatMap((period) => {
    const limit = budgets[period];
    return limit !== null && spent[period] >= limit * WARN ? [{ period, limit, spent: spent[period] }] : [];
  });
  const used = ({ spent: so, limit }: Nearing) => (limit === 0 ? Infinity : so / limit);
  return near.sort((a, b) => used(b) - used(a))[0] ?? null;
}

export function nearingWords({ period, limit, spent }: Nearing): string {
  if (spent >= limit) return `${names[period]} of ${dollars(limit)} is used up.`;
  return `${names[period]}: ${dollars(spent)} of ${dollars(limit)} is used.`;
}

/** That a budget refuses a call, as a sentence. */
export function refusedBy(budget: BudgetDetails | undefined): string {
  if (!budget) return 'The budget is used up.';
  const name = `${names[budget.period]} of ${dollars(budget.limit)}`;
  return budget.left > 0 ? `${name} leaves too little for this.` : `${name} is used up.`;
}

/** Why it is not enough, as a sentence. */
export function budgetLeft(budget: BudgetDetails | undefined): string {
  if (!budget) return 'This would have gone over it.';
  const would = `this would have cost ${dollars(budget.needed)} or more.`;
  if (budget.left <= 0) return `Nothing of it is left, and ${would}`;
  return `With what running answers may still cost, ${dollars(budget.left)} of it is left, and ${would}`;
}
