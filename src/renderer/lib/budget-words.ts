import type { BudgetDetails } from '../../shared/errors';
import type { Balance, Budgets } from '../../shared/money';
import { dollars } from '../../shared/money-words';
import { words } from '../../shared/words';

type Period = BudgetDetails['period'];

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
  const said = words.money.budgets;
  if (spent >= limit) return said.usedUp(said[period], dollars(limit));
  return said.partlyUsed(said[period], dollars(spent), dollars(limit));
}
