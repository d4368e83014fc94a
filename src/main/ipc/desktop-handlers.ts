import type { Handlers } from '../../shared/contract';
import type { desktopCalls } from '../../shared/contract/desktop';
import type { Desktop } from '../app';

/** What is asked of the system around the app. */
export function createDesktopHandlers(desktop: Desktop): Pick<Handlers, keyof typeof desktopCalls> {
  return {
    'desktop.state': () => desktop.state(),
    'desktop.openAtLogin': ({ on }) => desktop.openAtLogin(on),
    'desktop.showChat': (place) => desktop.showChat(place),
    'window.remember': ({ window, ...view }) => desktop.keepView(window, view),
    'quickAsk.fit': (size) => desktop.fitQuickAsk(size),
    'quickAsk.hide': () => desktop.hideQuickAsk(),
  };
}
