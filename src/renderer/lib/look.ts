import type { Settings } from '../../shared/settings';
import { accentTokens } from './accent';

type Look = Pick<Settings, 'contrast' | 'density' | 'motion' | 'accent'>;

/** Sets, for all of a page, what `tokens.css` has more than one of; `system` is the system's colour, `#rrggbb`. */
export function applyLook(look: Look, system: string | null, { dataset, style }: HTMLElement): void {
  dataset['contrast'] = look.contrast;
  dataset['density'] = look.density;
  dataset['motion'] = look.motion;
  const tokens = accentTokens(look.accent === 'system' ? system : null);
  for (const [name, value] of Object.entries(tokens)) style.setProperty(name, value);
}

/** Nothing is to move: the system says so, or the user does. */
export function isStill(root: Element = document.documentElement): boolean {
  return getComputedStyle(root).getPropertyValue('--motion').trim() === 'reduce';
}
