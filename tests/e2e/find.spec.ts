/** Words are found in the whole chat, wherever they stand, and the outline leads to any place in it. */
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { makeLibrary } from '../../bench/make-library.ts';
import { faults } from './axe.ts';
import { expect, test, type Parley } from './parley.ts';

const find = (page: Page) => page.getByRole('search', { name: 'Find in chat' });
const field = (page: Page) => page.getByRole('textbox', { name: 'Find in chat' });
const count = (page: Page) => find(page).getByRole('status');

/** The words that are painted as the current ones, if they can be seen. */
function currentWords(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const [range] = CSS.highlights.get('find-current') ?? [];
    if (!range) return null;
    // Code that gets its colours has its words in other nodes, which are painted a frame later.
    const lengthOf = (node: Node) => node.textContent?.length ?? 0;
    if (!range.startContainer.isConnected || range.endOffset > lengthOf(range.endContainer)) return null;
    if (range.startOffset > lengthOf(range.startContainer)) return null;
    const words = document.createRange();
    words.setStart(range.startContainer, range.startOffset);
    words.setEnd(range.endContainer, range.endOffset);
    const { top, bottom, left, width } = words.getBoundingClientRect();
    const log = document.querySelector('[role="log"]')?.getBoundingClientRect();
    if (!log || width === 0 || top < log.top || bottom > log.bottom) return null;
    const element = document.elementFromPoint(left + 1, (top + bottom) / 2);
    return element?.closest('[data-message]') ? words.toString() : null;
  });
}

/** The message that has the current ones. */
function currentMessage(page: Page): Promise<number> {
  return page.evaluate(() => {
    const [range] = CSS.highlights.get('find-current') ?? [];
    const message = range?.startContainer.parentElement?.closest('[data-message]');
    const text = message?.querySelector('.bubble, .body')?.textContent ?? '';
    return Number(/^\d+/.exec(text.trim())?.[0] ?? -1);
  });
}

/** A chat of so many messages, each of which begins with its number. */
async function startLong(start: () => Promise<Parley>, userData: string, messages: number): Promise<Parley> {
  makeLibrary(join(userData, 'library.sqlite'), { conversations: 1, messages });
  const parley = await start();
  await expect(parley.transcript).toBeVisible();
  return parley;
}

test('what is looked for is found through a long chat, from where one reads, and round again', async ({
  start,
  userData,
}) => {
  const { page, box } = await startLong(start, userData, 320);
  await box.fill('Half a thought');
  await page.keyboard.press('ControlOrMeta+f');
  await expect(field(page)).toBeFocused();
  // Answers have it 23 times, questions once.
  await page.keyboard.type('SUNLÍGHT  meets'.replace('  ', ' '));
  await expect(count(page)).toHaveText(/of 3,840$/);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('7: sunlight');
  await expect(count(page)).toHaveText(/^\d+ of 32$/);
  // One reads at the end, so the next from there is looked for; there is none behind 317 but the first.
  await expect.poll(() => currentWords(page)).toBe('7: Sunlight');
  const first = await currentMessage(page);
  await page.keyboard.press('Enter');
  await expect.poll(() => currentMessage(page)).toBe(first === 317 ? 7 : first + 10);
  await page.keyboard.press('Shift+Enter');
  await expect.poll(() => currentMessage(page)).toBe(first);
  const seen: number[] = [];
  for (let step = 0; step < 32; step++) {
    const before = await count(page).textContent();
    await page.keyboard.press('F3');
    await expect(count(page)).not.toHaveText(before ?? '');
    const last = seen.at(-1) ?? first;
    await expect.poll(() => currentMessage(page)).not.toBe(last);
    await expect.poll(() => currentWords(page)).toBe('7: Sunlight');
    seen.push(await currentMessage(page));
  }
  expect(new Set(seen).size).toBe(32);
  expect(seen.at(-1)).toBe(first);
  await page.keyboard.press('Escape');
  await expect(find(page)).toHaveCount(0);
  await expect(box).toBeFocused();
  await expect(box).toHaveValue('Half a thought');
  expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
});

