import { expect, test } from './parley.ts';

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
