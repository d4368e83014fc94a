export const rangeNames = [
  'this-month',
  'last-month',
  'last-7-days',
  'last-30-days',
  'this-year',
  'all',
  'custom',
] as const;

/** Days of this machine's calendar. */
export interface Range {
  readonly name: (typeof rangeNames)[number];
  /** The first and the last day of a custom range, such as `2026-11-22`; where one is empty, there is no limit. */
  readonly from: string;
  readonly to: string;
}

export const thisMonth: Range = { name: 'this-month', from: '', to: '' };

/** Epoch milliseconds, from the first moment up to the last, without it. Null is no limit. */
export interface Bounds {
  readonly from: number | null;
  readonly to: number | null;
}

export function boundsOf({ name, from, to }: Range, now: number): Bounds {
  const today = new Date(now);
  const [year, month, day] = [today.getFullYear(), today.getMonth(), today.getDate()];
  const start = (...date: [number, number, number?]) => new Date(date[0], date[1], date[2] ?? 1).getTime();
  switch (name) {
    case 'this-month':
      return { from: start(year, month), to: start(year, month + 1) };
    case 'last-month':
      return { from: start(year, month - 1), to: start(year, month) };
    case 'last-7-days':
      return { from: start(year, month, day - 6), to: start(year, month, day + 1) };
    case 'last-30-days':
      return { from: start(year, month, day - 29), to: start(year, month, day + 1) };
    case 'this-year':
      return { from: start(year, 0), to: start(year + 1, 0) };
    case 'all':
      return { from: null, to: null };
    case 'custom':
      return { from: startOf(from, 0), to: startOf(to, 1) };
  }
}

/** When a day begins here, or one so many days later; null where it is no day. */
export function startOf(day: string, later = 0): number | null {
  const [, year, month, date] = /^(\d{4,6})-(\d{2})-(\d{2})$/.exec(day) ?? [];
  return date === undefined
    ? null
    : new Date(Number(year), Number(month) - 1, Number(date) + later).getTime();
}

/** The day on which a moment falls here, such as `2026-11-22`. */
export function dayOf(at: number): string {
  const date = new Date(at);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
