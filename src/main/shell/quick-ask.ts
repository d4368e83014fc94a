import { type BrowserWindow, globalShortcut, screen } from 'electron';
import type { DesktopState } from '../../shared/desktop';
import type { QuickAsk as Choice } from '../../shared/settings';
import { usualKeys } from '../../shared/commands';
import { tell } from './bridge';
import { platform } from './platform';
import { pageOrigin } from './protocol';
import { makeWindow } from './window';
import { reviveAfterCrash } from './window-trouble';

/** In CSS pixels. */
const WIDTH = 680;
const LEAST_HEIGHT = 96;
const MOST_HEIGHT = 560;
/** How far down the display it stands, as a part of it. */
const DOWN = 0.2;

const USUAL_KEYS = usualKeys('quick-ask', platform) ?? '';

/** The small window that a key of the whole system shows. It is made ahead, so that it is there at once. */
export class QuickAsk {
  #window: BrowserWindow | null = null;
  #keys: string | null = null;
  #asked = USUAL_KEYS;
  #state: DesktopState['quickAsk'] = 'off';
  /** An answer is written in it: it does not go because something else is in front. */
  #stays = false;

  get state(): Pick<DesktopState, 'quickAsk' | 'quickAskKeys'> {
    return { quickAsk: this.#state, quickAskKeys: this.#asked };
  }

  /** Follows what was chosen. */
  apply({ on, keys }: Choice): void {
    this.#asked = keys ?? USUAL_KEYS;
    const wanted = on ? this.#asked : null;
    if (wanted !== this.#keys || this.#state === 'refused') this.#register(wanted);
    if (on) this.#window ??= this.#make();
    else this.#window?.destroy();
  }

  /** The key was pressed. */
  toggle(): void {
    const window = (this.#window ??= this.#make());
    if (window.isVisible() && window.isFocused()) return window.hide();
    const { workArea } = screen.getDisplayNearestPoint(screen.getCursorScreenPoint());
    const { height } = window.getBounds();
    window.setBounds({
      x: Math.round(workArea.x + (workArea.width - WIDTH) / 2),
      y: Math.round(workArea.y + workArea.height * DOWN),
      ...{ width: WIDTH, height },
    });
    window.show();
    tell(window, { name: 'quickAsk.shown' });
  }

  hide(): void {
    this.#window?.hide();
  }

  fit({ height, stays }: { readonly height: number; readonly stays: boolean }): void {
    this.#stays = stays;
    const window = this.#window;
    const wanted = Math.min(Math.max(height, LEAST_HEIGHT), MOST_HEIGHT);
    if (window && window.getBounds().height !== wanted)
      window.setBounds({ ...window.getBounds(), height: wanted });
  }

  #register(keys: string | null): void {
    if (this.#keys !== null && this.#state === 'ready') globalShortcut.unregister(this.#keys);
    this.#keys = keys;
    this.#state = keys === null ? 'off' : this.#isGiven(keys) ? 'ready' : 'refused';
  }

  #isGiven(keys: string): boolean {
    try {
      return globalShortcut.register(keys, () => this.toggle());
    } catch {
      return false; // no keys by that name
    }
  }

  #make(): BrowserWindow {
    const window = makeWindow({
      width: WIDTH,
      height: LEAST_HEIGHT,
      frame: false,
      resizable: false,
      maximizable: false,
      minimizable: false,
      fullscreenable: false,
      skipTaskbar: true,
      alwaysOnTop: true,
      ...(process.platform === 'darwin' && { type: 'panel' }), // the app in front stays the app in front
    });
    window.on('blur', () => {
      if (!this.#stays) window.hide();
    });
    window.once('closed', () => (this.#window = null));
    reviveAfterCrash(window);
    void window.loadURL(`${pageOrigin}/quick-ask.html`);
    return window;
  }
}
