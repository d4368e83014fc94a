import { BrowserWindow, Menu } from 'electron';
import { type CommandName, isWindowCommand, type MainCommand } from '../../shared/commands';
import { type Settings, usualSettings } from '../../shared/settings';
import { tell } from './bridge';
import { openLink } from './links';
import { menuTemplate } from './menu-template';
import { platform } from './platform';
import { mainWindow, mainWindows, openWindow, toggleOnTop } from './window';
import { zoom } from './zoom';

/** What main does itself, in the window that is in front. To add one, add it here and to the menu's template. */
const byMain: Readonly<Partial<Record<MainCommand, (window: BrowserWindow | null) => void>>> = {
  'new-window': () => openWindow(),
  'always-on-top': (window) => toggleOnTop(window),
  'zoom-in': (window) => zoom(window, 1),
  'zoom-out': (window) => zoom(window, -1),
  'zoom-reset': (window) => zoom(window, 0),
};

/** The application menu with the user's keys; made anew only where these or the language changed. */
export class ApplicationMenu {
  readonly #developing: boolean;
  #shown = '';

  constructor(developing: boolean) {
    this.#developing = developing;
    this.show(usualSettings);
  }

  show(choices: Pick<Settings, 'language' | 'shortcuts' | 'quickAsk'>): void {
    const wanted = JSON.stringify([choices.language, choices.shortcuts]);
    if (wanted === this.#shown) return;
    this.#shown = wanted;
    const template = menuTemplate({ platform, choices, developing: this.#developing, run, open: openLink });
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  }
}

function run(command: CommandName, byKey: boolean): void {
  const focused = BrowserWindow.getFocusedWindow();
  if (!isWindowCommand(command)) return byMain[command]?.(focused);
  const window = mainWindows().find((one) => one === focused) ?? mainWindow();
  if (window) tell(window, { name: 'menu.chosen', command, byKey });
}
