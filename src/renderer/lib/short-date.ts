import { dayWords } from './day-words';
import { clockTime } from './time-groups';

/** When something was, in as few words as tell it: a time today, Yesterday, then a date. */
export function shortDate(at: number, now = new Date()): string {
  const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate()).getTime();
  return at >= midnight ? clockTime(at) : dayWords(at, now);
}
