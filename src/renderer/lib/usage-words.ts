import type { Spent } from '../../shared/money';
import { dollars, tokens } from '../../shared/money-words';
import { dateFormat, numberFormat, words } from '../../shared/words';
import type { Column, Measure } from './usage-chart';

/** “1.3M” */
export const count = numberFormat({ notation: 'compact', maximumFractionDigits: 1 });

/** How much of what was read came from the cache: “61 %”. */
export function cachedPart({ input, cached }: Spent): string {
  return input === 0 ? '–' : `${Math.round((cached / input) * 100)} %`;
}

/** “212 calls · 1.3M in (61 % cached) · 96K out” */
export function usedWords(spent: Spent): string {
  const { calls, input, cached, output } = spent;
  const said = words.money.usage;
  const read = cached > 0 ? said.readPartlyCached(count(input), cachedPart(spent)) : said.read(count(input));
  return [said.calls(calls), read, said.written(count(output))].join(' · ');
}

/** What a sum lacks, or is unsure of; empty where it is exact. */
export function doubtWords({ unpriced, estimated }: Spent): string {
  const said = words.money.usage;
  return [
    ...(unpriced > 0 ? [said.unpriced(unpriced)] : []),
    ...(estimated > 0 ? [said.estimated(estimated)] : []),
  ].join(' · ');
}

/** “Sun 22 Nov 2026”, or “Nov 2026” for a month. */
export function dayWords(day: string): string {
  // Both are read as UTC and said in it, so that no zone makes another day of it.
  return (day.length === 'yyyy-mm'.length ? inMonth : onDay)(Date.parse(day)).replace(',', '');
}

export function amountWords(value: number, measure: Measure): string {
  return measure === 'cost' ? dollars(value) : tokens(value);
}

/** The chart in a sentence or two, for who does not see it. */
export function chartWords(columns: readonly Column[], measure: Measure): string {
  const [first, last] = [columns[0], columns.at(-1)];
  const { chart, nothing } = words.money.usage;
  if (!first || !last) return nothing;
  const most = columns.reduce((so, column) => (column.value > so.value ? column : so));
  const step = first.key.length === 'yyyy-mm'.length ? 'month' : 'day';
  return chart.told(chart.title[measure][step], {
    ...{ from: dayWords(first.key), to: dayWords(last.key) },
    ...{ most: amountWords(most.value, measure), on: dayWords(most.key) },
  });
}

const month = { month: 'short', year: 'numeric', timeZone: 'UTC' } as const;
const inMonth = dateFormat(month);
const onDay = dateFormat({ ...month, day: 'numeric', weekday: 'short' });
