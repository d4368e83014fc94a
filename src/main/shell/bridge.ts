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
  for (const window of BrowserWindow.getAllWindows()) {
    if (!window.isDestroyed() && window.webContents.session === session.defaultSession)
      window.webContents.send(EVENT_CHANNEL, event);
  }
}
