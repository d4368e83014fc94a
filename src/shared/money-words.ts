import type { Spent } from './money';

/** A sum of micro-dollars: “$0.012”, “$1,240.50”. Null is a price that nobody knows. */
export function dollars(micros: number | null): string {
  if (micros === null) return 'price unknown';
  if (micros > 0 && micros < SMALLEST) return 'under $0.0001';
  return (micros > 0 && micros < TEN_CENTS ? small : large).format(micros / 1_000_000);
}

/** What calls have cost together, with what is not known of it: “≈ $0.004”, “price unknown”. */
export function spentWords({ micros, unpriced, estimated }: Spent): string {
  if (unpriced > 0 && micros === 0) return dollars(null);
  const sum = `${estimated > 0 ? '≈ ' : ''}${dollars(micros)}`;
  return unpriced > 0 ? `${sum} + ${unpriced} of unknown price` : sum;
}

/** To the micro-dollar: “$0.004321”. */
export function exactDollars(micros: number): string {
  return exact.format(micros / 1_000_000);
}

/** “1,240 tokens” */
export function tokens(count: number): string {
  return `${whole.format(count)} ${count === 1 ? 'token' : 'tokens'}`;
}

/** The day of a price, or its month where no day is known: `2026-11-22` reads “22 Nov 2026”. */
export function asOf(day: string): string {
  return (day.length === 'yyyy-mm'.length ? inMonth : onDay).format(Date.parse(day));
}

/** Less is not worth its digits, and must not read as nothing. */
const SMALLEST = 100;
/** What rounds to it, too. */
const TEN_CENTS = 99_500;

const money = { style: 'currency', currency: 'USD' } as const;
const large = new Intl.NumberFormat('en-US', money);
const small = new Intl.NumberFormat('en-US', {
  ...money,
  ...{ maximumFractionDigits: 4, maximumSignificantDigits: 2, roundingPriority: 'lessPrecision' },
});
const exact = new Intl.NumberFormat('en-US', { ...money, minimumFractionDigits: 6 });
const whole = new Intl.NumberFormat('en-US');
// A list names a day, which begins earlier or later elsewhere.
const month = { month: 'short', year: 'numeric', timeZone: 'UTC' } as const;
const inMonth = new Intl.DateTimeFormat('en-GB', month);
const onDay = new Intl.DateTimeFormat('en-GB', { ...month, day: 'numeric' });
