/** Long conversations in the built app. */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { OpenAiServer } from '../../tests/fakes/openai-server.ts';
import { killProcess, launchApp } from '../../tests/e2e/launch.ts';
import { markdownAnswer, plainQuestion } from '../answers.ts';
import { CHATS, lastWordsOf, titleOf } from './library.ts';
import type { Scrolled } from './probe.ts';
import { MeasuredWindow } from './window.ts';

const TYPED = 200;
const KEY_MS = 25;
const TOKEN_MS = 10;
const shape = { scroller: '[role="log"]', list: '[role="log"] :has(> [data-page])' };

/** What one run of a contender gave, in milliseconds unless said otherwise. */
export interface Samples {
  /** The first one after the start, which loads what only a chat needs. */
  readonly first: number[];
  readonly open: number[];
  /** The part of it that `conversations.open` takes, as the window sees it. */
  readonly call: number[];
  readonly switch: number[];
  readonly scrolled: Scrolled[];
  readonly jump: number[];
  readonly rssMB: number[];
  /** In a new chat: what a key costs in any case. */
  readonly keysEmpty: number[];
  readonly keysIdle: number[];
  readonly keysStreaming: number[];
}

export const noSamples = (): Samples => ({
  ...{ first: [], open: [], call: [], switch: [], scrolled: [], jump: [], rssMB: [] },
  ...{ keysEmpty: [], keysIdle: [], keysStreaming: [] },
});

interface Options {
  readonly library: string;
  readonly home: string;
  readonly ids: readonly string[];
  readonly server: OpenAiServer;
  /** Where the built app is, if not here. */
  readonly folder?: string;
}

/** The app on a copy of the library, with no chat open; `work` gets a way to open them. */
export async function withParley<T>(
  { library, home, folder }: Options,
  work: (window: MeasuredWindow, open: (chat: number) => Promise<number>) => Promise<T>,
): Promise<T> {
  const userData = mkdtempSync(join(home, 'app-'));
  copyFileSync(library, join(userData, 'library.sqlite'));
  const { app, page } = await launchApp({ userData, ...(folder && { folder }) });
  const child = app.process();
  try {
    const rows = await Promise.all(
      Array.from({ length: CHATS }, async (_, chat) => {
        const row = page.getByRole('button', { name: titleOf(chat), exact: true });
        await row.waitFor();
        return row.boundingBox();
      }),
    );
    const measured = await MeasuredWindow.of(page, shape, async () => child.pid ?? 0);
    const open = async (chat: number) => {
      const box = rows[chat];
      if (!box) throw new Error(`${titleOf(chat)} is not in the list.`);
      // Input can overtake what is asked of the page, so the two do not go at once.
      await page.evaluate((words) => window.probe.awaitClick(words), lastWordsOf(chat));
      await page.mouse.click(box.x + box.width / 3, box.y + box.height / 2, { delay: PRESS_MS });
      return page.evaluate(() => window.probe.opened());
    };
    return await work(measured, open);
  } finally {
    await killProcess(child);
    rmSync(userData, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** One start of the app, and everything that is measured in it. */
export function measureParley(options: Options, samples: Samples): Promise<void> {
  return withParley(options, async (window, open) => {
    const { page } = window;
    say('typing in a new chat');
    samples.keysEmpty.push(...(await typeInto(window)));
    await page.getByRole('textbox', { name: 'Message' }).fill('');
    say('first open');
    const before = await window.rssMB();
    samples.first.push(await open(0));
    samples.scrolled.push(await window.scrollUp());
    samples.rssMB.push((await window.rssMB()) - before);

    say('opening');
    for (const chat of [1, 2, 3, 4, 5]) {
      await toNewChat(window);
      samples.open.push(await open(chat));
      if (chat < 3) samples.scrolled.push(await window.scrollUp());
      else samples.jump.push(await window.jumpToTop());
    }
    for (const id of options.ids.slice(0, 5)) {
      await window.rest();
      samples.call.push(await page.evaluate(timeOpenCall, id));
    }
    say('switching');
    for (const chat of Array.from({ length: CHATS }, (_, chat) => chat)) {
      await window.rest();
      samples.switch.push(await open(chat));
    }
    say('typing');
    samples.keysIdle.push(...(await typeInto(window)));
    say('typing while an answer streams');
    samples.keysStreaming.push(...(await typeWhileStreaming(window, options.server)));
  });
}

/** How long a finger holds the button down. */
const PRESS_MS = 60;

const say = (doing: string) => void process.stderr.write(`  ${doing}\n`);

async function toNewChat(window: MeasuredWindow): Promise<void> {
  await window.page.keyboard.press('ControlOrMeta+n');
  await window.page.getByRole('heading', { name: 'What would you like to work on?' }).waitFor();
  await window.rest();
}

async function timeOpenCall(id: string): Promise<number> {
  const began = performance.now();
  await (
    window as unknown as { bridge: { call(name: string, input: unknown): Promise<unknown> } }
  ).bridge.call('conversations.open', { id });
  return performance.now() - began;
}

async function typeInto({ page }: MeasuredWindow): Promise<number[]> {
  const box = page.getByRole('textbox', { name: 'Message' });
  await box.fill('');
  await box.focus();
  await page.evaluate(() => window.probe.watchKeys());
  await page.keyboard.type(plainQuestion(1, TYPED).slice(0, TYPED), { delay: KEY_MS });
  return page.evaluate(() => window.probe.keys());
}

/** An answer of a hundred tokens a second arrives at the end of the open chat meanwhile. */
async function typeWhileStreaming(window: MeasuredWindow, server: OpenAiServer): Promise<number[]> {
  const { page } = window;
  const answer = server.hold();
  await page.getByRole('textbox', { name: 'Message' }).fill('Go on.');
  await page.keyboard.press('Enter');
  await answer.asked;
  const tokens = markdownAnswer(99, 20_000, true).match(/\S{1,6}\s*/g) ?? [];
  let sent = 0;
  const began = performance.now();
  const timer = setInterval(() => {
    // A timer that comes late sends what has become due.
    const due = (performance.now() - began) / TOKEN_MS;
    for (; sent < due; sent++) answer.send(tokens[sent % tokens.length] ?? '');
  }, TOKEN_MS);
  try {
    await page.waitForFunction(
      () => (document.querySelector('[aria-busy="true"]')?.textContent.length ?? 0) > 100,
    );
    return await typeInto(window);
  } finally {
    clearInterval(timer);
    answer.finish();
  }
}
