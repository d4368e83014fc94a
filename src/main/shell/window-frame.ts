import type { BrowserWindowConstructorOptions, TitleBarOverlay } from 'electron';
import type { Platform } from '../../shared/keys';

/** The height of the page's own bar (`--bar`), in CSS pixels. */
const HEIGHT = 48;

/** The page's ground and its words (`--bg`, `--text`), so that a window is never the wrong colour before its first paint. */
const LIGHT = { color: '#ffffff', symbolColor: '#1b1b19' };
const DARK = { color: '#191918', symbolColor: '#ecece8' };
const CLEAR = '#00000000';

/** Windows 11 22H2: before, nothing would be drawn where the page is clear. */
const FIRST_WITH_MICA = 22_621;

/** What a window's frame follows. */
export interface Frame {
  readonly platform: Platform;
  readonly dark: boolean;
  /** The system's own ground shows through the sidebar. */
  readonly material: boolean;
  /** On Linux: the buttons of the window lie in the page's bar. */
  readonly integrated: boolean;
}

/** `release` is the system's, as Node names it. */
export function hasMaterial(platform: Platform, release: string): boolean {
  if (platform === 'mac') return true;
  const build = Number(release.split('.')[2] ?? 0);
  return platform === 'windows' && build >= FIRST_WITH_MICA;
}

export function groundOf({ dark, material }: Pick<Frame, 'dark' | 'material'>): string {
  return material ? CLEAR : (dark ? DARK : LIGHT).color;
}

/** The buttons in the page's bar; null where they are the system's own affair. */
export function overlayOf({ platform, dark, integrated }: Omit<Frame, 'material'>): TitleBarOverlay | null {
  const drawn = platform === 'windows' || (platform === 'linux' && integrated);
  return drawn ? { ...(dark ? DARK : LIGHT), height: HEIGHT } : null;
}

/** As each system has it: on macOS the lights lie in the page's bar, on Windows the buttons do; Linux has its own frame. */
export function frameOf(frame: Frame): BrowserWindowConstructorOptions {
  const overlay = overlayOf(frame);
  const ground = { backgroundColor: groundOf(frame) };
  if (frame.platform === 'mac')
    return {
      ...ground,
      titleBarStyle: 'hiddenInset',
      trafficLightPosition: { x: 18, y: 17 },
      titleBarOverlay: { height: HEIGHT }, // tells the page where the lights are, and that they went in full screen
      ...(frame.material && { vibrancy: 'sidebar', visualEffectState: 'followWindow' }),
    };
  return {
    ...ground,
    ...(overlay && { titleBarStyle: 'hidden', titleBarOverlay: overlay }),
    ...(frame.material && { backgroundMaterial: 'mica' }),
  };
}
