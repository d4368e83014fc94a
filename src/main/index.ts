import { app, nativeTheme, net, powerMonitor, session, shell } from 'electron';
import { join } from 'node:path';
import { Core } from './core';
import { takeVariables } from './openai/environment';
import { accent, onAccent } from './shell/accent';
import { broadcast, serve } from './shell/bridge';
import { createLog } from './shell/log';
import { printPdf } from './shell/print';
import { product } from './shell/product';
import { speak } from './shell/language';
import { ApplicationMenu, platform } from './shell/menu';
import { Network } from './shell/network';
import { askBeforeQuitting } from './shell/quit';
import { registerScheme, serveBundle } from './shell/protocol';
import { lockContents, lockSession } from './shell/security';
import { chooseFile, chooseFolder, openCertificate, openFile } from './shell/file-dialogs';
import { openWindow, reloadWindow, showWindow } from './shell/window';

// First of all, so that no process that is started from here inherits a key.
const found = takeVariables(process.env);

registerScheme();
app.enableSandbox();
lockContents();

if (app.requestSingleInstanceLock()) {
  // Not `await`: Electron becomes ready only after this module has been read to its end.
  void app.whenReady().then(start);
} else {
  app.quit();
}

function start(): void {
  const dataFolder = app.getPath('userData');
  const report = createLog(dataFolder);
  // The library is safe at any moment, so a mistake is written down and the app goes on.
  process.on('uncaughtException', (error) => report('uncaught exception', error));
  process.on('unhandledRejection', (error) => report('unhandled rejection', error));
  speak('system');
  const menu = new ApplicationMenu(!app.isPackaged);
  const network = new Network();
  const core = new Core({
    userData: dataFolder,
    found,
    platform,
    fetch: network.fetch,
    network,
    online: () => net.isOnline(),
    emit: broadcast,
    applySettings: (settings) => {
      nativeTheme.themeSource = settings.theme;
      speak(settings.language);
      menu.show(settings);
      network.apply(settings.proxy);
    },
    chooseFile,
    chooseFolder,
    openFile,
    openCertificate,
    printPdf,
    showInFolder: (path) => shell.showItemInFolder(path),
    accent,
    product: () => product(dataFolder),
    reload: reloadWindow,
    quit: () => app.quit(),
    tokenWorker: new URL('token-worker.js', import.meta.url),
    libraryWorker: new URL('library-worker.js', import.meta.url),
    report,
  });
  app.on('will-quit', () => void core.close());
  askBeforeQuitting(
    () => core.app !== null && core.app.settings.all().askBeforeQuit && core.app.turns.running > 0,
  );
  powerMonitor.on('resume', () => core.app?.wake());
  void core.open(); // The window's first call waits for it.
  serve(core);
  serveBundle(join(import.meta.dirname, '../renderer'));
  onAccent((colour) => broadcast({ name: 'accent.changed', accent: colour }));
  lockSession(session.defaultSession);
  app.on('second-instance', showWindow);
  app.on('activate', showWindow);
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  openWindow();
}
