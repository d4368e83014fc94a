/**
 * `node bench/hostile.ts`: how long hostile answers keep the window busy, in the built app.
 *
 * Each is opened as a stored answer, scrolled from end to end and typed beside; the first five are also streamed. The
 * longest task of the page's own thread is what a reader would feel. ROUNDS is how often, in an app started anew.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { killProcess, launchApp } from '../tests/e2e/launch.ts';
import { startOpenAiServer, type OpenAiServer } from '../tests/fakes/openai-server.ts';
import { pathological } from '../tests/hostile/pathological.ts';
import { storeChats } from '../tests/hostile/stored-chats.ts';

const ROUNDS = Number(process.env['ROUNDS'] ?? 1);
const ONLY = process.env['ONLY'] ?? '';
const STREAMED = 5;
const PIECES = 200;
const GOAL_MS = 200;
/** By selector: to find something by its role, Playwright keeps the page busy longer than the answer does. */
const PARTS = { chats: 'nav[aria-label="Chats"]', log: '[role="log"]', box: '#message' };
const chosen = pathological.filter(({ name }) => name.includes(ONLY));

interface Felt {
  /** The longest that the page was busy at a time. */
  readonly longest: number;
  /** Until the answer stood there. */
  readonly shown: number;
}

async function watchTasks(page: Page): Promise<void> {
  await page.evaluate(() => {
    const tasks: number[] = [];
    Object.assign(window, { tasks });
    new PerformanceObserver((list) =>
      tasks.push(...list.getEntries().map(({ duration }) => duration)),
    ).observe({
      type: 'longtask',
    });
  });
}

/** Resolves when nothing has kept the page busy for half a second, at the latest after 20, with the longest task since the last call. */
async function longest(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const { tasks } = window as unknown as { tasks: number[] };
    for (let before = -1; tasks.length !== before;) {
      before = tasks.length;
      await new Promise((done) => setTimeout(done, 500));
    }
    return Math.max(0, ...tasks.splice(0));
  });
}

async function scrollThrough(page: Page): Promise<void> {
  await page.locator(PARTS.log).evaluate(async (log) => {
    const frame = () => new Promise((drawn) => requestAnimationFrame(drawn));
    const step = Math.max(log.clientHeight, log.scrollHeight / 40);
    log.scrollTop = 0;
    await frame();
    for (let top = 0; top < log.scrollHeight; top += step) {
      log.scrollTop = top;
      await frame();
    }
    log.scrollTop = log.scrollHeight;
    await frame();
  });
}

async function useBox(page: Page): Promise<void> {
  const box = page.locator(PARTS.box);
  await box.pressSequentially('Still here', { timeout: 60_000 });
  await box.fill('');
}

async function open(page: Page, name: string): Promise<Felt> {
  const began = performance.now();
  await page.locator(PARTS.chats).getByText(name, { exact: true }).click();
  await page.locator(`${PARTS.log} article`).last().waitFor({ timeout: 60_000 });
  await page.waitForFunction((title) => document.title.startsWith(title), name);
  const shown = performance.now() - began;
  await longest(page).then((ms) => page.evaluate((kept) => (window as any).tasks.push(kept), ms));
  await scrollThrough(page);
  await useBox(page);
  return { shown, longest: await longest(page) };
}

async function stream(page: Page, server: OpenAiServer, text: string): Promise<Felt> {
  const size = Math.ceil(text.length / PIECES);
  const words = Array.from({ length: PIECES }, (_, at) => text.slice(at * size, (at + 1) * size)).filter(
    Boolean,
  );
  server.script({ words, delayMs: 10 });
  await page.locator(PARTS.chats).getByText('Empty', { exact: true }).click();
  await longest(page);
  const began = performance.now();
  const box = page.locator(PARTS.box);
  await box.fill('Write.');
  await box.press('Enter');
  await page.locator(PARTS.log).locator('[aria-busy="true"]').first().waitFor();
  await page
    .locator(PARTS.log)
    .locator('[aria-busy="true"]')
    .waitFor({ state: 'detached', timeout: 180_000 });
  const shown = performance.now() - began;
  await useBox(page);
  return { shown, longest: await longest(page) };
}

const server = await startOpenAiServer({ key: null });
const felt = new Map<string, Felt[]>();
const note = (name: string, one: Felt) => {
  felt.set(name, [...(felt.get(name) ?? []), one]);
  process.stderr.write(`${name}: ${one.longest.toFixed(0)} ms\n`);
};
try {
  for (let round = 0; round < ROUNDS; round++) {
    const userData = mkdtempSync(join(tmpdir(), 'parley-bench-'));
    storeChats(
      join(userData, 'library.sqlite'),
      [
        { title: 'Empty', answers: ['Words.'] },
        ...chosen.map(({ name, text }) => ({ title: name, answers: [text] })),
      ],
      server.address,
    );
    const { app, page } = await launchApp({ userData });
    const main = app.process();
    try {
      await page.locator(PARTS.chats).getByText('Empty', { exact: true }).click();
      await watchTasks(page);
      for (const { name } of chosen) note(`${name}, opened`, await open(page, name));
      for (const { name, text } of pathological.slice(0, STREAMED).filter((one) => chosen.includes(one)))
        note(`${name}, streamed`, await stream(page, server, text));
    } finally {
      await killProcess(main);
      rmSync(userData, { recursive: true, force: true, maxRetries: 5 });
    }
  }
} finally {
  await server.close();
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? 0;
const rows = [...felt].map(([name, all]) => ({
  '': name,
  'longest task, ms': Math.round(median(all.map((one) => one.longest))),
  'shown after, ms': Math.round(median(all.map((one) => one.shown))),
  [`at most ${GOAL_MS}`]: median(all.map((one) => one.longest)) <= GOAL_MS ? 'yes' : 'NO',
}));
console.table(rows);
const worst = Math.max(...rows.map((row) => row['longest task, ms']));
console.log(`RESULT ${JSON.stringify({ worstTaskMs: worst, goalMs: GOAL_MS, inputs: rows.length })}`);
