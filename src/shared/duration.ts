import { words } from './words';

/** How long something took, in words that are read at a glance: “4 s”, “2 min 5 s”. */
export function duration(ms: number): string {
  const seconds = Math.max(1, Math.round(ms / 1000));
  const said = words.common.duration;
  if (seconds < 60) return said.seconds(seconds);
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60];
  return rest === 0 ? said.minutes(minutes) : said.both(minutes, rest);
}
