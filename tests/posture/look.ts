/**
 * Runs a built main bundle in plain Node with an `electron` that records, asks everything of it that a hostile page
 * or link would, and prints what it saw as JSON. `node look.ts <folder with out and package.json>`
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createContext, Script } from 'node:vm';
import type { Seen } from './seen.ts';
import { createRecorder } from './recorder.ts';
import { foreignFrames, links, pages, PAGE, permissions, strangeInputs, traversals } from './attacks.ts';

const folder = process.argv[2] ?? '';
const userData = mkdtempSync(join(tmpdir(), 'parley-posture-'));
const sessions = new Map<string, unknown>();
const sessionOf = (name: string): unknown => {
  const known = sessions.get(name) ?? recorder.anything(`session:${name}`);
  sessions.set(name, known);
  return known;
};
const recorder = createRecorder({
  'app.getPath': () => userData,
  'app.getVersion': () => '0.0.0',
  'app.getLocale': () => 'en-US',
  'app.getPreferredSystemLanguages': () => ['en-US'],
  'app.isPackaged': true,
  'app.whenReady': () => new Promise<void>((ready) => setImmediate(() => ready(became('ready')))),
  'BrowserWindow.getAllWindows': () => [],
  'screen.getAllDisplays': () => [{ id: 1, bounds: DISPLAY, workArea: DISPLAY }],
  'screen.getPrimaryDisplay': () => ({ id: 1, bounds: DISPLAY, workArea: DISPLAY }),
  'session.fromPartition': (name: string) => sessionOf(name),
  'BrowserWindow#.loadURL': () => Promise.resolve(),
});
const DISPLAY = { x: 0, y: 0, width: 1920, height: 1080 };

function became(what: string): void {
  recorder.calls.push({ what, args: [] });
}

const electron = recorder.anything('electron');
const names = [
  ...['app', 'autoUpdater', 'BrowserWindow', 'clipboard', 'dialog', 'globalShortcut', 'ipcMain', 'Menu'],
  ...['MenuItem', 'nativeImage', 'nativeTheme', 'net', 'Notification', 'powerMonitor', 'protocol', 'screen'],
  ...['session', 'shell', 'systemPreferences', 'Tray', 'utilityProcess', 'webContents'],
];
for (const name of names) electron[name] = recorder.anything(name);
electron.session.defaultSession = sessionOf('default');
Object.assign(globalThis, { electronOfTheTest: electron });
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: 'electron:recorder', shortCircuit: true } : next(specifier, context),
  load: (url, context, next) =>
    url === 'electron:recorder'
      ? {
          format: 'module',
          shortCircuit: true,
          source: `const e = globalThis.electronOfTheTest; export default e; ${names.map((name) => `export const ${name} = e.${name};`).join(' ')}`,
        }
      : next(url, context),
});
Object.defineProperty(process.versions, 'electron', { value: '45.0.0' });
Object.assign(process, { resourcesPath: userData });

await import(pathToFileURL(join(folder, 'out/main/index.js')).href);
const served = () => recorder.argsOf('new BrowserWindow').length > 0;
while (!served()) await new Promise((done) => setTimeout(done, 10));

const last = (what: string): any => recorder.argsOf(what).at(-1)?.[0];
const page = { url: PAGE, parent: null };

function permissionsOf(session: string): Seen['permissions'] {
  const request = last(`session:${session}.setPermissionRequestHandler`);
  const check = last(`session:${session}.setPermissionCheckHandler`);
  const device = last(`session:${session}.setDevicePermissionHandler`);
  const granted = (name: string, from: { url: string; parent: unknown }): string[] => {
    const by: string[] = [];
    if (!request || !check) return ['unguarded'];
    request({ mainFrame: from }, name, (yes: boolean) => yes && by.push('request'), {
      requestingUrl: from.url,
    });
    if (check({ mainFrame: from }, name, new URL(from.url).origin, {}) === true) by.push('check');
    return by;
  };
  const answers = (from: typeof page) =>
    Object.fromEntries(permissions.map((name) => [name, granted(name, from)]).filter(([, by]) => by?.length));
  return {
    ours: answers(page),
    foreign: foreignFrames.map((frame) => answers(frame as typeof page)),
    device: device ? device({ deviceType: 'hid', origin: 'app://parley', device: {} }) : 'unguarded',
  };
}

/** What a window's contents are held to, by whoever listens for new ones. */
function contents(): Seen['contents'] {
  const made = recorder.anything('contents');
  made.getURL = () => PAGE;
  for (const listener of recorder.listenersOf('app', 'web-contents-created')) listener({}, made);
  const prevented = (event: string, about: object): boolean => {
    let stopped = false;
    const said = { preventDefault: () => (stopped = true), ...about };
    for (const listener of recorder.listenersOf('contents', event)) listener(said, (about as any).url);
    return stopped;
  };
  const left = (event: string, about: object = {}) =>
    pages.filter((url) => !prevented(event, { url, isMainFrame: true, ...about }));
  const open = last('contents.setWindowOpenHandler');
  const opened = (url: string): string => {
    try {
      return open ? open({ url }).action : 'unguarded';
    } catch (error) {
      return String(error);
    }
  };
  return {
    navigations: left('will-navigate'),
    frameNavigations: left('will-frame-navigate', { isMainFrame: false }),
    redirects: left('will-redirect'),
    webviews: !prevented('will-attach-webview', {}),
    windows: [...new Set([...pages, ...links.refused, ...links.opened].map(opened))],
  };
}

