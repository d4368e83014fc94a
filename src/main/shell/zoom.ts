import type { BrowserWindow } from 'electron';
import { mainWindow } from './window';

/** As Chromium's own menu steps: each is a fifth more or less, and half a step at a time. */
const STEP = 0.5;
const FURTHEST = 5;

/** Shows everything larger or smaller; 0: as it usually is. Chromium keeps it for all windows. */
export function zoom(window: BrowserWindow | null, step: 1 | -1 | 0): void {
  const contents = (window ?? mainWindow())?.webContents;
  if (!contents) return;
  const level = step === 0 ? 0 : contents.getZoomLevel() + step * STEP;
  contents.setZoomLevel(Math.min(Math.max(level, -FURTHEST), FURTHEST));
}
