import { release, version } from 'node:os';
import type { Page } from '@playwright/test';
import { expect, test } from './parley.ts';

/**
 * What stands in the window and is no sentence of ours: names, addresses, folders and keys, what one types
 * to search, and days and sizes, which a language has its own way for.
 */
const names = [
  /^(GPT|gpt|o\d|whisper|omni|text-embedding)[-.\w ]*$/,
  /^(English|Deutsch|Python|TypeScript|curl|OpenAI|Parley)$/,
  /^[a-z]+:[a-z]*$/,
  /^\S*[/.]\S*$/,
  /^([a-z]+[-_])?…\w*$/,
  /^(\w{3} )?\d+ \w{3,}( \d{4})?$/,
  /^[\d.]+ [kMG]B$/,
  /^(Linux|Darwin|Windows_NT) /,
];

/** What is read, or read aloud, and has no mark of the pseudo-locale: it would stay as it is in another language. */
async function unmarked(page: Page): Promise<readonly string[]> {
  const said = await page.evaluate(() => {
    const texts = document.evaluate('//body//text()', document, null, XPathResult.ORDERED_NODE_SNAPSHOT_TYPE);
    const read = Array.from({ length: texts.snapshotLength }, (_, at) => texts.snapshotItem(at))
      .filter((text) => text?.parentElement?.closest('code, pre, script, style, [translate=no]') === null)
      .map((text) => text?.textContent ?? '');
    const spoken = ['aria-label', 'aria-valuetext', 'alt', 'placeholder', 'title'].flatMap((name) =>
      [...document.querySelectorAll(`body [${name}]`)].map((element) => element.getAttribute(name) ?? ''),
    );
    return [document.title, ...read, ...spoken];
  });
  const rest = said.flatMap((text) =>
    withoutMarked(text.replace(version(), '').replace(release(), '')).split(/[·,\n()\u2066\u2069–]/),
  );
  const words = rest.map((part) => part.trim()).filter((part) => /[A-Za-z]{2}/.test(part));
  return [...new Set(words.filter((part) => !names.some((name) => name.test(part))))];
}

/** A marked sentence may have others in it. */
function withoutMarked(text: string): string {
  const less = text.replaceAll(/⟦[^⟦⟧]*⟧/g, '·');
  return less === text ? text : withoutMarked(less);
}

test('another language is spoken at once, and what was typed stays', async ({ openai, start }) => {
  const parley = await start();
  const { page } = parley;
  await parley.connect(openai.address);
  await parley.box.fill('Half a thought');
  await page.keyboard.press('ControlOrMeta+,');
  const before = page.getByRole('dialog', { name: 'Settings' });
  await before.getByRole('button', { name: 'General' }).click();
  await before.getByLabel('Language').selectOption('Deutsch');
  const settings = page.getByRole('dialog', { name: 'Einstellungen' });
  await expect(settings.getByRole('heading', { name: 'Allgemein' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('textbox', { name: 'Nachricht' })).toHaveValue('Half a thought');
  await expect(page.getByRole('heading', { name: 'Woran möchtest du arbeiten?' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');

  await page.reload();
  await expect(page.getByRole('button', { name: 'Neuer Chat' })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+,');
  await settings.getByRole('button', { name: 'Allgemein' }).click();
  await settings.getByLabel('Sprache').selectOption('English');
  await expect(before.getByRole('heading', { name: 'General' })).toBeVisible();
});

test('nothing is said that is not in the catalogue', async ({ openai, start }) => {
  test.slow(); // it looks at every view
  const parley = await start();
  const { page } = parley;
  await page.addInitScript(() => Object.defineProperty(navigator, 'languages', { value: ['ar-XB'] }));
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  expect(await unmarked(page), 'first run').toEqual([]);
  await parley.connect(openai.address);
  expect(await unmarked(page), 'empty chat').toEqual([]);
  openai.script({ words: ['Γαλάζιος.'] });
  await parley.askAndHear('Γιατί;');
  expect(await unmarked(page), 'chat').toEqual([]);

  await page.keyboard.press('ControlOrMeta+,');
  const settings = page.getByRole('dialog', { name: 'Settings' });
  for (const section of await settings.getByRole('navigation').getByRole('button').all()) {
    await section.click();
    const name = (await section.textContent()) ?? '';
    await expect(settings.getByRole('heading', { name, level: 2 })).toBeVisible();
    expect(await unmarked(page), name).toEqual([]);
  }
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+u');
  await expect(page.getByRole('table')).toBeVisible();
  expect(await unmarked(page), 'usage').toEqual([]);
  await parley.button('What is a token?').click();
  await expect(page.getByRole('dialog')).toBeVisible();
  expect(await unmarked(page), 'what is a token').toEqual([]);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+Shift+m');
  await expect(page.getByRole('listbox', { name: 'Models' })).toBeVisible();
  expect(await unmarked(page), 'model menu').toEqual([]);
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('>');
  await expect(page.getByRole('option').first()).toBeVisible();
  expect(await unmarked(page), 'palette').toEqual([]);
  await page.keyboard.press('Escape');
  await parley.button('Chat options').click();
  await expect(page.getByRole('dialog')).toBeVisible();
  expect(await unmarked(page), 'chat options').toEqual([]);
  await page.keyboard.press('Escape');

  const chat = parley.sidebar.getByRole('button', { name: 'Γιατί;', exact: true });
  await chat.focus();
  await page.keyboard.press('Shift+F10');
  await expect(page.getByRole('menu')).toBeVisible();
  expect(await unmarked(page), 'menu of a chat').toEqual([]);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toHaveCount(0);
  await chat.press('Delete');
  await expect(parley.button('Undo')).toBeVisible();
  expect(await unmarked(page), 'way back').toEqual([]);
  await parley.sidebar.getByRole('button', { name: 'Archive' }).click();
  await expect(page.getByRole('heading', { name: 'Archive' })).toBeVisible();
  expect(await unmarked(page), 'archive').toEqual([]);
  await parley.sidebar.getByRole('button', { name: 'Trash' }).click();
  await expect(page.getByRole('heading', { name: 'Trash' })).toBeVisible();
  await parley.button('Restore all').waitFor();
  expect(await unmarked(page), 'trash').toEqual([]);
});
