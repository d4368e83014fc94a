/** `Tray` and `nativeImage`: an icon that a spec finds in `globalThis.__standin.trays`, and clicks. */
import { EventEmitter } from 'node:events';
import { record } from './calls.ts';
import { emitsOnly } from './events.ts';
import type { Menu } from './menu.ts';

class NativeImage {
  readonly #bytes: Buffer;
  readonly #scale: number;
  #template = false;

  constructor(bytes: Buffer, scale: number) {
    this.#bytes = bytes;
    this.#scale = scale;
  }

  toPNG = (): Buffer => this.#bytes;
  isEmpty = (): boolean => !this.#bytes.subarray(1, 4).equals(Buffer.from('PNG'));
  isTemplateImage = (): boolean => this.#template;
  setTemplateImage = (on: boolean): void => void (this.#template = on);
  getScaleFactors = (): number[] => [this.#scale];
}

export const nativeImage = {
  createFromBuffer: (bytes: Buffer, { scaleFactor = 1 } = {}): NativeImage =>
    new NativeImage(bytes, scaleFactor),
};

const trays = new Set<Tray>();
Object.assign((globalThis as unknown as { __standin: object }).__standin, { trays });

export class Tray extends EventEmitter {
  /** What a spec looks into: Electron does not tell. */
  menu: Menu | null = null;

  constructor(image: NativeImage) {
    super();
    if (image.isEmpty()) throw new Error('Failed to load image');
    emitsOnly(this, 'Tray', 'newListener click');
    trays.add(this);
  }

  setContextMenu = (menu: Menu | null): void => {
    this.menu = menu;
  };
  setToolTip = (tip: string): void => record('tray.setToolTip', tip);
  destroy = (): void => void trays.delete(this);
  isDestroyed = (): boolean => !trays.has(this);
}
