/** The same conversations in a virtual list, in the same Chromium. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { build, preview, type PreviewServer } from 'vite';
import { chromiumFlags, findChromium } from '../../tests/standin/chromium.ts';
import { lastWordsOf, messagesOf } from './library.ts';
import type { Samples } from './parley.ts';
import { MeasuredWindow } from './window.ts';

const shape = {
  scroller: '[data-virtuoso-scroller]',
  list: '[data-testid="virtuoso-item-list"]',
};

/** After this it will not get to its end any more. */
const LIMIT_MS = 5000;

interface Peer {
  show(messages: readonly string[]): void;
  leave(): void;
}
declare global {
  interface Window {
    peer: Peer;
    messages: readonly string[];
  }
}

/** Installs its packages where they are missing, builds its page and serves it. */
export async function servePeer(outDir: string): Promise<PreviewServer> {
  if (!existsSync(join(import.meta.dirname, 'node_modules/react-virtuoso'))) {
    console.error('Installing react-virtuoso and what Chatbox uses with it …');
    const options = ['ci', '--ignore-scripts', '--no-audit', '--no-fund'];
    execFileSync('npm', options, { cwd: import.meta.dirname, stdio: ['ignore', 'ignore', 'inherit'] });
  }
  const root = join(import.meta.dirname, 'peer');
  const common = { root, configFile: false as const, logLevel: 'error' as const };
  await build({ ...common, build: { outDir, emptyOutDir: true, chunkSizeWarningLimit: 1e5 } });
  return preview({ ...common, build: { outDir }, preview: { host: '127.0.0.1', port: 0 } });
}

/** One start of the browser, and the same measurements as ours where it has what they need. */
export async function measurePeer(server: PreviewServer, theme: string, samples: Samples): Promise<void> {
  const args = [
    ...chromiumFlags,
    '--disable-renderer-backgrounding',
    '--disable-backgrounding-occluded-windows',
  ];
  const browser = await chromium.launch({ executablePath: findChromium(), args });
  try {
    const page = await browser.newPage();
    await page.goto(server.resolvedUrls?.local[0] ?? '');
    await page.evaluate((name) => document.body.classList.add(name), theme);
    const window = await MeasuredWindow.of(page, shape, async () => {
      const session = await browser.newBrowserCDPSession();
      const { processInfo } = await session.send('SystemInfo.getProcessInfo');
      return processInfo.find(({ type }) => type === 'browser')?.id ?? 0;
    });
    const open = async (chat: number): Promise<number> => {
      await page.evaluate((messages) => void (globalThis.window.messages = messages), messagesOf(chat));
      await window.rest();
      const shown = page.evaluate(show, { words: lastWordsOf(chat), limit: LIMIT_MS });
      // Now and then it stays some way above the end; that is not counted as slow, but done again.
      return shown.catch(async () => {
        console.error('  the virtual list did not reach its end, once more');
        await page.evaluate(() => globalThis.window.peer.leave());
        return open(chat);
      });
    };
    const before = await window.rssMB();
    samples.first.push(await open(0));
    samples.scrolled.push(await window.scrollUp());
    samples.rssMB.push((await window.rssMB()) - before);
    for (const chat of [1, 2, 3, 4, 5]) {
      await page.evaluate(() => globalThis.window.peer.leave());
      samples.open.push(await open(chat));
      if (chat < 3) samples.scrolled.push(await window.scrollUp());
      else samples.jump.push(await window.jumpToTop());
    }
  } finally {
    await browser.close();
  }
}

function show({ words, limit }: { words: string; limit: number }): Promise<number> {
  const since = performance.now();
  window.peer.show(window.messages);
  return window.probe.shown(words, since, limit);
}
