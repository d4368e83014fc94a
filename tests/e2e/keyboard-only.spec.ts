/** The main job by keys alone: nothing here points, clicks, or puts the focus anywhere by itself. */
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, KEY, test } from './parley.ts';

const MOST = 60;

/** Goes on with Tab until it is there. */
async function tabTo(page: Page, wanted: Locator, key = 'Tab'): Promise<void> {
  for (let presses = 0; presses < MOST; presses += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`Tab does not lead to ${String(wanted)}`);
}

test('a key is given, two chats are asked, one is found, saved, deleted and restored, by keys alone', async ({
  openai,
  start,
  userData,
}) => {
  const parley = await start({ OPENAI_BASE_URL: openai.address });
  const { app, page, box, messages, sidebar } = parley;
  const folder = join(userData, 'saved');
  mkdirSync(folder);
  await app.evaluate(({ dialog }, place) => {
    dialog.showSaveDialog = (...args: unknown[]) => {
      const { defaultPath } = args.at(-1) as { defaultPath: string };
      return Promise.resolve({ canceled: false, filePath: `${place}/${defaultPath}` });
    };
  }, folder);

  // The first run.
  await tabTo(page, page.getByLabel('API key (optional)'));
  await page.keyboard.type(KEY);
  await page.keyboard.press('Enter');
  await expect(box).toBeFocused();

  // Two chats.
  openai.script({ words: ['Sunlight is scattered.'] });
  await page.keyboard.type('Why is the sky blue?');
  await page.keyboard.press('Enter');
  await expect(messages.last()).toContainText('scattered.');
  await expect(parley.stop).toHaveCount(0);
  await page.keyboard.press('Control+n');
  openai.script({ words: ['Four.'] });
  await page.keyboard.type('What is two and two?');
  await page.keyboard.press('Enter');
  await expect(messages.last()).toContainText('Four.');
  await expect(parley.stop).toHaveCount(0);

  // The first is found by a word of its answer.
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Search chats and commands' })).toBeFocused();
  await page.keyboard.type('scattered');
  await expect(page.getByRole('option', { selected: true })).toContainText('scattered');
  await page.keyboard.press('Enter');
  await expect(messages.first()).toContainText('Why is the sky blue?');

  // It is saved.
  await page.keyboard.press('Control+k');
  await page.keyboard.press('Control+a'); // what was looked for before is still there
  await page.keyboard.type('>export');
  await expect(page.getByRole('option', { selected: true })).toContainText('Export chat…');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: /Export/ });
  await expect(dialog).toContainText('2 messages');
  await tabTo(page, dialog.getByRole('button', { name: 'Save…' }));
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('status')).toContainText('Saved as');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  expect(readdirSync(folder)).toHaveLength(1);

  // It is deleted.
  await page.keyboard.press('Control+l');
  await page.keyboard.press('Control+Delete');
  await expect(sidebar.getByRole('listitem')).toHaveText([/two and two/]);

  // It comes back from the trash.
  await page.keyboard.press('Control+k');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('>trash');
  await expect(page.getByRole('option', { selected: true })).toContainText('Trash');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Trash' })).toBeVisible();
  await tabTo(page, parley.button('Restore “Why is the sky blue?”'));
  await page.keyboard.press('Enter');
  await expect(sidebar.getByRole('listitem')).toHaveCount(2);
  await page.keyboard.press('Escape');
  await expect(box).toBeFocused();
});
