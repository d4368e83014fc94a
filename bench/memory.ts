/**
 * `npm run bench:memory`: what main and the window hold after the start, after 50 conversations were opened in turn, and
 * after 100 answers were streamed, each after a forced collection. README.md beside says what each figure means.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import type { Message } from '../src/shared/model';
import { electronInstalled, killProcess, launchApp } from '../tests/e2e/launch.ts';
import { startOpenAiServer } from '../tests/fakes/openai-server.ts';
import { markdownAnswer, plainQuestion } from './answers.ts';
import { loadStorage } from './conversation/storage.ts';
import { MeasuredWindow } from './conversation/window.ts';

const GOAL = 1.2;
const CHATS = Number(process.env['CHATS'] ?? 50);
const MESSAGES = 60;
const ANSWERS = Number(process.env['ANSWERS'] ?? 100);
/** So many answers stand in one chat. */
const IN_A_CHAT = 10;
const ANSWER = 4000;
/** Garbage that holds other garbage takes more than one collection. */
const COLLECTIONS = 4;

interface Memory {
  readonly mainRssMB: number;
  readonly mainHeapMB: number;
  readonly windowRssMB: number;
  readonly windowHeapMB: number;
}

const home = mkdtempSync(join(tmpdir(), 'parley-bench-'));
const server = await startOpenAiServer({ key: null });
const lastWords = (chat: number) => `The end of chat ${chat}.`;

async function makeLibrary(path: string): Promise<void> {
  const { openLibrary } = await loadStorage();
  const { db, accounts, conversations, messages, settings } = openLibrary(path);
  const account = { id: 'bench', name: 'Bench', organization: null, project: null, keyEntry: null };
  accounts.put({ ...account, address: server.address, api: 'responses', defaultModel: 'gpt-6.2-sol' }, 1);
  settings.write({ theme: 'light', titles: false });
  db.transaction(() => {
    for (let chat = 0; chat < CHATS; chat++) {
      const id = crypto.randomUUID();
      conversations.touch({ id, title: `Chat ${chat}`, updatedAt: CHATS - chat });
      let parentId: string | null = null;
      for (let at = 0; at < MESSAGES; at++) {
        const seed = chat * 1000 + at;
        const end = at === MESSAGES - 1 ? `\n\n${lastWords(chat)}` : '';
        const question = at % 2 === 0;
        const text = question ? plainQuestion(seed, 200) : markdownAnswer(seed, 1800, at % 4 === 1) + end;
        const message: Message = {
          ...{ parts: [], status: 'done', model: null, tokens: null, compacted: false, error: null },
          ...{ id: crypto.randomUUID(), conversationId: id, parentId, text, createdAt: 1, role: 'user' },
        };
        messages.add(question ? message : { ...message, role: 'assistant', model: 'gpt-6.2-sol' });
        parentId = message.id;
      }
      conversations.setLeaf(id, parentId);
    }
  });
  db.close();
}

/** In a new chat, so that no conversation is counted. */
async function measure(app: ElectronApplication, window: MeasuredWindow): Promise<Memory> {
  const { page, cdp } = window;
  await toNewChat(page);
  let main = { rss: 0, heapUsed: 0 };
  for (let time = 0; time < COLLECTIONS; time++) {
    await window.rest();
    main = await app.evaluate(collectAndTell);
  }
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  const MB = 1024 * 1024;
  return {
    ...{ mainRssMB: round(main.rss / MB), mainHeapMB: round(main.heapUsed / MB) },
    ...{ windowRssMB: round(await window.rssMB()), windowHeapMB: round(usedSize / MB) },
  };
}

/** In main. */
async function collectAndTell(): Promise<{ rss: number; heapUsed: number }> {
  const { setFlagsFromString } = process.getBuiltinModule('node:v8');
  const { runInNewContext } = process.getBuiltinModule('node:vm');
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  await new Promise((later) => setTimeout(later, 50));
  const { rss, heapUsed } = process.memoryUsage();
  return { rss, heapUsed };
}

async function toNewChat(page: Page): Promise<void> {
  await page.keyboard.press('ControlOrMeta+n');
  await page.getByRole('heading', { name: 'What would you like to work on?' }).waitFor();
}

/** From the newest to the oldest, as the keys go. */
async function openAll(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Chat 0', exact: true }).click();
  for (let chat = 0; chat < CHATS; chat++) {
    if (chat > 0) await page.keyboard.press('ControlOrMeta+PageDown');
    await page.getByRole('log').getByText(lastWords(chat)).waitFor();
  }
}

async function stream(page: Page): Promise<void> {
  for (let answer = 0; answer < ANSWERS; answer++) {
    if (answer % IN_A_CHAT === 0) await toNewChat(page);
    const text = `${markdownAnswer(90_000 + answer, ANSWER, answer % 2 === 0)}\n\nAnswer ${answer} ends.`;
    server.script({ words: text.match(/\S{1,6}\s*|\s+/g) ?? [] });
    await page.getByRole('textbox', { name: 'Message' }).fill(plainQuestion(answer, 100));
    await page.keyboard.press('Enter');
    await page.getByRole('log').getByText(`Answer ${answer} ends.`).waitFor();
    await page.locator('[role="log"] [aria-busy="true"]').waitFor({ state: 'detached' });
  }
}

const round = (value: number) => Math.round(value * 10) / 10;
const ratio = (later: number, before: number) => Math.round((later / before) * 100) / 100;
const say = (doing: string) => void process.stderr.write(`  ${doing}\n`);

try {
  const userData = join(home, 'data');

  mkdirSync(userData);
  await makeLibrary(join(userData, 'library.sqlite'));
  const { app, page } = await launchApp({ userData });
  const child = app.process();
  try {
    await page.getByRole('button', { name: 'Chat 0', exact: true }).waitFor();
    const shape = { scroller: '[role="log"]', list: '[role="log"]' };
    const window = await MeasuredWindow.of(page, shape, () => Promise.resolve(child.pid ?? 0));
    const start = await measure(app, window);
    say(`opening ${CHATS} conversations`);
    await openAll(page);
    const opened = await measure(app, window);
    say(`streaming ${ANSWERS} answers`);
    await stream(page);
    const streamed = await measure(app, window);
    console.log(`${electronInstalled ? 'Electron' : 'the stand-in'}, load ${loadavg()[0]?.toFixed(1)}`);
    console.table({
      'after the start': start,
      [`after ${CHATS} conversations`]: opened,
      [`after ${ANSWERS} answers`]: streamed,
    });
    const ratios = {
      mainHeapRatio: ratio(streamed.mainHeapMB, opened.mainHeapMB),
      windowHeapRatio: ratio(streamed.windowHeapMB, opened.windowHeapMB),
      rssRatio: ratio(streamed.mainRssMB + streamed.windowRssMB, opened.mainRssMB + opened.windowRssMB),
    };
    const leakRatio = Math.max(...Object.values(ratios));
    console.log(
      `The last two: ${leakRatio} times as much at most; ≤ ${GOAL}: ${leakRatio <= GOAL ? 'holds' : 'MISSED'}`,
    );
    console.log(`RESULT ${JSON.stringify({ leakRatio, ...ratios, start, opened, streamed })}`);
  } finally {
    await killProcess(child);
  }
} finally {
  await server.close();
  rmSync(home, { recursive: true, force: true, maxRetries: 5 });
}
