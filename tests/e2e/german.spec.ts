import { noCredit } from '../fakes/openai-errors.ts';
import { expect, test } from './parley.ts';

test('German is spoken as soon as it is chosen: in the window, in an error, in the menu and in numbers', async ({
  openai,
  start,
}) => {
  const parley = await start();
  const { app, page } = parley;
  await parley.connect(openai.address);
  openai.script(noCredit());
  await parley.askAndHear('Why is the sky blue?');
  await expect(parley.lastMessage.getByRole('heading', { name: 'has no credit left.' })).toBeVisible();

  await page.keyboard.press('ControlOrMeta+,');
  const settings = page.getByRole('dialog', { name: 'Settings' });
  await settings.getByRole('button', { name: 'General' }).click();
  await settings.getByRole('combobox', { name: 'Language' }).selectOption({ label: 'Deutsch' });
  await expect(page.getByRole('dialog', { name: 'Einstellungen' })).toBeVisible();
  await page.keyboard.press('Escape');

  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await expect(page.getByRole('textbox', { name: 'Nachricht' })).toBeVisible();
  await expect(
    page.getByRole('heading', { name: 'Dein Konto bei diesem Server ist aufgebraucht.' }),
  ).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Heute' })).toBeVisible();
  const menu = () =>
    app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label.replace('&', '')));
  await expect.poll(menu).toContain('Bearbeiten');

  await page.keyboard.press('ControlOrMeta+u');
  await expect(page.getByRole('main')).toContainText('1 Aufruf ');
  await expect(page.getByRole('main')).toContainText(/0,00\s\$/);
  await expect(page.getByRole('main')).toContainText(
    new Intl.DateTimeFormat('de-DE', { month: 'short', year: 'numeric' }).format(new Date()),
  );
});
