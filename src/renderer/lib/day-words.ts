const day = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short' });
const dayAndYear = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', year: 'numeric' });
const DAY_MS = 24 * 60 * 60 * 1000;

/** “Today”, “Yesterday”, or the date, with its year where it is another one. */
export function dayWords(time: number, now = new Date()): string {
  const date = new Date(time);
  const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate()).getTime();
  if (time >= midnight) return 'Today';
  if (time >= new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1).getTime()) return 'Yesterday';
  return (date.getFullYear() === now.getFullYear() ? day : dayAndYear).format(date);
}

/** The same within a sentence. */
export function onDay(time: number, now = new Date()): string {
  const words = dayWords(time, now);
  return words === 'Today' || words === 'Yesterday' ? words.toLowerCase() : `on ${words}`;
}

/** When something that was put in the trash is erased; nothing where that is left to the user. */
export function eraseWords(deletedAt: number, days: number | null, now = Date.now()): string {
  if (days === null) return '';
  const left = Math.round((deletedAt + days * DAY_MS - now) / DAY_MS);
  if (left <= 0) return 'Erased today';
  return left === 1 ? 'Erased tomorrow' : `Erased in ${left} days`;
}
