import type { BrowserWindowConstructorOptions } from 'electron';
import { nativeTheme } from 'electron';
import { mainWindows } from './window';

/** The height of the page's own bar (`--bar`), in CSS pixels. */
const HEIGHT = 48;

/** The page's ground and its words (`--bg`, `--text`). */
const colours = () =>
  nativeTheme.shouldUseDarkColors
    ? { color: '#191918', symbolColor: '#ecece8' }
    : { color: '#ffffff', symbolColor: '#1b1b19' };

/** As each system has it: on macOS the lights lie in the page's bar, on Windows the buttons do; Linux has its own frame. */
export function titleBar(): BrowserWindowConstructorOptions {
  if (process.platform === 'darwin')
    return {
      titleBarStyle: 'hiddenInset',
      trafficLightPosition: { x: 18, y: 17 },
      titleBarOverlay: { height: HEIGHT }, // tells the page where the lights are, and that they went in full screen
    };
  if (process.platform === 'win32')
    return { titleBarStyle: 'hidden', titleBarOverlay: { ...colours(), height: HEIGHT } };
  return {};
}

/** The theme is another one. */
export function followTheme(): void {
  if (process.platform !== 'win32') return;
  nativeTheme.on('updated', () => {
    for (const window of mainWindows()) window.setTitleBarOverlay({ ...colours(), height: HEIGHT });
  });
}
