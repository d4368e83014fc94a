/** The desktop around the app. It remembers what was asked; a spec reads or replaces it as it would in Electron. */
import { EventEmitter } from 'node:events';
import { record } from './calls.ts';
import { emitsOnly } from './events.ts';

class NativeTheme extends EventEmitter {
  #source: 'system' | 'light' | 'dark' = 'system';

  get themeSource(): 'system' | 'light' | 'dark' {
    return this.#source;
  }
  set themeSource(source) {
    this.#source = source;
    this.emit('updated');
  }
  /** The stand-in's system is light. */
  get shouldUseDarkColors(): boolean {
    return this.#source === 'dark';
  }
}
export const nativeTheme = new NativeTheme();

/** Answers as a user who presses Escape. */
function dismissed<Answer>(name: string, answer: Answer): (...args: unknown[]) => Promise<Answer> {
  return (...args) => {
    record(`dialog.${name}`, ...args);
    return Promise.resolve(answer);
  };
}

/** The number of the button that Escape presses; the options come last. */
const escapeOf = (args: unknown[]): number => (args.at(-1) as { cancelId?: number }).cancelId ?? 0;

export const dialog = {
  showOpenDialog: dismissed('showOpenDialog', { canceled: true, filePaths: [] as string[] }),
  showSaveDialog: dismissed('showSaveDialog', { canceled: true, filePath: '' }),
  showMessageBox(...args: unknown[]): Promise<{ response: number; checkboxChecked: boolean }> {
    record('dialog.showMessageBox', ...args);
    return Promise.resolve({ response: escapeOf(args), checkboxChecked: false });
  },
  showMessageBoxSync(...args: unknown[]): number {
    record('dialog.showMessageBoxSync', ...args);
    return escapeOf(args);
  },
  showErrorBox(title: string, content: string): void {
    record('dialog.showErrorBox', title, content);
    console.error(`${title}: ${content}`);
  },
};

export const shell = {
  openExternal: async (url: string): Promise<void> => record('shell.openExternal', url),
  openPath: async (path: string): Promise<string> => (record('shell.openPath', path), ''),
  showItemInFolder: (path: string): void => record('shell.showItemInFolder', path),
};

/** This app's own, so that specs side by side do not read each other's. */
let copied = '';
export const clipboard = {
  readText: (): Promise<string> => Promise.resolve(copied),
  writeText: (text: string): Promise<void> => Promise.resolve(void (copied = text)),
};

/** Emits what a spec makes it emit. */
export const powerMonitor = new EventEmitter();

/** A spec emits 'accent-color-changed'. The colour is that of a new Windows. */
export const systemPreferences = Object.assign(new EventEmitter(), {
  getAccentColor: (): string => '0078d4ff',
  subscribeNotification: (): number => 0,
});

const area = { x: 0, y: 0, width: 1280, height: 900 };
const display = { id: 1, bounds: area, workArea: area, size: area, workAreaSize: area, scaleFactor: 1 };
/** One display, and the pointer in its middle. A spec that has others replaces these. */
export const screen = Object.assign(new EventEmitter(), {
  getPrimaryDisplay: () => display,
  getAllDisplays: () => [display],
  getDisplayMatching: (): typeof display => display,
  getDisplayNearestPoint: (): typeof display => display,
  getCursorScreenPoint: () => ({ x: area.width / 2, y: area.height / 2 }),
});
emitsOnly(screen, 'screen', 'newListener');
