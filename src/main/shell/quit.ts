import { app, type BrowserWindow, dialog, type Event } from 'electron';
import { words } from '../../shared/words';
import { mainWindows } from './window';

const QUIT = 0;
const STAY = 1;

interface Deps {
  /** An answer is written, and the user wants to be asked. */
  readonly needed: () => boolean;
  /** The app goes on without a window. */
  readonly stays: () => boolean;
}

/** Asks whether to quit, or to close the window that keeps the app running, while that is needed. */
export function askBeforeQuitting({ needed, stays }: Deps): void {
  let agreed = false;
  const ask = (event: Pick<Event, 'preventDefault'>) => {
    if (agreed || !needed()) return;
    agreed = choose() === QUIT;
    if (!agreed) event.preventDefault();
  };
  app.on('before-quit', ask);
  app.on('browser-window-created', (_, window) => {
    window.on('close', (event) => {
      if (mainWindows().includes(window) && isLast(window) && !stays()) ask(event);
    });
  });
}

/** The small window, which nobody sees, keeps no app running. */
export function quitWithLastWindow(stays: () => boolean): void {
  app.on('browser-window-created', (_, window) => {
    window.once('closed', () => {
      if (isLast(window) && !stays()) app.quit();
    });
  });
  app.on('window-all-closed', () => {
    if (!stays()) app.quit();
  });
}

/** No main window is there but this one, if it is one. */
const isLast = (window: BrowserWindow) => mainWindows().every((other) => other === window);

function choose(): number {
  return dialog.showMessageBoxSync({
    type: 'question',
    message: words.desktop.quitting.title,
    detail: words.desktop.quitting.text,
    buttons: [words.desktop.quitting.quit, words.desktop.quitting.stay],
    defaultId: STAY,
    cancelId: STAY,
    noLink: true,
  });
}
