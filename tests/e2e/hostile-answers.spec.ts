/** Whatever a model writes, the window only shows it: nothing runs, nothing is asked for, nothing leads away. */
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { answers } from '../hostile/answers.ts';
import { allowedTags } from '../hostile/allowed-tags.ts';
import { startAudit, type Audit } from '../hostile/audit.ts';
import { runWithoutPolicy } from '../hostile/control.ts';
import { documents, payloads } from '../hostile/corpus.ts';
import { storeChats } from '../hostile/stored-chats.ts';
import { chromiumFlags, findChromium } from '../standin/chromium.ts';
import { expect, test, type Parley } from './parley.ts';

const IN_A_CHAT = 150;
/** So many are followed in each chat. */
const LINKS = 10;
const chats = Array.from({ length: Math.ceil(answers.length / IN_A_CHAT) }, (_, at) => ({
  title: `Chat ${String(at).padStart(2, '0')}`,
  answers: answers.slice(at * IN_A_CHAT, (at + 1) * IN_A_CHAT),
}));

/** From the first message to the last, a screen at a time. Resolves with how many messages were seen. */
async function readThrough(parley: Parley): Promise<number> {
  return parley.transcript.evaluate(async (log) => {
    const frame = () => new Promise((drawn) => requestAnimationFrame(drawn));
    /** Comes near, until it has what stands in it. */
    const read = async (part: Element, inside: string) => {
      for (let frames = 0; frames < 300 && !part.querySelector(inside); frames++) {
        part.scrollIntoView();
        await frame();
      }
    };
    for (const page of log.querySelectorAll('[data-page]')) {
      await read(page, '[data-turn]');
      for (const turn of page.querySelectorAll('[data-turn]')) await read(turn, '[data-message]');
    }
    return log.querySelectorAll('[data-message]').length;
  });
}

/** Follows the first links of a conversation as the keyboard does. Resolves with how many there were. */
async function followLinks(parley: Parley): Promise<number> {
  const links = parley.transcript.locator('a[href]');
  const count = Math.min(await links.count(), LINKS);
  for (let at = 0; at < count; at++) await links.nth(at).press('Enter');
  return count;
}

test('nothing that a model writes runs, asks the network, or leads the window away', async ({
  start,
  userData,
}) => {
  test.setTimeout(180_000);
  storeChats(join(userData, 'library.sqlite'), chats);
  const parley = await start();
  const { app, page } = parley;
  await app.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    shell.openExternal = async (url) => void opened.push(url);
  });
  const asked: string[] = [];
  const led: string[] = [];
  let followed = 0;
  page.on('requestfinished', (request) => asked.push(request.url()));
  page.on('requestfailed', (request) => {
    // What a policy refuses never leaves the page, or the frame that draws diagrams.
    if (request.failure()?.errorText !== 'csp') asked.push(request.url());
  });
  page.on('framenavigated', (frame) => led.push(frame.url()));
  // The stand-in shows a window that was refused for a moment, empty; Electron does not.
  page.on('popup', (popup) => popup.url() && led.push(popup.url()));
  page.on('dialog', (dialog) => led.push(dialog.message()));
  const here = page.url();
  const diagrams = new URL('diagram/frame.html', here).href;
  // Fewer screens to go through.
  await page.setViewportSize({ width: 1200, height: 3000 });
  await page.evaluate(startAudit, allowedTags);

  for (const { title, answers } of chats) {
    await parley.sidebar.getByText(title, { exact: true }).click();
    await expect(page).toHaveTitle(new RegExp(title));
    await expect(parley.messages.last()).toBeVisible();
    // The end of a long chat is there first.
    await expect.poll(() => readThrough(parley), { timeout: 60_000 }).toBe(2 * answers.length);
    followed += await followLinks(parley);
  }

  const audit: Audit = await page.evaluate(() => (window as any).audit);
  const reached = () => app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened);
  await expect.poll(async () => (await reached()).length).toBeGreaterThanOrEqual(followed);
  const opened = await reached();
  console.log(
    `${payloads.length} payloads, ${documents.length} documents, ${audit.elements} elements, ${audit.links} links; ` +
      `${audit.ran.length} ran, ${opened.length} of ${followed} links that were followed went to the system.`,
  );
  // Each is its own finding.
  expect.soft(payloads.length).toBeGreaterThanOrEqual(500);
  expect.soft(audit.ran).toEqual([]);
  expect.soft(audit.wrong).toEqual([]);
  expect.soft(audit.refused).toEqual([]);
  expect
    .soft(
      asked.filter((url) => !/^(data|blob|about):/.test(url) && new URL(url).origin !== new URL(here).origin),
    )
    .toEqual([]);
  expect.soft(led.filter((url) => url !== here && url !== diagrams)).toEqual([]);
  expect.soft(page.url()).toBe(here);
  expect.soft(app.windows()).toHaveLength(1);
  expect.soft(opened.filter((url) => !/^(https?|mailto):/.test(url))).toEqual([]);
  // One for each link, so that none was opened by anything else.
  expect.soft(opened.length).toBe(followed);
  expect.soft(followed).toBeGreaterThan(0);
  await parley.box.fill('Still here.');
  await expect(parley.box).toHaveValue('Still here.');
});

test('the same answers do run in a page that trusts them, so that the test above proves something', async () => {
  test.setTimeout(120_000);
  const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumFlags });
  try {
    const ran = await runWithoutPolicy(await browser.newPage());
    console.log(`${ran.size} of ${payloads.length} payloads ran without our policy.`);
    expect(ran.size).toBeGreaterThanOrEqual(100);
  } finally {
    await browser.close();
  }
});
