import { dateFormat, words } from '../../shared/words';

const day = dateFormat({ day: 'numeric', month: 'short' });
const dayAndYear = dateFormat({ day: 'numeric', month: 'short', year: 'numeric' });
const DAY_MS = 24 * 60 * 60 * 1000;

/** “Today”, “Yesterday”, or the date, with its year where it is another one. */
export function dayWords(time: number, now = new Date()): string {
  const near = nearDay(time, now);
  return near === null ? dateOf(time, now) : words.common.days[near];
}

/** The same within a sentence. */
export function onDay(time: number, now = new Date()): string {
  const near = nearDay(time, now);
  const said = words.common.days.inSentence;
  return near === null ? said.on(dateOf(time, now)) : said[near];
}

/** When something that was put in the trash is erased; nothing where that is left to the user. */
export function eraseWords(deletedAt: number, days: number | null, now = Date.now()): string {
  if (days === null) return '';
  const left = Math.round((deletedAt + days * DAY_MS - now) / DAY_MS);
  const said = words.library.erased;
  if (left <= 0) return said.eraseToday;
  return left === 1 ? said.eraseTomorrow : said.eraseIn(left);
}

function nearDay(time: number, now: Date): 'today' | 'yesterday' | null {
  const midnight = (daysAgo: number) =>
    new Date(now.getFullYear(), now.getMonth(), now.getDate() - daysAgo).getTime();
  if (time >= midnight(0)) return 'today';
  return time >= midnight(1) ? 'yesterday' : null;
}

function dateOf(time: number, now: Date): string {
  return (new Date(time).getFullYear() === now.getFullYear() ? day : dayAndYear)(time);
}
