import { type BrowserWindow, dialog } from 'electron';
import { words } from '../../shared/words';

/** Two crashes within this time are one that repeats itself. */
const CRASH_LOOP_MS = 10_000;

/** The turn goes on in main: a page that crashed is loaded again and reads what it missed, unless it crashes at once. */
export function reviveAfterCrash(window: BrowserWindow): void {
  let last = -Infinity;
  window.webContents.on('render-process-gone', (_, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    const now = performance.now();
    const again = now - last < CRASH_LOOP_MS;
    last = now;
    if (!again) return window.webContents.reload();
    dialog.showErrorBox(words.desktop.crashes.title, words.desktop.crashes.text);
  });
}

/** A page that hangs does not hold up the turn; one that was crashed on purpose is loaded again like any other. */
export function offerReloadWhenStuck(window: BrowserWindow): void {
  window.on('unresponsive', () => {
    const question = dialog.showMessageBox(window, {
      type: 'question',
      message: words.desktop.stuck.title,
      detail: words.desktop.stuck.text,
      buttons: [words.desktop.stuck.reload, words.desktop.stuck.wait],
      defaultId: 0,
      cancelId: 1,
      noLink: true,
    });
    void question.then(({ response }) => response === 0 && window.webContents.forcefullyCrashRenderer());
  });
}