function linksOpened(): readonly string[] {
  return recorder.argsOf('shell.openExternal').map(([url]) => String(url));
}

async function replies(): Promise<Seen['calls']> {
  const channels = recorder.calls.filter(({ what }) => /^ipcMain\.(handle|on|handleOnce)$/.test(what));
  const heard = [
    ...channels.map(({ args }) => args),
    ...['call'].flatMap((name) => recorder.listenersOf('ipcMain', name).map((listener) => [name, listener])),
  ] as [string, (...args: any[]) => unknown][];
  const answered: string[] = [];
  const thrown: string[] = [];
  for (const [channel, handler] of heard) {
    for (const frame of [...foreignFrames, null]) {
      for (const input of strangeInputs) {
        const reply: any = await handler({ senderFrame: frame }, 'app.start', input);
        if (reply?.ok !== false || reply.error.code !== 'UNTRUSTED_SENDER')
          answered.push(`${channel} to ${frame?.url ?? 'no frame'}`);
      }
    }
    for (const name of ['app.start', 'drafts.keep', 'toString', '__proto__', 7, null]) {
      for (const input of strangeInputs.slice(1)) {
        const reply: any = await Promise.resolve(handler({ senderFrame: page }, name, input)).catch(
          (error: unknown) => ({ error }),
        );
        if (reply?.ok !== false)
          thrown.push(`${channel} ${String(name)} took ${JSON.stringify(input).slice(0, 40)}`);
      }
    }
  }
  return { channels: heard.map(([channel]) => channel), answered: [...new Set(answered)], thrown };
}

async function files(): Promise<Seen['files']> {
  const handle = recorder.argsOf('protocol.handle').find(([scheme]) => scheme === 'app')?.[1] as
    ((request: { url: string }) => Promise<Response>) | undefined;
  if (!handle) return { policies: {}, leaked: ['unserved'] };
  const shown = ['index.html', 'diagram/frame.html'];
  const policies: Record<string, string> = {};
  for (const name of shown) {
    const response = await handle({ url: `app://parley/${name}` });
    policies[name] = response.headers.get('content-security-policy') ?? '';
  }
  const leaked: string[] = [];
  for (const url of traversals) {
    const response = await handle({ url });
    if (response.status !== 404) leaked.push(url);
  }
  return { policies, leaked };
}

/** Whom the preload shows what: run as Electron runs it, with its two modules. */
function bridge(): Seen['bridge'] {
  const shown: Record<string, any> = {};
  const renderer = createRecorder({});
  const ipcRenderer = renderer.anything('ipcRenderer');
  const contextBridge = { exposeInMainWorld: (name: string, api: object) => (shown[name] = api) };
  const context = createContext({
    require: () => ({ contextBridge, ipcRenderer }),
    exports: {},
    module: { exports: {} },
    console,
  });
  new Script(readFileSync(join(folder, 'out/preload/index.cjs'), 'utf8')).runInContext(context);
  const heard: unknown[][] = [];
  for (const api of Object.values(shown)) api.onEvent?.((...args: unknown[]) => heard.push(args));
  for (const listener of renderer.listenersOf('ipcRenderer', 'event'))
    listener({ sender: 'electron' }, { name: 'x' });
  for (const api of Object.values(shown)) api.call?.('a', 'b', 'c');
  return {
    names: Object.entries(shown).flatMap(([name, api]) => Object.keys(api).map((key) => `${name}.${key}`)),
    heard,
    channels: [...new Set(renderer.argsOf('ipcRenderer.invoke').map(([channel]) => String(channel)))],
  };
}

const blocked = (session: string, url: string): boolean => {
  const handler = recorder.argsOf(`session:${session}.webRequest.onBeforeRequest`).at(-1)?.at(-1);
  let cancelled = false;
  handler?.({ url }, ({ cancel }: { cancel?: boolean }) => (cancelled = cancel === true));
  return cancelled;
};

const order = recorder.calls.map(({ what }) => what);
const seen: Seen = {
  windows: recorder.argsOf('new BrowserWindow').map(([options]) => JSON.parse(JSON.stringify(options))),
  pages: recorder.argsOf('BrowserWindow#.loadURL').map(([url]) => String(url)),
  filesLoaded: recorder.argsOf('BrowserWindow#.loadFile').length,
  sandboxFirst:
    order.includes('app.enableSandbox') && order.indexOf('app.enableSandbox') < order.indexOf('ready'),
  switches: recorder.argsOf('app.commandLine.appendSwitch').map((parts) => parts.join('=')),
  schemes: last('protocol.registerSchemesAsPrivileged') ?? [],
  protocolClients: recorder.argsOf('app.setAsDefaultProtocolClient').length,
  permissions: permissionsOf('default'),
  requests: pages.filter((url) => !blocked('default', url)),
  ownRequests: [PAGE, 'app://parley/assets/x.js'].filter((url) => blocked('default', url)),
  contents: contents(),
  links: linksOpened(),
  calls: await replies(),
  files: await files(),
  bridge: bridge(),
};
rmSync(userData, { recursive: true, force: true });
process.stdout.write(`\n${JSON.stringify(seen)}\n`, () => process.exit(0));
