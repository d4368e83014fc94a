import { type BrowserWindow, nativeTheme } from 'electron';
import { release } from 'node:os';
import { platform } from './platform';
import { type Frame, groundOf, hasMaterial, overlayOf } from './window-frame';

/** The system's own ground shows through the sidebars of main windows. */
export const material = hasMaterial(platform, release());

export const frameNow = (wanted: Pick<Frame, 'material' | 'integrated'>): Frame => ({
  ...wanted,
  platform,
  dark: nativeTheme.shouldUseDarkColors,
});

/** The theme is another one: the window's own colours go with it, as long as it is there. */
export function followTheme(window: BrowserWindow, made: Pick<Frame, 'material' | 'integrated'>): void {
  const follow = () => {
    const frame = frameNow(made);
    window.setBackgroundColor(groundOf(frame));
    const overlay = overlayOf(frame);
    if (overlay) window.setTitleBarOverlay(overlay);
  };
  nativeTheme.on('updated', follow);
  window.once('closed', () => nativeTheme.off('updated', follow));
}
