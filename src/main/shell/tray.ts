import { app, Menu, nativeImage, Tray } from 'electron';
import { words } from '../../shared/words';
import icon from './tray.png?inline';

interface Ways {
  readonly open: () => void;
  readonly newChat: () => void;
  readonly quickAsk: () => void;
}

/** The icon in the system's bar. While it is there the app goes on without a window. */
export class TrayIcon {
  readonly #ways: Ways;
  #tray: Tray | null = null;

  constructor(ways: Ways) {
    this.#ways = ways;
  }

  get shown(): boolean {
    return this.#tray !== null;
  }

  /** Its menu is made anew: the language may have changed. */
  apply(on: boolean): void {
    if (!on) {
      this.#tray?.destroy();
      this.#tray = null;
      return;
    }
    this.#tray ??= this.#make();
    this.#tray.setContextMenu(this.#menu());
  }

  #make(): Tray {
    const image = nativeImage.createFromBuffer(Buffer.from(icon.split(',')[1] ?? '', 'base64'), {
      scaleFactor: 2,
    });
    image.setTemplateImage(process.platform === 'darwin');
    const tray = new Tray(image);
    tray.setToolTip('Parley');
    if (process.platform !== 'darwin') tray.on('click', this.#ways.open); // there a click shows the menu
    return tray;
  }

  #menu(): Menu {
    const { open, newChat, quickAsk } = this.#ways;
    return Menu.buildFromTemplate([
      { id: 'tray-open', label: words.desktop.tray.open, click: open },
      { id: 'tray-new-chat', label: words.desktop.tray.newChat, click: newChat },
      { id: 'tray-quick-ask', label: words.desktop.tray.quickAsk, click: quickAsk },
      { type: 'separator' },
      { id: 'tray-quit', label: words.desktop.tray.quit, click: () => app.quit() },
    ]);
  }
}
