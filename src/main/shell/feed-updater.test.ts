import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppImageUpdater, type AppUpdater } from 'electron-updater';
import { ElectronHttpExecutor } from 'electron-updater/out/electronHttpExecutor.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { UpdateError } from '../../shared/updates';
import { feedOf } from './feed';
import { FeedUpdater } from './feed-updater';

/** Its requests, by Node's HTTP in place of Chromium's. */
class NodeRequests extends ElectronHttpExecutor {
  override createRequest(options: object, callback: (response: IncomingMessage) => void) {
    return request(options, callback) as never;
  }
}

const NEW = Buffer.from('#!/bin/sh\nexit 0\n');
const OLD = '#!/bin/sh\necho old\n';
const sum = (bytes: Buffer) => createHash('sha512').update(bytes).digest('base64');

let folder: string;
let appImage: string;
let served: Map<string, string | Buffer>;
let asked: { path: string; headers: IncomingMessage['headers'] }[];
let stop: () => void;
let address: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'parley-update-'));
  appImage = join(folder, 'Parley.AppImage');
  writeFileSync(appImage, OLD);
  chmodSync(appImage, 0o755);
  process.env['APPIMAGE'] = appImage;
  served = new Map();
  asked = [];
  const server = createServer(({ url = '', headers }, response) => {
    const path = new URL(url, 'http://feed').pathname;
    asked.push({ path, headers });
    const content = served.get(path);
    response.writeHead(content === undefined ? 404 : 200).end(content);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stop = () => server.close();
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/feed/`;
});

afterEach(() => {
  delete process.env['APPIMAGE'];
  stop();
  rmSync(folder, { recursive: true, force: true });
});

function publish(
  version: string,
  { notes = '', sha512 = sum(NEW), url = `Parley-${version}.AppImage` } = {},
) {
  served.set(
    '/feed/latest-linux.yml',
    `version: ${version}\nfiles:\n  - url: ${url}\n    sha512: ${sha512}\n    size: ${NEW.length}\n` +
      `path: ${url}\nsha512: ${sha512}\nreleaseNotes: ${JSON.stringify(notes)}\nreleaseDate: '2026-11-27T00:00:00.000Z'\n`,
  );
  served.set(`/feed/Parley-${version}.AppImage`, NEW);
}

/** Version 0.1.0, with the real electron-updater. */
function app() {
  const config = join(folder, 'app-update.yml');
  writeFileSync(config, `provider: generic\nurl: ${address}\nupdaterCacheDirName: parley-updater\n`);
  const adapter = {
    ...{ version: '0.1.0', name: 'parley', isPackaged: true, appUpdateConfigPath: config },
    ...{ userDataPath: join(folder, 'data'), baseCachePath: join(folder, 'cache') },
    ...{ whenReady: () => Promise.resolve(), relaunch: () => undefined },
    ...{ quit: () => undefined, onQuit: () => undefined },
  };
  const did: string[] = [];
  const load = (): Promise<AppUpdater> => {
    const updater = new AppImageUpdater(null, adapter);
    Object.assign(updater, { httpExecutor: new NodeRequests() });
    updater.disableDifferentialDownload = true;
    return Promise.resolve(updater);
  };
  const updater = new FeedUpdater({
    ...{ load, wholeApp: appImage, quiet: true, feed: address },
    isSafe: (url) => url.startsWith(address),
    login: (_, give) => give(),
    relaunch: (file) => did.push(`relaunch ${file}`),
    quit: () => did.push('quit'),
  });
  return { updater, did };
}

const why = (promise: Promise<unknown>) =>
  promise.then(
    () => 'nothing failed',
    (thrown: unknown) => (thrown instanceof UpdateError ? thrown.why : thrown),
  );

test('a newer version is found with its notes, fetched and put in the place of this one', async () => {
  publish('0.2.0', { notes: 'Now **faster**.' });
  const { updater, did } = app();
  expect(await updater.check()).toEqual({ version: '0.2.0', notes: 'Now **faster**.' });
  expect(asked.map(({ path }) => path)).toEqual(['/feed/latest-linux.yml']);
  const seen: number[] = [];
  await updater.download((percent) => seen.push(percent));
  expect(readFileSync(appImage, 'utf8')).toBe(OLD);
  updater.install('restart');
  expect(readFileSync(appImage)).toEqual(NEW);
  expect(did).toEqual([`relaunch ${appImage}`, 'quit']);
  expect(existsSync(`${appImage}.old`)).toBe(false);
});

test('the same version and an older one are none', async () => {
  publish('0.1.0');
  expect(await app().updater.check()).toBeNull();
  publish('0.0.9');
  expect(await app().updater.check()).toBeNull();
});

test('the feed learns nothing that stands for this computer', async () => {
  publish('0.1.0');
  await app().updater.check();
  await app().updater.check();
  expect(new Set(asked.map(({ headers }) => headers['x-user-staging-id']))).toEqual(new Set(['none']));
});

test('a feed that is missing, broken or says no version is told as unreadable', async () => {
  expect(await why(app().updater.check())).toBe('unreadable');
  served.set('/feed/latest-linux.yml', 'version: [');
  expect(await why(app().updater.check())).toBe('unreadable');
  served.set('/feed/latest-linux.yml', 'version: tomorrow\nfiles: []\n');
  expect(await why(app().updater.check())).toBe('unreadable');
});

test('a file that is not what was published is thrown away, and this version stays', async () => {
  publish('0.2.0', { sha512: sum(Buffer.from('another')) });
  const { updater, did } = app();
  await updater.check();
  expect(await why(updater.download(() => undefined))).toBe('refused');
  expect(() => updater.install('restart')).toThrow(UpdateError);
  expect(readFileSync(appImage, 'utf8')).toBe(OLD);
  expect(did).toEqual([]);
});

test('a file from elsewhere is not fetched', async () => {
  publish('0.2.0', { url: 'http://elsewhere.invalid/Parley-0.2.0.AppImage' });
  expect(await why(app().updater.check())).toBe('refused');
});

test('a file that is missing is told, and this version stays', async () => {
  publish('0.2.0');
  served.delete('/feed/Parley-0.2.0.AppImage');
  const { updater } = app();
  await updater.check();
  expect(await why(updater.download(() => undefined))).toBe('unreachable');
  expect(readFileSync(appImage, 'utf8')).toBe(OLD);
});

test('a new version that cannot be started does not take the old one’s place', async () => {
  publish('0.2.0');
  const broken = Buffer.from('#!/bin/sh\nexit 1\n');
  publish('0.2.0', { sha512: sum(broken) });
  served.set('/feed/Parley-0.2.0.AppImage', broken);
  const { updater, did } = app();
  await updater.check();
  await updater.download(() => undefined);
  expect(() => updater.install('restart')).toThrow(UpdateError);
  expect(readFileSync(appImage, 'utf8')).toBe(OLD);
  expect(did).toEqual([]);
});

test('new versions are looked for only over https, and only where this one can be replaced', () => {
  const resources = join(folder, 'resources');
  mkdirSync(resources);
  const feed = (url: string) =>
    writeFileSync(join(resources, 'app-update.yml'), `provider: generic\nurl: ${url}\n`);
  const installed = {
    packaged: true,
    resources,
    platform: 'linux' as const,
    environment: { APPIMAGE: appImage },
  };
  expect(feedOf(installed)).toBeNull();
  feed('https://updates.example.org/parley');
  expect(feedOf(installed)).toBe('https://updates.example.org/parley');
  expect(feedOf({ ...installed, packaged: false })).toBeNull();
  expect(feedOf({ ...installed, environment: {} })).toBeNull();
  writeFileSync(join(resources, 'package-type'), 'deb');
  expect(feedOf({ ...installed, environment: {} })).not.toBeNull();
  expect(
    feedOf({ ...installed, platform: 'win32', environment: { PORTABLE_EXECUTABLE_DIR: 'C:\\' } }),
  ).toBeNull();
  feed('http://updates.example.org/parley');
  expect(feedOf(installed)).toBeNull();
});
