/** What the window keeps for its user: text, focus, place, and room. */
import { expect, KEY, test } from './parley.ts';

test('text typed in a new chat is there when a new chat is asked for again, also after a restart', async ({
  openai,
  start,
}) => {
  const parley = await start();
  await parley.connect(openai.address);
  await parley.askAndHear('Why is the sky blue?');
  await parley.page.keyboard.press('ControlOrMeta+n');
  await parley.box.fill('Half a thought');
  await parley.sidebar.getByRole('button', { name: 'Why is the sky blue?', exact: true }).click();
  await expect(parley.box).toHaveValue('');
  await parley.page.keyboard.press('ControlOrMeta+n');
  await expect(parley.box).toHaveValue('Half a thought');

  await parley.sidebar.getByRole('button', { name: 'Why is the sky blue?', exact: true }).click();
  await expect(parley.messages).toHaveCount(2);
  await parley.quit();
  const again = await start();
  await expect(again.messages).toHaveCount(2);
  await expect(async () => {
    await again.page.keyboard.press('ControlOrMeta+n');
    await expect(again.box).toHaveValue('Half a thought', { timeout: 500 });
  }).toPass();
});

test('a server without the default model is asked for one that it has', async ({ openai, start }) => {
  openai.setModels(['llama3', 'llama3', 'qwen3']); // some servers list a model twice
  const parley = await start();
  await parley.connect(openai.address);
  await expect(parley.button('Model: llama3')).toBeVisible();
  await parley.button('Model: llama3').click();
  const { page } = parley;
  await expect(page.getByRole('option')).toHaveText([/llama3/, /qwen3/]);
  await page.keyboard.press('Escape');
  await parley.askAndHear('Why is the sky blue?');
  expect(openai.questions[0]?.model).toBe('llama3');

  await parley.quit();
  const again = await start();
  await again.page.keyboard.press('ControlOrMeta+n');
  await expect(again.button('Model: llama3')).toBeVisible();
});

