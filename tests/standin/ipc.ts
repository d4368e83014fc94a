/** `ipcMain`, and the way from a page's message to its handler. */
import { EventEmitter } from 'node:events';
import { decode, encode } from './codec.ts';
import type { WebContents } from './web-contents.ts';

type Handler = (event: any, ...args: any[]) => unknown;

class IpcMain extends EventEmitter {
  readonly handlers = new Map<string, Handler>();

  handle(channel: string, handler: Handler): void {
    if (this.handlers.has(channel))
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    this.handlers.set(channel, handler);
  }
  removeHandler(channel: string): void {
    this.handlers.delete(channel);
  }
}

export const ipcMain = new IpcMain();

/** A message from a page's preload: [kind, id, channel, payload]. */
export async function route(contents: WebContents, text: string): Promise<void> {
  const [kind, id, channel, payload] = JSON.parse(text) as [string, number, string, string];
  const args = decode(payload) as unknown[];
  const event = {
    type: 'frame',
    sender: contents,
    senderFrame: contents.mainFrame,
    processId: 1,
    frameId: 1,
    reply: (to: string, ...values: unknown[]) => contents.send(to, ...values),
  };
  if (kind === 'send') return void ipcMain.emit(channel, event, ...args);
  try {
    const handler = ipcMain.handlers.get(channel);
    if (!handler) throw new Error(`No handler registered for '${channel}'`);
    contents.deliver('result', id, channel, encode(await handler(event, ...args)));
  } catch (error) {
    const message = `Error invoking remote method '${channel}': ${String(error)}`;
    contents.deliver('failure', id, channel, encode(message));
  }
}
