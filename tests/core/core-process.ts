/** The app's core in a process of its own, without Electron: it is told what to do, and tells what happens. */
import { dirname } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Core } from '../../src/main/core';
import type { FromCore, ToCore } from './messages';
import { noDesktop } from './no-desktop.ts';

/** Its library's file is `library.sqlite`. */
const [libraryPath = ''] = process.argv.slice(2);
const tell = (message: FromCore): void => void process.send?.(message);

const start = async () => {
  const core = new Core({
    userData: dirname(libraryPath),
    found: { key: null, address: '' },
    platform: 'linux',
    fetch: globalThis.fetch,
    network: { trusting: () => globalThis.fetch, wayTo: () => Promise.resolve('DIRECT') },
    openCertificate: () => Promise.resolve(null),
    online: () => true,
    emit: (event) => tell({ event, at: performance.timeOrigin + performance.now() }),
    applySettings: () => undefined,
    chooseFile: () => Promise.resolve(null),
    chooseFolder: () => Promise.resolve(null),
    reload: () => undefined,
    quit: () => undefined,
    openFile: () => Promise.resolve(process.env['PARLEY_IMPORT'] ?? null),
    printPdf: () => Promise.reject(new Error('No page is printed here.')),
    showInFolder: () => undefined,
    desktop: noDesktop,
    tokenWorker: new URL('token-worker.mjs', import.meta.url),
    libraryWorker: new URL('library-worker.mjs', import.meta.url),
    report: (what, error) => tell({ mistake: `${what}: ${String(error)}` }),
  });
  await core.open();
  return core;
};

let core = await start();
/** A timer that is due each millisecond: how late it comes is how long something else took. */
const delay = monitorEventLoopDelay({ resolution: 1 });
delay.enable();

process.on('message', (message: ToCore) => {
  if ('restart' in message) {
    void core
      .close()
      .then(async () => (core = await start()))
      .then(() => tell({ id: message.restart, reply: { ok: true, value: undefined } }));
  } else if ('cpu' in message) {
    tell({ id: message.cpu, reply: { ok: true, value: process.cpuUsage() } });
  } else if ('blocked' in message) {
    tell({ id: message.blocked, reply: { ok: true, value: delay.max / 1e6 } });
    delay.reset();
  } else {
    void core.dispatch(message.name, message.input).then((reply) => tell({ id: message.id, reply }));
  }
});
// Whoever started it has gone.
process.on('disconnect', () => {
  void core.close().then(() => process.exit());
});
tell({ ready: true });
