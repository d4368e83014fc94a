import { app, dialog, type Event } from 'electron';

const QUIT = 0;
const STAY = 1;

/** Asks whether to quit, or to close the window that keeps the app running, while `needed` says so. */
export function askBeforeQuitting(needed: () => boolean): void {
  let agreed = false;
  const ask = (event: Pick<Event, 'preventDefault'>) => {
    if (agreed || !needed()) return;
    agreed = choose() === QUIT;
    if (!agreed) event.preventDefault();
  };
  app.on('before-quit', ask);
  app.on('browser-window-created', (_, window) => {
    if (process.platform !== 'darwin') window.on('close', ask); // there the app lives on without a window
  });
}

function choose(): number {
  return dialog.showMessageBoxSync({
    type: 'question',
    message: 'An answer is still being written.',
    detail: 'What has arrived is kept. The rest is cut off; you can let it go on later.',
    buttons: ['Quit', 'Keep Parley open'],
    defaultId: STAY,
    cancelId: STAY,
    noLink: true,
  });
}
