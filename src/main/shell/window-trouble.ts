import { type BrowserWindow, dialog } from 'electron';

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
    dialog.showErrorBox('The window keeps crashing', 'Nothing is lost. Quit Parley and start it again.');
  });
}

/** A page that hangs does not hold up the turn; one that was crashed on purpose is loaded again like any other. */
export function offerReloadWhenStuck(window: BrowserWindow): void {
  window.on('unresponsive', () => {
    const question = dialog.showMessageBox(window, {
      type: 'question',
      message: 'The window does not respond.',
      detail: 'Answers go on and are kept. Loading the window again loses nothing but what was typed last.',
      buttons: ['Load it again', 'Wait'],
      defaultId: 0,
      cancelId: 1,
      noLink: true,
    });
    void question.then(({ response }) => response === 0 && window.webContents.forcefullyCrashRenderer());
  });
}
