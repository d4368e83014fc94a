import { hex } from './colour';
import type { Look } from './drawing';

/** What only tells parts from each other has a hue of its own, which stays behind the words on it. */
const HUES = ['accent', 'syntax-string', 'syntax-constant', 'syntax-keyword', 'warning', 'syntax-tag'];
const STRENGTHS = [32, 16];

/** What the window looks like now: its tokens, as the colours they stand for. */
export function lookOfWindow(dark: boolean): Look {
  const probe = document.createElement('span');
  document.body.append(probe);
  const style = getComputedStyle(probe);
  const resolve = (colour: string): string => {
    probe.style.color = colour;
    return hex(style.color);
  };
  const token = (name: string) => resolve(`var(--${name})`);
  const look = {
    dark,
    font: style.getPropertyValue('--font').trim(),
    ground: token('bg'),
    box: token('surface-2'),
    group: token('sidebar'),
    line: token('border-control'),
    text: token('text'),
    quietText: token('text-2'),
    accent: token('accent'),
    accentSoft: token('accent-soft'),
    note: token('warning-soft'),
    danger: token('danger'),
    dangerSoft: token('danger-soft'),
    scale: STRENGTHS.flatMap((strength) =>
      HUES.map((hue) => resolve(`color-mix(in srgb, var(--${hue}) ${strength}%, var(--bg))`)),
    ),
  };
  probe.remove();
  return look;
}
