import type { BrowserWindow } from 'electron';
import { keepZoom, mainWindow } from './window';

/** As Chromium's own menu steps: each is a fifth more or less, and half a step at a time. */
const STEP = 0.5;
const FURTHEST = 5;

/** Shows everything in that window larger or smaller; 0: as it usually is. */
export function zoom(focused: BrowserWindow | null, step: 1 | -1 | 0): void {
  const window = focused ?? mainWindow();
  if (!window) return;
  const wanted = step === 0 ? 0 : window.webContents.getZoomLevel() + step * STEP;
  const level = Math.min(Math.max(wanted, -FURTHEST), FURTHEST);
  window.webContents.setZoomLevel(level);
  keepZoom(window, level);
}
