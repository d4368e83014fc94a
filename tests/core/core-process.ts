/** The app's core in a process of its own, without Electron: it is told what to do, and tells what happens. */
import { createApp } from '../../src/main/app';
import { createHandlers } from '../../src/main/ipc/handlers';
import { Router } from '../../src/main/ipc/router';
import type { FromCore, ToCore } from './messages';

const [libraryPath = ''] = process.argv.slice(2);
const tell = (message: FromCore): void => void process.send?.(message);

function start() {
  const app = createApp({
    libraryPath,
    found: { key: null, address: '' },
    platform: 'linux',
    fetch: globalThis.fetch,
    online: () => true,
    emit: (event) => tell({ event, at: performance.timeOrigin + performance.now() }),
    applyTheme: () => undefined,
    chooseFile: () => Promise.resolve(null),
    printPdf: () => Promise.reject(new Error('No page is printed here.')),
    showInFolder: () => undefined,
    tokenWorker: new URL('token-worker.mjs', import.meta.url),
    libraryWorker: new URL('library-worker.mjs', import.meta.url),
    report: (what, error) => tell({ mistake: `${what}: ${String(error)}` }),
  });
  const router = new Router(createHandlers(app), (call, error) =>
    tell({ mistake: `${call}: ${error.message}` }),
  );
  return { app, router };
}

let core = start();

process.on('message', (message: ToCore) => {
  if ('restart' in message) {
    core.app.close();
    core = start();
    tell({ id: message.restart, reply: { ok: true, value: undefined } });
  } else if ('cpu' in message) {
    tell({ id: message.cpu, reply: { ok: true, value: process.cpuUsage() } });
  } else {
    void core.router.dispatch(message.name, message.input).then((reply) => tell({ id: message.id, reply }));
  }
});
// Whoever started it has gone.
process.on('disconnect', () => {
  core.app.close();
  process.exit();
});
tell({ ready: true });