test('what is folded away is found, and unfolded where one comes to it', async ({ openai, start }) => {
  const parley = await start();
  const { page } = parley;
  await parley.connect(openai.address);
  const lines = Array.from({ length: 80 }, (_, line) => `const line${line} = ${line};`).join('\n');
  const rows = Array.from({ length: 1500 }, (_, row) => `| cell ${row} | ${row} |\n`).join('');
  const table = `| A | B |\n|---|---|\n${rows}`;
  openai.script({
    thoughts: ['The needle is in the thoughts.'],
    words: [
      `Here is **some code**:\n\n\`\`\`ts\n${lines}\nconst needle = 1;\n\`\`\`\n\nDone: $\\infty$\n\n${table}`,
    ],
  });
  await parley.askAndHear('Where is it?');
  await expect(parley.lastMessage.getByText('The needle is')).toBeHidden();
  await page.keyboard.press('ControlOrMeta+f');
  await page.keyboard.type('needle');
  await expect(count(page)).toHaveText('1 of 2');
  await expect.poll(() => currentWords(page)).toBe('needle');
  await expect(parley.lastMessage.getByText('The needle is')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(count(page)).toHaveText('2 of 2');
  await expect.poll(() => currentWords(page)).toBe('needle');
  await field(page).fill('cell 1234');
  await expect(count(page)).toHaveText('1 of 1');
  await expect.poll(() => currentWords(page)).toBe('cell 1234');
  await field(page).fill('infty');
  await expect(count(page)).toHaveText('1 of 1');
  await expect(parley.lastMessage.locator('.katex').first()).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(count(page)).toHaveText('1 of 1');
  await field(page).fill('some code');
  await expect(count(page)).toHaveText('1 of 1');
  await field(page).fill('no such words');
  await expect(count(page)).toHaveText('No matches');
});

test('what is selected is looked for, and again after the bar was closed', async ({ openai, start }) => {
  const parley = await start();
  const { page } = parley;
  await parley.connect(openai.address);
  openai.script({ words: ['Rayleigh scattering. Rayleigh again.'] });
  await parley.askAndHear('Why is the sky blue?');
  await parley.lastMessage.getByText('Rayleigh').dblclick({ position: { x: 10, y: 8 } });
  await page.keyboard.press('ControlOrMeta+f');
  await expect(field(page)).toHaveValue('Rayleigh');
  await expect(count(page)).toHaveText('1 of 2');
  expect(await page.evaluate(() => getSelection()?.toString())).toBe('Rayleigh');
  await page.keyboard.press('Escape');
  await page.evaluate(() => getSelection()?.empty());
  await page.keyboard.press('F3');
  await expect(field(page)).toHaveValue('Rayleigh');
  await expect(count(page)).toHaveText('1 of 2');
});

test('words that stream in are counted, and nothing moves', async ({ openai, start }) => {
  const parley = await start();
  const { page } = parley;
  await parley.connect(openai.address);
  const held = openai.hold();
  await parley.ask('Why is the sky blue?');
  held.send('Blue light. ');
  await expect(parley.lastMessage).toContainText('Blue light');
  await page.keyboard.press('ControlOrMeta+f');
  await page.keyboard.type('blue');
  await expect(count(page)).toHaveText(/of 2$/);
  const before = await parley.transcript.evaluate((log) => log.scrollTop);
  held.send('And blue again.');
  await expect(count(page)).toHaveText(/of 3$/);
  expect(await parley.transcript.evaluate((log) => log.scrollTop)).toBe(before);
  // Escape closes the bar before it stops an answer.
  await page.keyboard.press('Escape');
  await expect(find(page)).toHaveCount(0);
  await expect(parley.stop).toBeVisible();
  held.finish();
  await expect(parley.stop).toHaveCount(0);
});

test('the outline leads to a question and to a heading of its answer', async ({ openai, start }) => {
  const parley = await start();
  const { page } = parley;
  await parley.connect(openai.address);
  const part = (name: string) => `## ${name}\n\n${'Some words about it. '.repeat(120)}\n\n`;
  openai.script({ words: [part('Light'), part('Air'), part('Eyes')] });
  await parley.askAndHear('Why is the sky blue?\nIn short.');
  await parley.askAndHear('And red?');
  await parley.button('Outline').click();
  const outline = page.getByRole('navigation', { name: 'Outline' });
  await expect(outline.getByRole('button')).toHaveText([
    'Why is the sky blue?',
    'Light',
    'Air',
    'Eyes',
    'And red?',
  ]);
  await expect(outline.locator('[aria-current]')).toHaveCount(1);
  await expect(outline.locator('[aria-current]')).toBeFocused();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(outline).toHaveCount(0);
  const heading = parley.messages.nth(1).getByRole('heading', { name: 'Air' });
  await expect(heading).toBeInViewport();
  await expect(parley.messages.nth(1)).toBeFocused();
  await parley.button('Outline').click();
  await expect(outline.locator('[aria-current]')).toHaveText('Air');
});

test('axe finds nothing in the outline', async ({ start, userData }) => {
  const { page, app } = await startLong(start, userData, 60);
  await page.getByRole('button', { name: 'Outline' }).click();
  await expect(page.getByRole('textbox', { name: 'Filter the outline' })).toBeFocused();
  await page.keyboard.type('58:');
  await expect(page.getByRole('navigation', { name: 'Outline' }).getByRole('button')).toHaveCount(1);
  expect(await faults(app, page)).toEqual([]);
});
