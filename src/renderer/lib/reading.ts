import type { Settings } from '../../shared/settings';

const ROOT_PX = 16;

/** Sets, for all of a page, how large and how wide a conversation is read. */
export function applyReading(
  { textSize, lineWidth }: Pick<Settings, 'textSize' | 'lineWidth'>,
  { style }: HTMLElement,
): void {
  style.setProperty('--text-size', `${textSize / ROOT_PX}rem`);
  style.setProperty('--measure', `var(--measure-${lineWidth})`);
}
