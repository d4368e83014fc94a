/**
 * A new version, from the question to its start: the built app, installed as an AppImage, with a feed on this machine.
 *
 * The feed, the sums, electron-updater, and what it does to the file are real; the AppImage is a script.
 */
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { authorityFile, trusted } from '../fakes/tls-servers.ts';
import { electronInstalled } from './launch.ts';
import { expect, test as base, type Parley } from './parley.ts';

base.skip(electronInstalled, 'Electron knows by its program’s name that this app is not installed.');

const OLD = '#!/bin/sh\nexit 0\n';
/** electron-updater starts it once with the variable, to see that it starts at all. */
const NEW =
  '#!/bin/sh\n[ "$APPIMAGE_EXIT_AFTER_INSTALL" ] && exit 0\necho "$@" > "$(dirname "$0")/started"\n';
const sum = (words: string) => createHash('sha512').update(words).digest('base64');

interface Installed {
  /** The file that is the app. */
  readonly image: string;
  /** With which arguments the new version was started. */
  readonly started: () => string;
  readonly env: Record<string, string>;
  /** What the feed was asked for, in order. */
  readonly asked: string[];
  publish(version: string, options?: { sha512?: string; notes?: string }): void;
}

const test = base.extend<{ installed: Installed }>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures from the pattern
  installed: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'parley-updates-'));
    const resources = join(folder, 'resources');
    const image = join(folder, 'Parley.AppImage');
    const served = new Map<string, string>();
    const asked: string[] = [];
    const server = createServer(trusted, ({ url = '' }, response) => {
      const { pathname } = new URL(url, 'https://feed');
      asked.push(pathname);
      const file = served.get(pathname);
      response.writeHead(file === undefined ? 404 : 200).end(file);
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const { port } = server.address() as AddressInfo;
    mkdirSync(resources);
    writeFileSync(image, OLD);
    chmodSync(image, 0o755);
    // As `npm run dist` writes it, of PARLEY_UPDATE_FEED.
    writeFileSync(
      join(resources, 'app-update.yml'),
      `provider: generic\nurl: https://localhost:${port}/feed\nupdaterCacheDirName: parley-updater\n`,
    );
    await use({
      image,
      started: () =>
        existsSync(join(folder, 'started')) ? readFileSync(join(folder, 'started'), 'utf8') : '',
      env: {
        ...{ APPIMAGE: image, STANDIN_RESOURCES: resources, NODE_EXTRA_CA_CERTS: authorityFile },
        XDG_CACHE_HOME: join(folder, 'cache'),
      },
      asked,
      publish(version, { sha512 = sum(NEW), notes = '' } = {}) {
        const file = `Parley-${version}.AppImage`;
        served.set(`/feed/${file}`, NEW);
        const about = {
          version,
          path: file,
          sha512,
          releaseNotes: notes,
          releaseDate: '2026-11-27T00:00:00.000Z',
        };
        const files = [{ url: file, sha512, size: NEW.length }];
        served.set('/feed/latest-linux.yml', JSON.stringify({ ...about, files })); // JSON is YAML, too.
      },
    });
    server.closeAllConnections();
    server.close();
    rmSync(folder, { recursive: true, force: true });
  },
});

async function openUpdates({ page }: Parley) {
  await page.keyboard.press('ControlOrMeta+,');
  await page.getByRole('button', { name: 'About & updates' }).click();
}

const settings = ({ page }: Parley) => page.getByRole('dialog', { name: 'Settings' });

async function fetchNewest(parley: Parley) {
  await settings(parley).getByRole('button', { name: 'Check now' }).click();
  await settings(parley).getByRole('button', { name: 'Download' }).click();
}

test('asked once, fetched with its notes, kept waiting by an answer, and then started in this one’s place', async ({
  installed,
  openai,
  start,
  userData,
}) => {
  const parley = await start(installed.env);
  await parley.connect(openai.address);
  await expect(parley.page.getByText('May Parley look for new versions once a day?')).toBeVisible();
  await parley.button('No').click();
  await expect(parley.page.getByText('May Parley look for new versions once a day?')).toHaveCount(0);
  expect(installed.asked).toEqual([]);

  installed.publish('0.2.0', { notes: 'Now **faster**.' });
  await openUpdates(parley);
  await fetchNewest(parley);
  await expect(settings(parley).getByText('Version 0.2.0 is ready.')).toBeVisible();
  await expect(settings(parley).locator('strong', { hasText: 'faster' })).toBeVisible();
  expect(installed.asked[0]).toBe('/feed/latest-linux.yml');
  expect(installed.asked).toContain('/feed/Parley-0.2.0.AppImage');
  expect(readFileSync(installed.image, 'utf8')).toBe(OLD);

  await parley.page.keyboard.press('Escape');
  const held = openai.hold();
  held.send('Sunlight');
  await parley.ask('Why is the sky blue?');
  await expect(parley.lastMessage).toContainText('Sunlight');
  await parley.button('Restart and update').click();
  await expect(
    parley.page.getByText('An answer is still being written. Restart when it is done.'),
  ).toBeVisible();
  expect(readFileSync(installed.image, 'utf8')).toBe(OLD);
  held.finish();
  await expect(parley.stop).toHaveCount(0);
  await parley.button('Restart and update').click();
  await expect.poll(installed.started).toContain(`--user-data-dir=${userData}`);
  expect(readFileSync(installed.image, 'utf8')).toBe(NEW);
  expect(existsSync(`${installed.image}.old`)).toBe(false);
});

test('what is not as it was published is thrown away, and this version goes on, also after a restart', async ({
  installed,
  openai,
  start,
}) => {
  const parley = await start(installed.env);
  await parley.connect(openai.address);
  installed.publish('0.2.0', { sha512: sum('another file') });
  await openUpdates(parley);
  await fetchNewest(parley);
  await expect(
    settings(parley).getByText(/^What came is not what was published, and was thrown away\./),
  ).toBeVisible();
  await parley.page.keyboard.press('Escape');
  await parley.askAndHear('Why is the sky blue?');
  await expect(parley.button('Restart and update')).toHaveCount(0);
  await parley.quit();
  expect(readFileSync(installed.image, 'utf8')).toBe(OLD);
  const again = await start(installed.env);
  await expect(again.box).toBeVisible();
  expect(installed.started()).toBe('');
});

test('who has agreed gets a version that is ready when the app is quit, and is not started unasked', async ({
  installed,
  openai,
  start,
}) => {
  const parley = await start(installed.env);
  await parley.connect(openai.address);
  await parley.button('Yes').click();
  installed.publish('0.2.0');
  await openUpdates(parley);
  await expect(settings(parley).getByRole('switch', { name: 'Look for new versions' })).toBeChecked();
  await fetchNewest(parley);
  await expect(settings(parley).getByText('Version 0.2.0 is ready.')).toBeVisible();
  expect(readFileSync(installed.image, 'utf8')).toBe(OLD);
  await parley.quit();
  expect(readFileSync(installed.image, 'utf8')).toBe(NEW);
  expect(installed.started()).toBe('');
});

test('a feed that is away is told in one sentence', async ({ installed, openai, start }) => {
  const parley = await start(installed.env);
  await parley.connect(openai.address);
  await openUpdates(parley);
  await settings(parley).getByRole('button', { name: 'Check now' }).click();
  await expect(settings(parley).getByText(/cannot be read\. This version goes on working\./)).toBeVisible();
});
