import type { CallKind, Spent } from '../../shared/money';
import type { Column, Measure } from './usage-chart';
import { dollars, tokens } from '../../shared/money-words';

export const kindNames: Readonly<Record<CallKind, string>> = {
  answer: 'Answers',
  title: 'Titles',
  summary: 'Summaries',
  compaction: 'Compactions',
  count: 'Token counts',
  check: 'Account checks',
};

/** “1.3M” */
export function count(tokens: number): string {
  return short.format(tokens);
}

/** How much of what was read came from the cache: “61 %”. */
export function cachedPart({ input, cached }: Spent): string {
  return input === 0 ? '–' : `${Math.round((cached / input) * 100)} %`;
}

/** “212 calls · 1.3M in (61 % cached) · 96K out” */
export function usedWords(spent: Spent): string {
  const { calls, input, cached, output } = spent;
  const fromCache = cached > 0 ? ` (${cachedPart(spent)} cached)` : '';
  return `${howMany(calls, 'call')} · ${count(input)} in${fromCache} · ${count(output)} out`;
}

/** What a sum lacks, or is unsure of; empty where it is exact. */
export function doubtWords({ unpriced, estimated }: Spent): string {
  const words = [
    unpriced > 0 ? `+ ${howMany(unpriced, 'call')} with unknown price` : '',
    estimated > 0 ? `${howMany(estimated, 'call')} estimated` : '',
  ];
  return words.filter((word) => word !== '').join(' · ');
}

/** “Sun 22 Nov 2026”, or “Nov 2026” for a month. */
export function dayWords(day: string): string {
  // Both are read as UTC and said in it, so that no zone makes another day of it.
  return (day.length === 'yyyy-mm'.length ? inMonth : onDay).format(Date.parse(day)).replace(',', '');
}

export function amountWords(value: number, measure: Measure): string {
  return measure === 'cost' ? dollars(value) : tokens(value);
}

/** The chart in a sentence or two, for who does not see it. */
export function chartWords(columns: readonly Column[], measure: Measure): string {
  const [first, last] = [columns[0], columns.at(-1)];
  if (!first || !last) return 'Nothing was used.';
  const most = columns.reduce((so, column) => (column.value > so.value ? column : so));
  const what = measure === 'cost' ? 'Cost' : 'Tokens';
  const step = first.key.length === 'yyyy-mm'.length ? 'month' : 'day';
  return (
    `${what} by ${step} and model, ${dayWords(first.key)} to ${dayWords(last.key)}. ` +
    `The most was ${amountWords(most.value, measure)}, ${dayWords(most.key)}. The table has every figure.`
  );
}

/** “1 call”, “1,240 calls” */
export function howMany(count: number, noun: string): string {
  return `${whole.format(count)} ${noun}${count === 1 ? '' : 's'}`;
}

const whole = new Intl.NumberFormat('en-US');
const short = new Intl.NumberFormat('en-US', { notation: 'compact', maximumFractionDigits: 1 });
const month = { month: 'short', year: 'numeric', timeZone: 'UTC' } as const;
const inMonth = new Intl.DateTimeFormat('en-GB', month);
const onDay = new Intl.DateTimeFormat('en-GB', { ...month, day: 'numeric', weekday: 'short' });
