import type { UsageOfDay } from '../../shared/contract/usage';
import type { Spent } from '../../shared/money';
import { type Bounds, dayOf, startOf } from './usage-range';

/** A day of the chart, or a month. */
export interface Column {
  /** `2026-11-22` or `2026-11`. */
  readonly key: string;
  readonly value: number;
  /** One for each series. */
  readonly parts: readonly number[];
}

/** What bars are made of, from the bottom up: the models that cost most, and all others together. */
export interface Series {
  /** Empty for all others. */
  readonly model: string;
}

export type Measure = 'cost' | 'tokens';

/** As many as one tells apart. */
const SERIES = 5;
/** With more days, columns are months. */
const MOST_DAYS = 62;

export function seriesOf(models: readonly { readonly model: string }[]): readonly Series[] {
  const named = models.slice(0, models.length > SERIES + 1 ? SERIES : SERIES + 1);
  const series = named.map(({ model }) => ({ model }));
  return named.length < models.length ? [...series, { model: '' }] : series;
}

/** Cost, unless no price is known of anything. */
export function measureOf({ micros, calls, unpriced }: Spent): Measure {
  return micros === 0 && calls > 0 && unpriced === calls ? 'tokens' : 'cost';
}

/** Every day or month from the first to the last, also those without any use. Days are the oldest first. */
export function columnsOf(
  days: readonly UsageOfDay[],
  { bounds, series, measure }: { bounds: Bounds; series: readonly Series[]; measure: Measure },
): readonly Column[] {
  const keys = keysOf(days, bounds);
  const length = keys[0]?.length ?? 0;
  const byKey = Map.groupBy(days, ({ day }) => day.slice(0, length));
  const place = new Map(series.map(({ model }, index) => [model, index]));
  const others = place.get('');
  return keys.map((key) => {
    const parts = series.map(() => 0);
    for (const { model, spent } of (byKey.get(key) ?? []).flatMap(({ models }) => models)) {
      const index = place.get(model) ?? others;
      if (index !== undefined) parts[index] = (parts[index] ?? 0) + amount(spent, measure);
    }
    return { key, parts, value: parts.reduce((sum, part) => sum + part, 0) };
  });
}

function amount({ micros, input, output }: Spent, measure: Measure): number {
  return measure === 'cost' ? micros : input + output;
}

function keysOf(days: readonly UsageOfDay[], { from, to }: Bounds): readonly string[] {
  const first = from === null ? days[0]?.day : dayOf(from);
  const last = to === null ? days.at(-1)?.day : dayOf(to - 1);
  if (first === undefined || last === undefined || first > last) return [];
  const inDays: string[] = [];
  for (let index = 0; index <= MOST_DAYS; index += 1) {
    const start = startOf(first, index);
    const key = start === null ? last : dayOf(start);
    inDays.push(key);
    if (key >= last) return inDays;
  }
  return months(first.slice(0, 7), last.slice(0, 7));
}

function months(first: string, last: string): readonly string[] {
  const [year = 0, month = 1] = first.split('-').map(Number);
  const keys: string[] = [];
  for (let index = 0; keys.at(-1) !== last; index += 1) {
    keys.push(dayOf(new Date(year, month - 1 + index, 1).getTime()).slice(0, 7));
  }
  return keys;
}
