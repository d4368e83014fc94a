export interface TimeGroup<T> {
  readonly label: string;
  readonly items: readonly T[];
}

/** Newest first in, grouped as a person would say it: Today, Yesterday, Previous 7 days, then months. */
export function byTime<T extends { readonly updatedAt: number }>(
  items: readonly T[],
  now = new Date(),
): readonly TimeGroup<T>[] {
  const groups: { label: string; items: T[] }[] = [];
  let begin = Infinity;
  for (const item of items) {
    // Dates are looked at once a group, not once an item: there are thousands of those.
    if (item.updatedAt < begin) {
      const next = groupOf(new Date(item.updatedAt), now);
      begin = next.begin;
      if (next.label !== groups.at(-1)?.label) groups.push({ label: next.label, items: [] });
    }
    groups.at(-1)?.items.push(item);
  }
  return groups;
}

/** The group of a date, and where it begins. */
function groupOf(date: Date, now: Date): { readonly label: string; readonly begin: number } {
  const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate());
  const daysAgo = (days: number) =>
    new Date(midnight.getFullYear(), midnight.getMonth(), midnight.getDate() - days);
  for (const [label, begin] of [
    ['Today', midnight],
    ['Yesterday', daysAgo(1)],
    ['Previous 7 days', daysAgo(7)],
  ] as const) {
    if (date >= begin) return { label, begin: begin.getTime() };
  }
  const sameYear = date.getFullYear() === now.getFullYear();
  const begin = new Date(date.getFullYear(), date.getMonth()).getTime();
  return { label: (sameYear ? month : monthAndYear).format(date), begin };
}

// Made once: making one takes longer than using it a hundred times.
const month = new Intl.DateTimeFormat('en', { month: 'long' });
const monthAndYear = new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric' });
const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });

export function clockTime(time: number): string {
  return clock.format(time);
}
