/** What was said is found in a moment, wherever it stands, and every command by its name. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './parley.ts';

const field = (page: Page) => page.getByRole('combobox', { name: 'Search chats and commands' });
const active = (page: Page) => page.getByRole('option', { selected: true });

test('a word of an old answer, and one on another branch, are found and jumped to', async ({
  openai,
  start,
}) => {
  const parley = await start();
  const { app, page } = parley;
  await parley.connect(openai.address);
  openai.script({ words: ['It is the naïve xylophone. ', 'More words about it. '.repeat(200)] });
  await parley.askAndHear('Tell me about music');
  openai.script({ words: ['Another answer stands here.'] });
  await parley.lastMessage.hover();
  await page.keyboard.press('ControlOrMeta+Shift+r');
  await expect(parley.lastMessage).toContainText('Another answer');
  await expect(parley.stop).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+n');
  openai.script({ words: ['Blue light is scattered.'] });
  await parley.askAndHear('Why is the sky blue?');

  await page.keyboard.press('ControlOrMeta+k');
  await expect(field(page)).toBeFocused();
  await page.keyboard.type('naive xylo');
  const hit = page.getByRole('option').filter({ hasText: 'naïve' });
  await expect(hit.locator('mark')).toHaveText(['naïve', 'xylo']);
  await expect(active(page)).toContainText('xylophone');
  for (const theme of ['light', 'dark'] as const) {
    await app.evaluate(({ nativeTheme }, source) => void (nativeTheme.themeSource = source), theme);
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).include('dialog').analyze();
    expect(violations).toEqual([]);
  }
  await page.keyboard.press('Enter');
  await expect(field(page)).toHaveCount(0);
  await expect(parley.lastMessage).toContainText('naïve xylophone');
  await expect(parley.lastMessage).toBeFocused();
  await expect(parley.lastMessage.getByText('naïve xylophone')).toBeInViewport();

  // A part of a word, in a question of the other chat.
  await page.keyboard.press('ControlOrMeta+k');
  await expect(field(page)).toBeFocused();
  await page.keyboard.type('catter');
  await expect(page.getByRole('group', { name: 'Within words' }).getByRole('option')).toContainText(
    'Blue light',
  );
  await page.keyboard.press('ControlOrMeta+k');
  await expect(field(page)).toHaveCount(0);
});

test('a command is found by its name and run by the keyboard', async ({ openai, start }) => {
  const { page, connect } = await start().then((parley) => ({
    page: parley.page,
    connect: (address: string) => parley.connect(address),
  }));
  await connect(openai.address);
  await page.keyboard.press('ControlOrMeta+k');
  await expect(field(page)).toBeFocused();
  await page.keyboard.type('appear');
  await expect(active(page)).toContainText('Settings: Appearance');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Appearance' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+k');
  await expect(field(page)).toHaveValue('appear');
  await page.keyboard.press('Escape');
  await expect(field(page)).toHaveCount(0);
});
