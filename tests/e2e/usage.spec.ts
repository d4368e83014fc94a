import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from './parley.ts';

test('usage shows every call as it ends, leaves by Escape, and is kept as a file with the same sum', async ({
  openai,
  start,
  userData,
}) => {
  const parley = await start();
  const { page } = parley;
  await parley.connect(openai.address);
  await parley.askAndHear('Why is the sky blue?');
  await parley.sidebar.getByRole('button', { name: 'Usage' }).click();
  await expect(page.getByRole('heading', { name: 'Usage' })).toBeFocused();
  const calls = page.getByRole('table', { name: 'Usage by model' }).locator('tfoot td').first();
  await expect(calls).toHaveText('1');
  await page.keyboard.press('Escape');
  await expect(parley.box).toBeFocused();

  const held = openai.hold();
  await parley.ask('And red?');
  await page.keyboard.press('ControlOrMeta+u');
  await expect(calls).toHaveText('1');
  held.send('Sunsets.');
  held.finish();
  await expect(calls).toHaveText('2');

  const folder = join(userData, 'saved');
  mkdirSync(folder);
  await parley.app.evaluate(({ dialog }, place) => {
    dialog.showSaveDialog = (...args: unknown[]) => {
      const { defaultPath } = args.at(-1) as { defaultPath: string };
      return Promise.resolve({ canceled: false, filePath: `${place}/${defaultPath}` });
    };
  }, folder);
  await parley.button('Export CSV…').click();
  await expect.poll(() => readdirSync(folder)).toEqual([expect.stringMatching(/^Parley usage .*\.csv$/)]);
  const [head = '', ...lines] = readFileSync(join(folder, readdirSync(folder)[0]!), 'utf8')
    .trim()
    .split('\r\n');
  const column = head.split(',').indexOf('output tokens');
  const library = new DatabaseSync(join(userData, 'library.sqlite'), { readOnly: true });
  const stored = library.prepare('SELECT sum(output) AS output, count(*) AS calls FROM receipt').get();
  library.close();
  const written = lines.reduce((sum, line) => sum + Number(line.split(',')[column]), 0);
  expect({ output: written, calls: lines.length }).toEqual(stored);
});

test('what a token is can be read from the Help menu, with a text to try', async ({ openai, start }) => {
  const parley = await start();
  await parley.connect(openai.address);
  await parley.app.evaluate(({ Menu }) =>
    Menu.getApplicationMenu()?.getMenuItemById('what-is-a-token')?.click(),
  );
  const dialog = parley.page.getByRole('dialog', { name: 'What is a token?' });
  await expect(dialog).toContainText('An API account is not a ChatGPT plan.');
  await expect(dialog.getByRole('row', { name: /GPT-3.5 Turbo.*Ended 23 Oct 2026/ })).toHaveCount(1);
  await dialog.getByRole('textbox', { name: 'Count the tokens of a text' }).fill('Hello, world.');
  await expect(dialog.getByRole('status')).toContainText('13 characters, 2 words');
  await parley.page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
});