test('no key of the window acts behind the settings or beyond a field', async ({ openai, start }) => {
  const parley = await start();
  const { page, sidebar } = parley;
  await parley.connect(openai.address);
  const held = openai.hold();
  await parley.ask('Why is the sky blue?');
  held.send('Sunlight');

  // Escape ends the renaming, not the answer.
  await sidebar.getByRole('button', { name: 'Why is the sky blue?', exact: true }).dblclick();
  await expect(page.getByRole('textbox', { name: 'Chat name' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(parley.stop).toBeVisible();

  // In a dialog the focus may be on nothing.
  await page.keyboard.press('ControlOrMeta+,');
  const dialog = page.getByRole('dialog', { name: 'Settings' });
  await expect(dialog).toBeVisible();
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
  await page.keyboard.press('ControlOrMeta+Delete');
  await expect(sidebar.getByRole('listitem')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(parley.stop).toBeVisible();
});

test('the focus is never lost with the button that had it', async ({ openai, start }) => {
  const parley = await start();
  const { page } = parley;
  await parley.connect(openai.address);
  openai.hold().send('Sunlight is');
  await parley.ask('Why is the sky blue?');
  await expect(parley.lastMessage).toContainText('Sunlight is');
  await parley.stop.click();
  openai.script({ words: ['Rayleigh.'] });
  await parley.lastMessage.getByRole('button', { name: 'Ask again' }).click();
  await expect(parley.box).toBeFocused();
  await expect(parley.lastMessage).toContainText('Rayleigh.');

  await page.getByRole('button', { name: 'Previous answer' }).click();
  await expect(parley.lastMessage).toContainText('Sunlight is');
  await expect(page.getByRole('button', { name: 'Next answer' })).toBeFocused(); // the first has none before it

  await parley.button('Hide sidebar').click();
  await expect(parley.button('Show sidebar')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(parley.button('Hide sidebar')).toBeFocused();
  await page.keyboard.press('ControlOrMeta+b');
  await expect(parley.button('Show sidebar')).toBeFocused();

  await page.setViewportSize({ width: 500, height: 700 });
  await page.keyboard.press('Enter');
  await expect(parley.button('Hide sidebar')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(parley.button('Show sidebar')).toBeFocused();

  await page.keyboard.press('ControlOrMeta+,');
  await parley.button('Accounts & keys').click();
  for (const [opener, closer] of [
    ['Connect another server', 'Cancel'],
    ['Change key', 'Cancel'],
    ['Remove key', 'Keep it'],
  ] as const) {
    await parley.button(opener).click();
    await parley.button(closer).click();
    await expect(parley.button(opener === 'Remove key' ? 'Change key' : opener)).toBeFocused();
  }
  await parley.button('Remove key').click();
  await parley.button('Remove it').click();
  await expect(parley.button('Add key')).toBeFocused();
});

test('a long title leaves room for what happened and for Undo, 320 pixels wide', async ({
  openai,
  start,
}) => {
  const parley = await start();
  const { page } = parley;
  await parley.connect(openai.address);
  await parley.askAndHear('Why is the sky blue and not violet, which is scattered even more?');
  await page.setViewportSize({ width: 320, height: 640 });
  await page.keyboard.press('ControlOrMeta+Delete');
  const undo = page.getByRole('button', { name: 'Undo' });
  await expect(undo).toBeInViewport({ ratio: 1 });
  await expect(page.getByText('was deleted.')).toBeInViewport({ ratio: 1 });
  await undo.click();
  await expect(parley.messages).toHaveCount(2);
  await expect(parley.box).toBeFocused();
});

test('the window is named after its chat, and one comes back to where one had read to', async ({
  openai,
  start,
}) => {
  const parley = await start();
  const { page, transcript } = parley;
  await parley.connect(openai.address);
  await expect(page).toHaveTitle('Parley');
  openai.script({ words: Array.from({ length: 200 }, (_, index) => `Line ${String(index)}\n`) });
  await parley.askAndHear('Count.');
  await expect(page).toHaveTitle('Count. – Parley');
  await parley.box.fill('Half a thought'); // what keeps the chat open
  await transcript.evaluate((log) => (log.scrollTop = 700));
  await expect.poll(() => transcript.evaluate((log) => log.scrollTop)).toBe(700);
  await page.keyboard.press('ControlOrMeta+n');
  await expect(page).toHaveTitle('Parley');
  await parley.sidebar.getByRole('button', { name: 'Count.', exact: true }).click();
  await expect.poll(() => transcript.evaluate((log) => log.scrollTop)).toBe(700);
});

test('a selection in an answer stays while it grows', async ({ openai, start }) => {
  const parley = await start();
  await parley.connect(openai.address);
  const held = openai.hold();
  await parley.ask('Why is the sky blue?');
  held.send('Sunlight ');
  await parley.lastMessage
    .getByText('Sunlight')
    .evaluate(({ firstChild: text }) => text && getSelection()?.setBaseAndExtent(text, 0, text, 8));
  held.send('is scattered.');
  await expect(parley.lastMessage).toContainText('Sunlight is scattered.');
  expect(await parley.page.evaluate(() => getSelection()?.toString().trim())).toBe('Sunlight');
});

test('the key of the environment is offered beside the server it goes to', async ({ openai, start }) => {
  const parley = await start({ OPENAI_API_KEY: KEY, OPENAI_BASE_URL: openai.address });
  await expect(parley.button(/OPENAI_API_KEY/)).toBeVisible();
  await parley.button('Use an OpenAI key').click();
  await expect(parley.page.getByText('only ever sent to OpenAI')).toBeVisible();
  await expect(parley.button(/OPENAI_API_KEY/)).toHaveCount(0);
  await parley.button('Connect another server').click();
  openai.refuseModels({ status: 500, body: {} });
  await parley.button(/OPENAI_API_KEY/).click();
  await expect(parley.page.getByRole('alert')).toBeVisible();
  await expect(parley.button(/OPENAI_API_KEY/)).toBeFocused();
});

test('a question and an answer can be copied as they are, and the last answer asked for again', async ({
  openai,
  start,
}) => {
  const parley = await start();
  await parley.connect(openai.address);
  openai.script({ words: ['Sunlight', ' is scattered.\n\n', 'Blue most of all. 🌤'] });
  await parley.askAndHear('Why is the sky blue?');
  const pasted = async () => {
    await parley.box.fill('');
    await parley.box.press('ControlOrMeta+v');
    return parley.box.inputValue();
  };
  await parley.button('Copy answer').click();
  await expect.poll(pasted).toBe('Sunlight is scattered.\n\nBlue most of all. 🌤');
  await parley.messages.first().hover();
  await parley.button('Copy question').click();
  await expect.poll(pasted).toBe('Why is the sky blue?');

  openai.script({ words: ['Rayleigh.'] });
  await parley.button('Answer again').click();
  await expect(parley.lastMessage).toContainText('Rayleigh.');
  await expect(parley.lastMessage.getByRole('group', { name: 'Answer 2 of 2' })).toBeVisible();
});
