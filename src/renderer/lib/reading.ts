import type { Settings } from '../../shared/settings';
import type { Language } from '../../shared/words/language';

const ROOT_PX = 16;

/** Sets, for all of a page, how large and how wide a conversation is read. */
export function applyReading(
  { textSize, lineWidth }: Pick<Settings, 'textSize' | 'lineWidth'>,
  { style }: HTMLElement,
): void {
  style.setProperty('--text-size', `${textSize / ROOT_PX}rem`);
  style.setProperty('--measure', `var(--measure-${lineWidth})`);
}

/** Sets which way a page runs, and in which language a screen reader reads it. */
export function applyLanguage({ code, direction }: Language, root: HTMLElement): void {
  root.lang = code;
  root.dir = direction;
}
