import { BrowserWindow, ipcMain, session } from 'electron';
import { CALL_CHANNEL, EVENT_CHANNEL } from '../../shared/bridge';
import type { AppEvent } from '../../shared/contract';
import { AppError, type Reply } from '../../shared/errors';
import type { Router } from '../ipc/router';
import { isOurPage } from './protocol';

/** Answers calls from our own page and no other. */
export function serve(router: Pick<Router, 'dispatch'>): void {
  ipcMain.handle(
    CALL_CHANNEL,
    (event, name: unknown, input: unknown): Promise<Reply<unknown>> | Reply<unknown> => {
      if (isOurPage(event.senderFrame)) return router.dispatch(name, input);
      return { ok: false, error: new AppError('UNTRUSTED_SENDER', 'Refused.').toData() };
    },
  );
}

/** Sends to every open window of ours; a window that closed mid-answer is not an error. */
export function broadcast(event: AppEvent): void {
  for (const window of ourWindows()) tell(window, event);
}

/** Sends to one window. */
export function tell(window: BrowserWindow, event: AppEvent): void {
  if (!window.isDestroyed()) window.webContents.send(EVENT_CHANNEL, event);
}

/** Has every window of ours begin anew. */
export function reloadWindows(): void {
  for (const window of ourWindows()) window.webContents.reload();
}

/** A page that is printed has a window, too, and a session of its own. */
function ourWindows(): readonly BrowserWindow[] {
  return BrowserWindow.getAllWindows().filter(
    (window) => !window.isDestroyed() && window.webContents.session === session.defaultSession,
  );
}
