/**
 * From the start of the process to a composer one can type in: the built app, cold, beside an empty window of
 * the same host, with an empty library and with a million messages. Medians; compare within one run only.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium, type Page } from '@playwright/test';
import { electronInstalled, killProcess } from '../tests/e2e/launch.ts';
import { makeLibrary, settle } from './make-library.ts';

const ROUNDS = Number(process.env['ROUNDS'] ?? 9);
const root = resolve(import.meta.dirname, '..');
const electron = createRequire(import.meta.url)('electron') as unknown as string; // the path of its program

interface Contender {
  readonly name: string;
  readonly folder: string;
  readonly userData: string;
  /** Epoch milliseconds at which the page was usable. */
  readonly usable: (page: Page) => Promise<number>;
}

const composerUsable = async (page: Page) => {
  await page.waitForFunction(() => performance.getEntriesByName('usable').length > 0);
  return page.evaluate(
    () => performance.timeOrigin + (performance.getEntriesByName('usable')[0]?.startTime ?? NaN),
  );
};
const blankUsable = async (page: Page) => {
  await page.waitForFunction(() => document.title === 'blank' && document.readyState === 'complete');
  return page.evaluate(() => {
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    return performance.timeOrigin + (navigation?.domComplete ?? NaN);
  });
};

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

/** Milliseconds from the start of the process. */
async function measure({ folder, userData, usable }: Contender): Promise<number> {
  const port = await freePort();
  const sandbox = electronInstalled && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const started = Date.now();
  const child = spawn(
    electron,
    [...sandbox, folder, `--user-data-dir=${userData}`, `--remote-debugging-port=${port}`],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  try {
    await new Promise<void>((listening, failed) => {
      let said = '';
      child.stderr.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        if (said.includes('DevTools listening on')) listening();
      });
      child.once('exit', (code) => failed(new Error(`The app ended with ${code}: ${said}`)));
    });
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
    const [context] = browser.contexts();
    if (!context) throw new Error('The app shows no page.');
    const page = context.pages()[0] ?? (await context.waitForEvent('page'));
    const ended = await usable(page);
    await browser.close();
    return ended - started;
  } finally {
    await killProcess(child);
  }
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN;

function entryGzipKB(): number {
  const html = readFileSync(join(root, 'out/renderer/index.html'), 'utf8');
  const folder = join(root, 'out/renderer/assets');
  const entries = readdirSync(folder).filter((file) => file.endsWith('.js') && html.includes(file));
  const bytes = entries.map((file) => gzipSync(readFileSync(join(folder, file))).length);
  return Math.round(bytes.reduce((sum, size) => sum + size, 0) / 102.4) / 10;
}

const home = mkdtempSync(join(tmpdir(), 'parley-bench-'));
try {
  const folder = (name: string) => mkdtempSync(join(home, name));
  const [blank, empty, million] = [folder('blank-'), folder('empty-'), folder('million-')];
  makeLibrary(join(empty, 'library.sqlite'), { conversations: 0, messages: 0 });
  makeLibrary(join(million, 'library.sqlite'), { conversations: 10_000, messages: 1_000_000 }, settle);
  const contenders: readonly Contender[] = [
    { name: 'an empty window', folder: join(root, 'bench/blank'), userData: blank, usable: blankUsable },
    { name: 'Parley, empty library', folder: root, userData: empty, usable: composerUsable },
    { name: 'Parley, a million messages', folder: root, userData: million, usable: composerUsable },
  ];

  const times = contenders.map((): number[] => []);
  for (let round = -1; round < ROUNDS; round++) {
    for (const [index, contender] of contenders.entries()) {
      const ms = await measure(contender);
      if (round >= 0) times[index]?.push(ms); // the first round warms the disk's cache
    }
  }
  const [blankMs = NaN, emptyMs = NaN, millionMs = NaN] = times.map(median);
  console.log(`${electronInstalled ? 'Electron' : 'Stand-in'}, medians of ${ROUNDS} rounds\n`);
  for (const [index, { name }] of contenders.entries()) {
    const all = times[index] ?? [];
    console.log(
      `${name.padEnd(28)} ${Math.round(median(all))} ms   (${Math.round(Math.min(...all))}–${Math.round(Math.max(...all))})`,
    );
  }
  const round2 = (value: number) => Math.round(value * 100) / 100;
  const result = {
    startMs: Math.round(emptyMs),
    startVsBlank: round2(emptyMs / blankMs),
    millionVsEmpty: round2(millionMs / emptyMs),
    entryGzipKB: entryGzipKB(),
  };
  console.log(`RESULT ${JSON.stringify(result)}`);
} finally {
  rmSync(home, { recursive: true, force: true });
}
