export interface TimeGroup<T> {
  readonly label: string;
  readonly items: readonly T[];
}

/** Newest first in, grouped as a person would say it: Today, Yesterday, Previous 7 days, then months. */
export function byTime<T extends { readonly updatedAt: number }>(
  items: readonly T[],
  now = new Date(),
): readonly TimeGroup<T>[] {
  const groups = Map.groupBy(items, ({ updatedAt }) => label(new Date(updatedAt), now));
  return [...groups].map(([name, members]) => ({ label: name, items: members }));
}

function label(date: Date, now: Date): string {
  const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate());
  const daysAgo = (days: number) =>
    new Date(midnight.getFullYear(), midnight.getMonth(), midnight.getDate() - days);
  if (date >= midnight) return 'Today';
  if (date >= daysAgo(1)) return 'Yesterday';
  if (date >= daysAgo(7)) return 'Previous 7 days';
  const sameYear = date.getFullYear() === now.getFullYear();
  return (sameYear ? month : monthAndYear).format(date);
}

// Made once: making one takes longer than using it a hundred times.
const month = new Intl.DateTimeFormat('en', { month: 'long' });
const monthAndYear = new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric' });
const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });

export function clockTime(time: number): string {
  return clock.format(time);
}
