/** What the app relies on in Electron, on a small app. The same holds in Electron and in the stand-in. */
import { execFileSync, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type ElectronApplication, expect, type Page, test } from '@playwright/test';
import { electronInstalled, killProcess, launchApp } from './launch.ts';

const folder = resolve(import.meta.dirname, '../standin/fixture');
let userData: string;
let app: ElectronApplication;
let page: Page;

/** What the fixture's main process has seen. */
const log = (): Promise<string[]> => app.evaluate(() => (globalThis as any).log);

test.beforeEach(async () => {
  userData = mkdtempSync(join(tmpdir(), 'standin-'));
  ({ app, page } = await launchApp({ userData, folder }));
});
test.afterEach(async () => {
  await app.close();
  rmSync(userData, { recursive: true, force: true, maxRetries: 5 });
});

test('the page sees the bridge and nothing of the preload or Node', async () => {
  const atLoad = await page.evaluate(() => (window as any).atLoad);
  expect(atLoad).toEqual({
    api: 'object',
    require: 'undefined',
    process: 'undefined',
    preloadGlobal: 'undefined',
    electron: 'undefined',
  });
});

test('the preload is sandboxed and what it exposes is frozen', async () => {
  const seen = await page.evaluate(() => {
    const { api } = window as any;
    const add = api.nested.add;
    try {
      api.nested.add = 1;
    } catch {
      // in strict code
    }
    return {
      kept: api.nested.add === add,
      sum: add(2, 3),
      list: api.nested.list,
      refused: api.refused,
      sandboxed: api.sandboxed,
    };
  });
  expect(seen).toEqual({
    kept: true,
    sum: 5,
    list: [1, { deep: true }],
    refused: expect.stringContaining('module not found: fs'),
    sandboxed: true,
  });
});

test('the bridge carries callbacks, promises and the message of an error', async () => {
  const seen = await page.evaluate(async () => {
    const { api } = window as any;
    const got: unknown[] = [];
    api.callback((...args: unknown[]) => got.push(...args));
    let error: any;
    try {
      api.throws();
    } catch (thrown) {
      error = thrown;
    }
    return { got, isError: error instanceof Error, message: error.message, later: await api.later(5) };
  });
  expect(seen).toEqual({ got: ['from preload', { x: 1 }], isError: true, message: 'bad', later: 5 });
});

test('neither the bridge nor IPC takes a proxy or a function as a value', async () => {
  const refusals = await page.evaluate(async () => {
    const { api } = window as any;
    const echo = (value: unknown): Promise<string> =>
      Promise.resolve()
        .then(() => api.invoke('echo', value))
        .then(
          () => 'taken',
          (error: unknown) => (error as Error).message,
        );
    return [await echo(new Proxy({ a: 1 }, {})), await echo(() => 1), await echo({ inside: () => 1 })];
  });
  expect(refusals).toEqual(Array(3).fill(expect.stringContaining('could not be cloned')));
});

test('IPC values are structured clones', async () => {
  const seen = await page.evaluate(async () => {
    const back = await (window as any).api.invoke('echo', {
      date: new Date(5),
      map: new Map([['k', new Set([1])]]),
      bytes: new Uint8Array([1, 255]),
      floats: new Float32Array([1.5]),
      big: 10n,
      nan: NaN,
      none: undefined,
      text: 'ä\u2028😀',
    });
    return {
      date: back.date instanceof Date && back.date.getTime(),
      map: back.map instanceof Map && back.map.get('k') instanceof Set,
      bytes: [back.bytes instanceof Uint8Array, ...back.bytes],
      floats: back.floats[0],
      big: back.big === 10n,
      nan: Number.isNaN(back.nan),
      none: 'none' in back && back.none === undefined,
      text: back.text,
    };
  });
  expect(seen).toEqual({
    date: 5,
    map: true,
    bytes: [true, 1, 255],
    floats: 1.5,
    big: true,
    nan: true,
    none: true,
    text: 'ä\u2028😀',
  });
});

test('a failing handler reaches the page in the words Electron uses', async () => {
  const message = (channel: string): Promise<string> =>
    page.evaluate(
      (name) =>
        (window as any).api.invoke(name).then(
          () => 'answered',
          (error: unknown) => (error as Error).message,
        ),
      channel,
    );
  expect(await message('fail')).toBe("Error invoking remote method 'fail': TypeError: nope");
  expect(await message('nobody')).toBe(
    "Error invoking remote method 'nobody': Error: No handler registered for 'nobody'",
  );
  expect(await message('a function')).toContain('could not be cloned');
});

