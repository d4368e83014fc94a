import type { Page } from '@playwright/test';
import { expect, KEY, test } from './parley.ts';

const isDark = (page: Page) => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);

test('from the first run to an answer, and everything is there after a restart', async ({
  openai,
  start,
}) => {
  const first = await start({ OPENAI_BASE_URL: openai.address });
  const { page } = first;

  // The first run: the address is offered, the key is pasted and checked.
  await expect(page.getByRole('textbox', { name: 'Server address' })).toHaveValue(openai.address);
  await page.getByLabel('API key (optional)').fill(KEY);
  await page.keyboard.press('Enter');
  await expect(first.box).toBeFocused();
  expect(openai.requests.map(({ method, path }) => `${method} ${path}`)).toContain('GET /v1/models');

  // The answer streams in, and stops when told to.
  const held = openai.hold();
  await first.ask('Why is the sky blue?');
  held.send('Sunlight is scattered ');
  await expect(first.lastMessage).toContainText('Sunlight is scattered');
  held.send('by the air');
  await expect(first.lastMessage).toContainText('scattered by the air');
  await first.stop.click();
  await held.closed;
  await expect(first.lastMessage).toContainText('Stopped');
  await expect(first.lastMessage).toContainText('Sunlight is scattered by the air');

  // The same conversation goes on, with all of its history.
  openai.script({ words: ['Because ', 'red ', 'bends ', 'less.'] });
  await first.askAndHear('And why is the evening red?');
  await expect(first.lastMessage).toContainText('Because red bends less.');
  expect(openai.questions.at(-1)).toMatchObject({
    model: 'gpt-6.2-sol',
    input: [
      { role: 'user', content: 'Why is the sky blue?' },
      { role: 'assistant', content: 'Sunlight is scattered by the air' },
      { role: 'user', content: 'And why is the evening red?' },
    ],
  });

  // A second conversation, and back to the first.
  await page.keyboard.press('ControlOrMeta+n');
  openai.script({ words: ['Four.'] });
  await first.askAndHear('What is two and two?');
  await expect(first.messages).toHaveCount(2);
  await first.sidebar.getByRole('button', { name: 'Why is the sky blue?', exact: true }).click();
  await expect(first.messages).toHaveCount(4);

  await first.quit();
  const again = await start();
  await expect(again.sidebar.getByRole('listitem')).toHaveText([
    /What is two and two\?/,
    /Why is the sky blue\?/,
  ]);
  await again.sidebar.getByRole('button', { name: 'Why is the sky blue?', exact: true }).click();
  await expect(again.messages).toHaveText([
    /Why is the sky blue\?/,
    /Sunlight is scattered by the air.*Stopped/s,
    /And why is the evening red\?/,
    /Because red bends less\./,
  ]);

  // The key is there, too: nothing is asked for again.
  openai.script({ words: ['Still here.'] });
  await again.askAndHear('Are you there?');
  await expect(again.lastMessage).toContainText('Still here.');
});

test('the items of an answer go back as they were received', async ({ openai, start }) => {
  const parley = await start();
  await parley.connect(openai.address);
  openai.script({ words: ['Ray', 'leigh.'], thoughts: ['Hm.'] });
  await parley.askAndHear('Why is the sky blue?');
  await parley.askAndHear('Say it again.');
  expect(openai.questions[1]?.input).toMatchObject([
    { role: 'user' },
    { type: 'reasoning', encrypted_content: expect.any(String) },
    { type: 'message', role: 'assistant', content: [{ type: 'output_text', text: 'Rayleigh.' }] },
    { role: 'user', content: 'Say it again.' },
  ]);
});

test('a model from the menu is asked, and its conversation remembers it', async ({ openai, start }) => {
  const parley = await start();
  await parley.connect(openai.address);
  await parley.page.keyboard.press('ControlOrMeta+Shift+m');
  await parley.page.getByRole('option', { name: /^GPT-6 Luna/ }).click();
  await parley.askAndHear('Quickly, please.');
  expect(openai.questions[0]?.model).toBe('gpt-6-luna');
  await parley.page.keyboard.press('ControlOrMeta+n');
  await parley.askAndHear('And now the default.');
  expect(openai.questions[1]?.model).toBe('gpt-6.2-sol');
  await parley.sidebar.getByRole('button', { name: 'Quickly, please.', exact: true }).click();
  await expect(parley.button(/^Model: GPT-6 Luna/)).toBeVisible();
});

test('a conversation can be renamed and deleted, and a deletion undone', async ({ openai, start }) => {
  const parley = await start();
  const { page, sidebar } = parley;
  await parley.connect(openai.address);
  await parley.askAndHear('Why is the sky blue?');

  await sidebar.getByRole('button', { name: 'Options for “Why is the sky blue?”' }).click();
  await page.getByRole('menuitem', { name: 'Rename' }).click();
  await page.keyboard.insertText('Sky');
  await page.keyboard.press('Enter');
  await expect(sidebar.getByRole('listitem')).toHaveText(['Sky']);

  await sidebar.getByRole('button', { name: 'Sky', exact: true }).focus();
  await page.keyboard.press('ControlOrMeta+Delete');
  await expect(sidebar.getByRole('listitem')).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(sidebar.getByRole('listitem')).toHaveText(['Sky']);
  await expect(parley.messages).toHaveCount(2);

  await parley.quit();
  const again = await start();
  await expect(again.sidebar.getByRole('listitem')).toHaveText(['Sky']);
});

test('the theme and the default model are chosen in Settings and stay', async ({ openai, start }) => {
  const parley = await start();
  await parley.connect(openai.address);
  await parley.page.keyboard.press('ControlOrMeta+,');
  const settings = parley.page.getByRole('dialog', { name: 'Settings' });
  await settings.getByRole('button', { name: 'Appearance' }).click();
  await settings.getByRole('radio', { name: 'Dark' }).check();
  await expect.poll(() => isDark(parley.page)).toBe(true);
  await settings.getByRole('button', { name: 'Models' }).click();
  await settings.getByRole('combobox', { name: 'Default model' }).selectOption('gpt-6-luna');
  await parley.quit();

  const again = await start();
  await expect.poll(() => isDark(again.page)).toBe(true);
  await again.askAndHear('Hello');
  expect(openai.questions[0]?.model).toBe('gpt-6-luna');
});

test('a removed key is gone, and a new one goes on where it stopped', async ({ openai, start }) => {
  const parley = await start();
  await parley.connect(openai.address);
  await parley.page.keyboard.press('ControlOrMeta+,');
  const settings = parley.page.getByRole('dialog', { name: 'Settings' });
  await settings.getByRole('button', { name: 'Accounts & keys' }).click();
  await settings.getByRole('button', { name: 'Remove key' }).click();
  await settings.getByRole('button', { name: 'Remove it' }).click();
  await expect(settings).toContainText(/no key/i);
  await parley.page.keyboard.press('Escape');
  await parley.ask('Hello?');
  await expect(parley.lastMessage).toContainText('There is no key.');
  expect(openai.questions).toHaveLength(0);

  await parley.lastMessage.getByRole('button', { name: 'Add key' }).click();
  await settings.getByLabel('API key', { exact: true }).fill(KEY);
  await parley.page.keyboard.press('Enter');
  await expect(settings).toContainText(`…${KEY.slice(-4)}`);
  await parley.page.keyboard.press('Escape');
  openai.script({ words: ['Here I am.'] });
  await parley.lastMessage.getByRole('button', { name: 'Try again' }).click();
  await expect(parley.lastMessage).toContainText('Here I am.');
});
