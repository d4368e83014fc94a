import { app, Menu, nativeImage, Tray } from 'electron';
import { words } from '../../shared/words';
import coloured from '../../../build/icons/32x32.png?inline';
import template from '../../../build/trayTemplate@2x.png?inline';

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
    const mac = process.platform === 'darwin'; // it colours the icon itself; elsewhere a bar may be light or dark
    const [, picture = ''] = (mac ? template : coloured).split(',');
    const image = nativeImage.createFromBuffer(Buffer.from(picture, 'base64'), { scaleFactor: 2 });
    image.setTemplateImage(mac);
    const tray = new Tray(image);
    tray.setToolTip('Parley');
    if (!mac) tray.on('click', this.#ways.open); // there a click shows the menu
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
