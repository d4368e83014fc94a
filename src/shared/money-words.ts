import type { BudgetDetails } from './errors';
import type { Spent } from './money';
import { dateFormat, numberFormat, words } from './words';

/** A sum of micro-dollars: “$0.012”, “$1,240.50”. Null is a price that nobody knows. */
export function dollars(micros: number | null): string {
  if (micros === null) return words.money.sums.unknown;
  if (micros > 0 && micros < SMALLEST) return words.money.sums.tiny(small(SMALLEST / MICROS));
  return (micros > 0 && micros < TEN_CENTS ? small : large)(micros / MICROS);
}

/** What calls have cost together, with what is not known of it: “≈ $0.004”, “price unknown”. */
export function spentWords({ micros, unpriced, estimated }: Spent): string {
  if (unpriced > 0 && micros === 0) return dollars(null);
  const sum = `${estimated > 0 ? '≈ ' : ''}${dollars(micros)}`;
  return unpriced > 0 ? words.money.sums.andUnknown(sum, unpriced) : sum;
}

/** To the micro-dollar: “$0.004321”. */
export function exactDollars(micros: number): string {
  return exact(micros / MICROS);
}

/** “1,240 tokens” */
export function tokens(count: number): string {
  return words.money.sums.tokens(count);
}

/** The day of a price, or its month where no day is known: `2026-11-22` reads “22 Nov 2026”. */
export function asOf(day: string): string {
  return (day.length === 'yyyy-mm'.length ? inMonth : onDay)(Date.parse(day));
}

/** That a budget refuses a call, as a sentence. */
export function refusedBy(budget: BudgetDetails | undefined): string {
  const said = words.money.budgets;
  if (!budget) return said.someUsedUp;
  const { period, limit, left } = budget;
  return (left > 0 ? said.leavesTooLittle : said.usedUp)(said[period], dollars(limit));
}

/** Why it is not enough, as a sentence. */
export function budgetLeft(budget: BudgetDetails | undefined): string {
  const said = words.money.budgets;
  if (!budget) return said.wouldGoOver;
  const needed = dollars(budget.needed);
  return budget.left <= 0 ? said.nothingLeft(needed) : said.tooLittleLeft(dollars(budget.left), needed);
}

const MICROS = 1_000_000;
/** Less is not worth its digits, and must not read as nothing. */
const SMALLEST = 100;
/** What rounds to it, too. */
const TEN_CENTS = 99_500;

const money = { style: 'currency', currency: 'USD' } as const;
const large = numberFormat(money);
const small = numberFormat({
  ...money,
  ...{ maximumFractionDigits: 4, maximumSignificantDigits: 2, roundingPriority: 'lessPrecision' },
});
const exact = numberFormat({ ...money, minimumFractionDigits: 6 });
// A list names a day, which begins earlier or later elsewhere.
const month = { month: 'short', year: 'numeric', timeZone: 'UTC' } as const;
const inMonth = dateFormat(month);
const onDay = dateFormat({ ...month, day: 'numeric' });
