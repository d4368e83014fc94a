import { dateFormat, words } from '../../shared/words';

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
  const { days } = words.common;
  for (const [label, begin] of [
    [days.today, midnight],
    [days.yesterday, daysAgo(1)],
    [days.previousWeek, daysAgo(7)],
  ] as const) {
    if (date >= begin) return { label, begin: begin.getTime() };
  }
  const sameYear = date.getFullYear() === now.getFullYear();
  const begin = new Date(date.getFullYear(), date.getMonth()).getTime();
  return { label: (sameYear ? month : monthAndYear)(date), begin };
}

const month = dateFormat({ month: 'long' });
const monthAndYear = dateFormat({ month: 'long', year: 'numeric' });

/** “14:05” */
export const clockTime = dateFormat({ hour: '2-digit', minute: '2-digit' });