test('a handler knows the frame that asks by its own address', async () => {
  expect(await page.evaluate(() => (window as any).api.invoke('sender'))).toEqual({
    url: 'app://fixture/index.html?a=1#top',
    isMainFrame: true,
  });
});

test('a message is answered, until its listener is taken away', async () => {
  const heard = await page.evaluate(async () => {
    const { api } = window as any;
    const got: unknown[] = [];
    const stop = api.on('pong', (value: unknown) => got.push(value));
    api.send('ping', 1);
    await api.invoke('echo', 0); // comes after the answer
    stop();
    api.send('ping', 2);
    await api.invoke('echo', 0);
    return got;
  });
  expect(heard).toEqual([1]);
});

test('import and require give the same electron', async () => {
  expect(await app.evaluate(() => (globalThis as any).sameModule)).toBe(true);
});

test('leaving the page is stopped', async () => {
  await page.getByText('away').click();
  await expect.poll(log).toContain('will-navigate https://example.com/away');
  expect(await page.evaluate(() => (window as any).api.invoke('echo', 'still here'))).toBe('still here');
});

test('a new window is asked for and denied, also one without an opener', async () => {
  await page.getByText('new', { exact: true }).click();
  await expect.poll(log).toContain('window https://example.com/new');
  await page.evaluate(() => void window.open('https://example.com/alone', '_blank', 'noopener'));
  await expect.poll(log).toContain('window https://example.com/alone');
  const devTools = await app.context().newCDPSession(page);
  const pages = async (): Promise<number> => {
    const { targetInfos } = await devTools.send('Target.getTargets');
    return targetInfos.filter(({ type }) => type === 'page').length;
  };
  await expect.poll(pages).toBe(1);
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test('a request that the session’s filter cancels never leaves', async () => {
  const outcome = await page.evaluate(() =>
    fetch('https://example.com/secret').then(
      () => 'sent',
      () => 'refused',
    ),
  );
  expect(outcome).toBe('refused');
  expect(await log()).toContain('blocked https://example.com/secret');
  const fromMain = await app.evaluate(({ net }) =>
    net.fetch('https://example.com/main').then(
      () => 'sent',
      (error: unknown) => (error as Error).message,
    ),
  );
  expect(fromMain).toBe('net::ERR_BLOCKED_BY_CLIENT');
});

test('another session has a filter of its own', async () => {
  const outcome = await app.evaluate(({ session }) =>
    session
      .fromPartition('other')
      .fetch('http://127.0.0.1:9/')
      .then(
        () => 'sent',
        (error: unknown) => (error as Error).message,
      ),
  );
  expect(outcome).not.toContain('BLOCKED_BY_CLIENT');
  expect(await log()).not.toContain('blocked http://127.0.0.1:9/');
});

test('the page has the permissions that the app’s handlers grant', async () => {
  const states = await page.evaluate(async () => {
    const state = async (name: string): Promise<string> =>
      (await navigator.permissions.query({ name: name as PermissionName })).state;
    return {
      camera: await state('camera'),
      geolocation: await state('geolocation'),
      copying: await state('clipboard-write'),
    };
  });
  expect(states).toEqual({ camera: 'denied', geolocation: 'denied', copying: 'granted' });
});

test('workers come from the app’s own scheme', async () => {
  const doubled = await page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const worker = new Worker('./worker.js', { type: 'module' });
        worker.onmessage = ({ data }) => resolve(data);
        worker.onerror = () => reject(new Error('no worker'));
        worker.postMessage(21);
      }),
  );
  expect(doubled).toBe(42);
});

test('a frame without an origin has files of the app’s own scheme, no bridge, and asks before it goes', async () => {
  const seen = await page.evaluate(
    () =>
      new Promise((resolve) => {
        const frame = Object.assign(document.createElement('iframe'), { src: './frame.html' });
        frame.setAttribute('sandbox', 'allow-scripts');
        window.addEventListener('message', ({ source, data }) => {
          if (source !== frame.contentWindow) return;
          resolve(data);
          frame.contentWindow?.postMessage('https://example.com/left', '*');
        });
        document.body.append(frame);
      }),
  );
  expect(seen).toEqual({ origin: 'null', api: 'undefined', require: 'undefined' });
  const asked = ['app://fixture/frame.html', 'https://example.com/left'];
  await expect
    .poll(async () => (await log()).filter((line) => line.startsWith('will-frame-navigate')))
    .toEqual(asked.map((url) => `will-frame-navigate ${url}`));
  expect(await log()).not.toContain('blocked https://example.com/left');
});

