/** One page in Chromium and the line to it. */
import { randomUUID } from 'node:crypto';
import type { Chromium, Params } from './cdp.ts';

/** A window starts with this address, by which its page is told from others that appear at the same time. */
const MARK = 'data:text/html,standin-';

export function isOurPage(targetInfo: { url: string }): boolean {
  return targetInfo.url.startsWith(MARK);
}

export class PageTarget {
  /** Also the id of its main frame. */
  readonly id: string;
  readonly #chromium: Chromium;
  readonly #session: string;

  constructor(chromium: Chromium, { targetInfo, sessionId }: Params) {
    this.#chromium = chromium;
    this.id = targetInfo.targetId;
    this.#session = sessionId;
  }

  /** Opens a page that waits to be set up: `Runtime.runIfWaitingForDebugger` lets it go. */
  static async open(chromium: Chromium, size: { width: number; height: number }): Promise<PageTarget> {
    const { width, height } = size;
    const mark = `${MARK}${randomUUID()}`;
    const attached = new Promise<Params>((resolve) => {
      const listener = (method: string, params: Params): void => {
        if (method !== 'Target.attachedToTarget' || params['targetInfo'].url !== mark) return;
        chromium.off('browser', listener);
        resolve(params);
      };
      chromium.on('browser', listener);
    });
    if (chromium.windowed) chromium.openAppWindow(mark);
    else await chromium.send('Target.createTarget', { url: mark, newWindow: true, width, height });
    return new PageTarget(chromium, await attached);
  }

  send(method: string, params: Params = {}): Promise<any> {
    return this.#chromium.send(method, params, this.#session);
  }

  onEvent(listener: (method: string, params: Params) => void): void {
    this.#chromium.on(this.#session, listener);
  }

  /** Frames that Chromium gives a process of their own, as it does with sandboxed ones. Each waits for its set-up. */
  async onFrame(setUp: (frame: PageTarget) => Promise<unknown>): Promise<void> {
    this.onEvent((method, params) => {
      if (method !== 'Target.attachedToTarget') return;
      const frame = new PageTarget(this.#chromium, params);
      const set = Promise.all([
        setUp(frame),
        frame.onFrame(setUp),
        frame.send('Runtime.runIfWaitingForDebugger'),
      ]);
      set.catch(() => undefined); // it may be gone
    });
    await this.send('Target.setAutoAttach', {
      autoAttach: true,
      waitForDebuggerOnStart: true,
      flatten: true,
      filter: [{ type: 'iframe' }, { exclude: true }],
    });
  }

  onGone(listener: () => void): void {
    this.#chromium.once('lost', listener);
    this.#chromium.on('browser', (method: string, { sessionId }: Params) => {
      if (method === 'Target.detachedFromTarget' && sessionId === this.#session) listener();
    });
  }

  /** Other pages than the app's own windows: what `window.open` and links to new windows make. */
  onOtherPage(listener: (targetInfo: Params) => void): void {
    this.#chromium.on('browser', (method: string, { targetInfo }: Params) => {
      if (method !== 'Target.attachedToTarget' || targetInfo.type !== 'page' || isOurPage(targetInfo)) return;
      listener(targetInfo);
    });
  }

  closeOther(targetId: string): void {
    this.#chromium.send('Target.closeTarget', { targetId }).catch(() => undefined); // it may be gone
  }

  close(waitForBeforeUnload: boolean): void {
    const closed = waitForBeforeUnload
      ? this.send('Page.close')
      : this.#chromium.send('Target.closeTarget', { targetId: this.id });
    closed.catch(() => undefined); // it may be gone
  }
}
