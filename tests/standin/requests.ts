/** Decides about every request of a page before it leaves: navigations, the session's filter, custom schemes. */
import type { Params } from './cdp.ts';
import { isPrevented } from './events.ts';
import type { PageTarget } from './page-target.ts';
import { fromShown, schemeOf, type SchemeHandler } from './schemes.ts';
import type { WebContents } from './web-contents.ts';

/** Chromium announces a page's own navigation in another stream than its request; one overtakes the other. */
const ANNOUNCEMENT_MS = 30;

export class Requests {
  readonly #contents: WebContents;
  readonly #target: PageTarget;
  /** Where the page itself wants to go. */
  #announced: string | undefined;
  /** The main process is navigating, which nobody can stop. */
  #byApp = false;

  constructor(contents: WebContents, target: PageTarget) {
    this.#contents = contents;
    this.#target = target;
  }

  pageWantsTo(url: string): void {
    this.#announced = url.replace(/#.*/, '');
  }

  appNavigates(on: boolean): void {
    this.#byApp = on;
  }

  /** Answers one `Fetch.requestPaused` of the page, or of a frame in it that has a process of its own. */
  async decide(
    { requestId, request, resourceType, frameId }: Params,
    target: PageTarget = this.#target,
  ): Promise<void> {
    const url = fromShown(request.url);
    const fail = (errorReason: string): Promise<void> =>
      target.send('Fetch.failRequest', { requestId, errorReason });

    const isMainFrame = frameId === this.#target.id;
    const navigates = resourceType === 'Document' && isMainFrame;
    const byPage = resourceType === 'Document' && (!isMainFrame || (await this.#isByPage(request.url)));
    if (byPage && this.#isStopped(url, isMainFrame)) return fail('Aborted');

    const { webRequest, protocol } = this.#contents.session;
    const type = navigates ? 'mainFrame' : resourceType.toLowerCase();
    if (await webRequest.cancels({ url, method: request.method, resourceType: type }))
      return fail('BlockedByClient');

    if (url === request.url) return target.send('Fetch.continueRequest', { requestId });
    const handler = protocol.handlers.get(schemeOf(url));
    return handler ? this.#answer(target, requestId, url, request, handler) : fail('Failed');
  }

  async #isByPage(url: string): Promise<boolean> {
    if (!this.#byApp && this.#announced !== url)
      await new Promise((done) => setTimeout(done, ANNOUNCEMENT_MS));
    if (this.#byApp || this.#announced !== url) return false;
    this.#announced = undefined;
    return true;
  }

  #isStopped(url: string, isMainFrame: boolean): boolean {
    const initiator = this.#contents.mainFrame;
    return isPrevented(({ preventDefault }) => {
      const event = { url, isMainFrame, isSameDocument: false, initiator, preventDefault };
      if (isMainFrame) this.#contents.emit('will-navigate', event, url);
      this.#contents.emit('will-frame-navigate', event);
    });
  }

  async #answer(
    target: PageTarget,
    requestId: string,
    url: string,
    request: Params,
    handler: SchemeHandler,
  ): Promise<void> {
    try {
      const { method, headers, postData = '' } = request;
      const hasBody = method !== 'GET' && method !== 'HEAD';
      const response = await handler(
        new Request(url, { method, headers, ...(hasBody && { body: postData }) }),
      );
      await target.send('Fetch.fulfillRequest', {
        requestId,
        responseCode: response.status,
        responseHeaders: [...response.headers].map(([name, value]) => ({ name, value })),
        body: Buffer.from(await response.arrayBuffer()).toString('base64'),
      });
    } catch (error) {
      console.error(`stand-in: the protocol handler failed for ${url}:`, error);
      await target.send('Fetch.failRequest', { requestId, errorReason: 'Failed' });
    }
  }
}
