import type { Page } from '@playwright/test';
import { english } from '../../src/shared/words/english.ts';
import { marked } from '../../src/shared/words/pseudo.ts';
import { expect, KEY, test } from './parley.ts';
import { unsaid } from './unsaid.ts';

const { words } = english;
const QUESTION = 'Why is the sky blue?';

/** The sentences from elsewhere, and whether the page runs the wrong way or is too wide. */
async function faults(page: Page): Promise<readonly string[]> {
  const { direction, over } = await page.evaluate(() => ({
    direction: document.documentElement.dir,
    over: document.documentElement.scrollWidth - innerWidth,
  }));
  return [
    ...(await unsaid(page, [QUESTION])),
    ...(direction === 'rtl' ? [] : [`it runs ${direction}`]),
    ...(over > 0 ? [`it is ${over} pixels too wide`] : []),
  ];
}

test('in the translators’ language every sentence is from the catalogue, and runs from right to left', async ({
  openai,
  start,
}) => {
  test.slow(); // it looks at every view
  const { page } = await start({}, ['--lang=ar-XB']);
  const button = (name: string) => page.getByRole('button', { name: marked(name) });
  const textbox = (name: string) => page.getByRole('textbox', { name: marked(name) });
  const seen: Record<string, readonly string[]> = {};
  const look = async (view: string) => {
    const found = await faults(page);
    if (found.length > 0) seen[view] = found;
  };

  await button('Connect another server').click();
  await expect(textbox(words.settings.serverForm.address)).toBeVisible();
  await look('first run');
  await textbox(words.settings.serverForm.address).fill(openai.address);
  await page.getByLabel(marked(words.settings.serverForm.key)).fill(KEY);
  await page.keyboard.press('Enter');
  const box = textbox(words.chat.composer.message);
  await box.fill(QUESTION);
  await box.press('Enter');
  await expect(page.getByRole('article').last()).toHaveAttribute('aria-busy', 'false');
  await look('chat');

  await page.keyboard.press('ControlOrMeta+,');
  const dialog = page.getByRole('dialog');
  for (const section of Object.values(words.settings.sections)) {
    await dialog.getByRole('button', { name: marked(section) }).click();
    await expect(dialog.getByRole('heading', { name: marked(section), level: 2 })).toBeVisible();
    await look(`settings, ${section}`);
  }
  await page.keyboard.press('Escape');
  const command = async (name: keyof typeof words.commands.names) => {
    await page.keyboard.press('ControlOrMeta+k');
    await page.getByRole('option', { name: marked(words.commands.names[name]) }).click();
  };
  await page.keyboard.press('ControlOrMeta+k');
  await expect(page.getByRole('combobox').first()).toBeVisible();
  await look('search');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+Shift+m');
  await expect(page.getByRole('listbox').first()).toBeVisible();
  await look('models');
  await page.keyboard.press('Escape');
  await box.fill(QUESTION);
  await page.getByRole('button', { name: words.money.requestLine.sent }).click();
  await expect(dialog).toBeVisible();
  await look('request');
  await page.keyboard.press('Escape');
  for (const name of ['export-chat', 'import-chats'] as const) {
    await command(name);
    await expect(dialog).toBeVisible();
    await look(name);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  }
  await page.keyboard.press('ControlOrMeta+u');
  await expect(page.getByRole('table').first()).toBeVisible();
  await look('usage');
  for (const name of ['open-archive', 'open-trash'] as const) {
    await command(name);
    await expect(page.getByRole('heading', { name: marked(words.commands.names[name]) })).toBeVisible();
    await look(name);
  }
  expect(seen).toEqual({});
});