test('a reloaded page has its bridge again', async () => {
  await page.evaluate(() => ((window as any).mark = 1));
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.webContents.reload());
  await page.waitForFunction(() => !('mark' in window) && 'atLoad' in window);
  expect(await page.evaluate(() => (window as any).api.invoke('echo', 1))).toBe(1);
});

test('a page whose process crashed is reported, and comes back by reloading', async () => {
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]!.webContents.forcefullyCrashRenderer(),
  );
  await expect.poll(log).toContainEqual(expect.stringMatching(/^gone (crashed|killed)/));
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.webContents.reload());
  const echo = (): Promise<unknown> =>
    app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]!
        .webContents.executeJavaScript('window.api.invoke("echo", "alive")')
        .catch((error: unknown) => (error as Error).message),
    );
  await expect.poll(echo).toBe('alive');
});

test('the theme the app chooses is the one the page sees', async () => {
  await app.evaluate(({ nativeTheme }) => void (nativeTheme.themeSource = 'dark'));
  await expect.poll(() => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(true);
  expect(await app.evaluate(({ nativeTheme }) => nativeTheme.shouldUseDarkColors)).toBe(true);
});

test('a window has the size and title that were asked for, and tells when it can be shown', async () => {
  await expect.poll(log).toEqual(expect.arrayContaining(['ready-to-show', 'console warning hi 1']));
  const window = await app.browserWindow(page);
  expect(await window.evaluate((shown) => shown.getTitle())).toBe('Fixture');
  await expect.poll(() => page.evaluate(() => [innerWidth, innerHeight])).toEqual([700, 500]);
});

test('--user-data-dir is where the app keeps its things', async () => {
  expect(
    await app.evaluate((electron) => [
      electron.app.getPath('userData'),
      electron.app.getName(),
      electron.app.getVersion(),
      electron.app.isPackaged,
    ]),
  ).toEqual([userData, 'fixture', '1.2.3', false]);
});

test('--remote-debugging-port is where the pages can be inspected', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  const inspected = await launchApp({
    userData: join(userData, 'inspected'),
    folder,
    args: [`--remote-debugging-port=${port}`],
  });
  const response = await fetch(`http://127.0.0.1:${port}/json/version`);
  expect(await response.json()).toHaveProperty('webSocketDebuggerUrl');
  await inspected.app.close();
});

test('no OpenAI key of the developer reaches the app', async () => {
  process.env['OPENAI_API_KEY'] = 'from the shell';
  const { app: other, page: otherPage } = await launchApp({
    userData: join(userData, 'other'),
    folder,
    env: { GREETING: 'from the spec' },
  });
  delete process.env['OPENAI_API_KEY'];
  const { OPENAI_API_KEY, GREETING } = await other.evaluate(() => process.env);
  expect({ OPENAI_API_KEY, GREETING }).toEqual({ OPENAI_API_KEY: undefined, GREETING: 'from the spec' });
  // Electron copies the environment into the preload's world; the stand-in does not.
  const inPreload = await otherPage.evaluate(() => (window as any).api.environment);
  if (!electronInstalled) expect(inPreload).toEqual([]);
  await other.close();
});

test('a second instance gives way to the first and tells it', async () => {
  const program = await app.evaluate(() => process.execPath);
  const command = electronInstalled ? program : resolve(folder, '../electron');
  const args = [folder, `--user-data-dir=${userData}`, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
  const second = spawnSync(command, args, { encoding: 'utf8', timeout: 20_000 });
  expect(second.stdout).toContain('SECOND');
  await expect.poll(log).toContain('second-instance');
});

test('closing the last window quits in Electron’s order', async () => {
  let printed = '';
  app.process().stdout?.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  await page.close();
  await expect.poll(() => printed).toContain('"window-all-closed","before-quit","will-quit","quit"');
});

test('a killed app takes every process of its windows with it', async () => {
  test.skip(process.platform === 'win32', 'ps lists the processes');
  const main = app.process().pid!;
  const before = descendants(main);
  expect(before.length).toBeGreaterThan(1);
  await killProcess(app.process());
  await expect.poll(() => before.filter((pid) => runs(pid))).toEqual([]);
});

/** The processes that a process started, and those that they did. */
function descendants(ancestor: number): number[] {
  const rows = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n');
  const parents = new Map(rows.map((row) => row.trim().split(/\s+/).map(Number) as [number, number]));
  const descends = (pid: number | undefined): boolean =>
    pid !== undefined && pid > 1 && (parents.get(pid) === ancestor || descends(parents.get(pid)));
  return [...parents.keys()].filter((pid) => descends(pid));
}

/** A process that has ended but was not yet buried does not run. */
function runs(pid: number): boolean {
  const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' });
  return stdout.trim() !== '' && !stdout.startsWith('Z');
}
