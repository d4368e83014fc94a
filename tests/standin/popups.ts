/** What a page opens with `window.open` or a link to a new window: the app is asked, and no window comes of it. */
import { record } from './calls.ts';
import type { Params } from './cdp.ts';
import type { PageTarget } from './page-target.ts';
import { fromShown } from './schemes.ts';

export type WindowOpenHandler = (details: any) => { action: 'allow' | 'deny' };

export class Popups {
  handler: WindowOpenHandler = () => ({ action: 'allow' });
  /** The address as the page gave it; the page that then appears may not have it yet. */
  #announced: Params | undefined;

  announce(params: Params): void {
    this.#announced = params;
  }

  /** Closes the new page, if it is from this opener, before it has loaded anything. */
  close(page: Params, opener: PageTarget): void {
    if (page['openerId'] ? page['openerId'] !== opener.id : !this.#announced) return;
    const { url = page['url'], windowName = '' } = this.#announced ?? {};
    this.#announced = undefined;
    const details = {
      url: fromShown(url),
      frameName: windowName,
      features: '',
      disposition: 'foreground-tab',
    };
    if (this.handler(details).action === 'allow') record('webContents: a new window is not shown here', url);
    opener.closeOther(page['targetId']);
  }
}
