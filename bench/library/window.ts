/** What a person waits for, in the real window: from the key, or the click, to what is painted. */
import type { Page } from '@playwright/test';
import { killProcess, launchApp } from '../../tests/e2e/launch.ts';

export interface Opened {
  readonly id: string;
  /** The message that it ends with. */
  readonly leafId: string;
}

interface InWindow {
  /** Milliseconds for each word, from its last key on. */
  readonly common: readonly number[];
  readonly rare: readonly number[];
  /** The same until the list, common words' or rare ones', is as it stays. */
  readonly whole: readonly number[];
  /** Milliseconds for each conversation. */
  readonly open: readonly number[];
}

interface Wanted {
  readonly common: readonly string[];
  readonly rare: readonly string[];
  /** As the sidebar lists them, from the second on. */
  readonly chats: readonly Opened[];
}

export async function measureWindow(folder: string, { common, rare, chats }: Wanted): Promise<InWindow> {
  const { app, page } = await launchApp({ userData: folder });
  try {
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.getByRole('textbox', { name: 'Message' }).waitFor();
    await page.evaluate(installClock);
    await page.waitForTimeout(1500);
    const open: number[] = [];
    for (const chat of chats) open.push(await openChat(page, chat));
    await page.keyboard.press('ControlOrMeta+k');
    const field = page.getByRole('combobox', { name: 'Search chats and commands' });
    await field.waitFor();
    const search = async (word: string) => {
      await field.fill(word.slice(0, -1));
      await page.waitForTimeout(250);
      await page.evaluate((last) => window.clock.awaitWord(last), word);
      await page.keyboard.type(word.slice(-1));
      const first = await page.evaluate(() => window.clock.painted());
      return { first, whole: await page.evaluate(() => window.clock.settled()) };
    };
    const each = async (words: readonly string[]) => {
      const times: Awaited<ReturnType<typeof search>>[] = [];
      for (const word of words) times.push(await search(word));
      return times;
    };
    await each(common.slice(0, 2)); // what only the first search loads
    const [often, seldom] = [await each(common), await each(rare)];
    const first = (times: typeof often) => times.map((time) => time.first);
    const whole = [...often, ...seldom].map((time) => time.whole);
    return { common: first(often), rare: first(seldom), whole, open };
  } finally {
    await killProcess(app.process());
  }
}

/** How long a finger holds the button down. */
const PRESS_MS = 60;

async function openChat(page: Page, { id, leafId }: Opened): Promise<number> {
  const box = await page.locator(`nav[aria-label="Chats"] [data-key="${id}"] button.title`).boundingBox();
  if (!box) throw new Error('The chat is not in the list.');
  await page.evaluate((id) => window.clock.awaitMessage(id), leafId);
  await page.mouse.click(box.x + box.width / 3, box.y + box.height / 2, { delay: PRESS_MS });
  const ms = await page.evaluate(() => window.clock.painted());
  await page.mouse.wheel(0, box.height); // the next one is where this one was
  await page.waitForTimeout(400);
  return ms;
}

interface Clock {
  /** From the next key on, until this word is marked in the list. */
  awaitWord(word: string): void;
  /** From the next click on, until this message is there. */
  awaitMessage(id: string): void;
  /** Milliseconds. */
  painted(): Promise<number>;
  /** Milliseconds until the list was painted as it stays for half a second. */
  settled(): Promise<number>;
}

declare global {
  interface Window {
    clock: Clock;
  }
}

/** Runs in the page. */
function installClock(): void {
  const fold = (text: string) =>
    text
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/gu, '')
      .toLowerCase();
  let waiting = Promise.withResolvers<number>();
  let pressedAt = 0;
  /** In the task after the frame's: it has been painted. */
  function afterPaint(act: () => void) {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = act;
    port2.postMessage(null);
  }
  function begin(event: 'keydown' | 'click', there: () => boolean) {
    waiting = Promise.withResolvers<number>();
    const { resolve, reject } = waiting;
    const late = setTimeout(() => reject(new Error('It never came.')), 20_000);
    window.addEventListener(
      event,
      ({ timeStamp }) => {
        pressedAt = timeStamp;
        // In each frame, before it is painted: to hear of every change would itself take time.
        const look = () => {
          if (!there()) return void requestAnimationFrame(look);
          clearTimeout(late);
          afterPaint(() => resolve(performance.now() - timeStamp));
        };
        requestAnimationFrame(look);
      },
      { capture: true, once: true },
    );
  }
  window.clock = {
    awaitWord: (word) =>
      begin('keydown', () =>
        [...document.querySelectorAll('[role="option"] mark')].some((mark) =>
          fold(mark.textContent).includes(word),
        ),
      ),
    awaitMessage: (id) =>
      begin('click', () => document.querySelector(`[data-message="${CSS.escape(id)}"]`) !== null),
    painted: () => waiting.promise,
    settled: () =>
      new Promise((resolve) => {
        const done = () => {
          observer.disconnect();
          resolve(last - pressedAt);
        };
        let calm = setTimeout(done, 500);
        const observer = new MutationObserver(() => {
          clearTimeout(calm);
          requestAnimationFrame(() => afterPaint(() => (last = performance.now())));
          calm = setTimeout(done, 500);
        });
        let last = performance.now();
        observer.observe(document.querySelector('[role="listbox"]') ?? document.body, {
          ...{ subtree: true, childList: true, characterData: true },
        });
      }),
  };
}
