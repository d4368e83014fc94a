import { app, net, powerMonitor, session, shell } from 'electron';
import { join } from 'node:path';
import { Core } from './core';
import { loadSdk } from './openai/client';
import { takeVariables } from './openai/environment';
import { accent, onAccent } from './shell/accent';
import { broadcast, reloadWindows, serve } from './shell/bridge';
import { serveContextMenus } from './shell/context-menu';
import { Desktop } from './shell/desktop';
import { createLog } from './shell/log';
import { printPdf } from './shell/print';
import { product } from './shell/product';
import { speak } from './shell/language';
import { Network } from './shell/network';
import { chooseFile, chooseFolder, openCertificate, openFile } from './shell/file-dialogs';
import { ApplicationMenu } from './shell/menu';
import { platform } from './shell/platform';
import { askBeforeQuitting, quitWithLastWindow } from './shell/quit';
import { registerScheme, serveBundle } from './shell/protocol';
import { lockContents, lockSession } from './shell/security';
import { createUpdater } from './shell/updates';
import { openWindows, showWindow } from './shell/window';
import { WindowStates } from './shell/window-states';

// First of all, so that no process that is started from here inherits a key.
const found = takeVariables(process.env);

registerScheme();
app.enableSandbox();
lockContents();
serveContextMenus();
// A key of the whole system, where the desktop asks the user for it.
if (process.platform === 'linux') app.commandLine.appendSwitch('enable-features', 'GlobalShortcutsPortal');

if (app.requestSingleInstanceLock()) {
  // Not `await`: Electron becomes ready only after this module has been read to its end.
  void app.whenReady().then(start).then(readAhead);
} else {
  app.quit();
}

function start(): void {
  const dataFolder = app.getPath('userData');
  const report = createLog(dataFolder);
  goOnAfterMistakes(report);
  speak('system');
  const windows = new WindowStates(join(dataFolder, 'windows.json'), report);
  const menu = new ApplicationMenu(!app.isPackaged);
  const network = new Network((of) => core.app?.network.passwords.read(of) ?? Promise.resolve(null));
  const desktop = new Desktop((id) => core.app?.library.title(id));
  const stays = () => desktop.staysWithoutWindow;
  const core: Core = new Core({
    userData: dataFolder,
    found,
    platform,
    fetch: network.fetch,
    network,
    online: () => net.isOnline(),
    emit: (event) => {
      broadcast(event);
      desktop.hear(event);
    },
    desktop,
    applySettings: (settings) => {
      speak(settings.language);
      menu.show(settings);
      network.apply(settings.proxy);
      desktop.apply(settings);
      windows.integratedTitleBar = settings.integratedTitleBar;
    },
    ...{ chooseFile, chooseFolder, openFile, openCertificate, printPdf },
    showInFolder: (path) => shell.showItemInFolder(path),
    accent,
    product: () => product(dataFolder),
    reload: reloadWindows,
    quit: () => app.quit(),
    updater: createUpdater(network),
    tokenWorker: new URL('token-worker.js', import.meta.url),
    libraryWorker: new URL('library-worker.js', import.meta.url),
    report,
  });
  app.on('will-quit', () => void core.close());
  app.on('quit', () => core.updates.installAtQuit());
  askBeforeQuitting({
    needed: () => core.app !== null && core.app.settings.all().askBeforeQuit && core.app.chats.running > 0,
    stays,
  });
  quitWithLastWindow(stays);
  powerMonitor.on('resume', () => core.app?.wake());
  void core.open(); // The window's first call waits for it.
  serve(core);
  serveBundle(join(import.meta.dirname, '../renderer'));
  onAccent((colour) => broadcast({ name: 'accent.changed', accent: colour }));
  lockSession(session.defaultSession);
  app.on('second-instance', showWindow);
  app.on('activate', showWindow);
  openWindows(windows, (id) => core.app?.chats.leave(id));
}

/** The window is there by then, and nobody has asked anything yet. */
const AFTER_START_MS = 3000;

function readAhead(): void {
  setTimeout(() => void loadSdk(), AFTER_START_MS);
}

/** The library is safe at any moment, so a mistake is written down and the app goes on. */
function goOnAfterMistakes(report: (what: string, error: unknown) => void): void {
  process.on('uncaughtException', (error) => report('uncaught exception', error));
  process.on('unhandledRejection', (error) => report('unhandled rejection', error));
}
