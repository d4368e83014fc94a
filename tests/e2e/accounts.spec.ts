/** Several servers, each chat with its own, and how a chat asks. */
import { startOpenAiServer, type OpenAiServer } from '../fakes/openai-server.ts';
import { expect, KEY, test as base, type Parley } from './parley.ts';

const test = base.extend<{ second: OpenAiServer }>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures from the pattern
  second: async ({}, use) => {
    const server = await startOpenAiServer({ key: KEY });
    await use(server);
    await server.close();
  },
});

/** In Settings, which stay open. */
async function addServer({ page }: Parley, address: string, name: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+,');
  await page.getByRole('button', { name: 'Accounts & keys' }).click();
  await page.getByRole('button', { name: 'Connect another server' }).click();
  const form = page.locator('form');
  await form.getByLabel('Server address').fill(address);
  await form.getByLabel('API key (optional)').fill(KEY);
  await form.getByLabel('Name').fill(name);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: new RegExp(`^${name}`) })).toHaveAttribute(
    'aria-expanded',
    'true',
  );
}

test('a chat keeps its own account, and uses the default one when that is gone', async ({
  openai,
  second,
  start,
}) => {
  const parley = await start();
  const { page } = parley;
  await parley.connect(openai.address);
  await addServer(parley, second.address, 'Second');
  await parley.button('Test').click();
  await expect(page.getByText('Works: 9 models.')).toBeVisible();
  await page.keyboard.press('Escape');

  await parley.button('Chat options').click();
  await page.getByRole('combobox', { name: 'Account' }).selectOption('Second');
  await page.keyboard.press('Escape');
  await parley.askAndHear('Why is the sky blue?');
  expect([openai.questions.length, second.questions.length]).toEqual([0, 1]);
  await page.keyboard.press('ControlOrMeta+n');
  await parley.askAndHear('And red?');
  expect([openai.questions.length, second.questions.length]).toEqual([1, 1]);
  await parley.quit();

  const again = await start();
  const chat = again.sidebar.getByRole('button', { name: 'Why is the sky blue?', exact: true });
  await chat.click();
  await expect(again.messages.first()).toContainText('Why is the sky blue?');
  await again.askAndHear('And at night?');
  expect(second.questions).toHaveLength(2);
  await again.page.keyboard.press('ControlOrMeta+,');
  await again.button('Accounts & keys').click();
  await again.button('Remove account').click();
  await again.button('Remove it').click();
  await expect(again.button(/^Second/)).toHaveCount(0);
  await again.page.keyboard.press('Escape');
  await expect(again.messages).toHaveCount(4);
  await again.askAndHear('And on Mars?');
  expect([openai.questions.length, second.questions.length]).toEqual([2, 2]);
});

test('new chats go to the account that is made the default', async ({ openai, second, start }) => {
  const parley = await start();
  await parley.connect(openai.address);
  await addServer(parley, second.address, 'Second');
  await parley.button('Make default').click();
  await expect(parley.button(/^Second Default/)).toBeVisible();
  await parley.page.keyboard.press('Escape');
  await parley.askAndHear('Hello');
  expect([openai.questions.length, second.questions.length]).toEqual([0, 1]);
});

test('another address asks for the key again, and the chats stay', async ({ openai, second, start }) => {
  const parley = await start();
  const { page } = parley;
  await parley.connect(openai.address);
  await parley.askAndHear('Why is the sky blue?');
  await page.keyboard.press('ControlOrMeta+,');
  await parley.button('Accounts & keys').click();
  await parley.button('Change address').click();
  await page.getByLabel('Server address').fill(second.address);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toBeVisible();
  expect(second.requests.filter(({ headers }) => headers.authorization)).toEqual([]);
  await page.getByLabel('API key (optional)').fill(KEY);
  await page.keyboard.press('Enter');
  await expect(parley.button('Change address')).toBeFocused();
  await expect(parley.button(new RegExp(`^${new URL(second.address).host} Default`))).toBeVisible();
  await page.keyboard.press('Escape');
  await parley.askAndHear('And red?');
  expect([openai.questions.length, second.questions.length]).toEqual([1, 1]);
  await expect(parley.messages).toHaveCount(4);
});

test('instructions, thinking and length are those of the chat, and stay', async ({ openai, start }) => {
  const parley = await start();
  const { page } = parley;
  await parley.connect(openai.address);
  await page.keyboard.press('ControlOrMeta+,');
  await parley.button('Chats').click();
  await page.getByRole('textbox', { name: 'Instructions' }).fill('Use metric units.');
  await page.keyboard.press('Escape');
  await parley.askAndHear('How far is the moon?');
  expect(openai.questions[0]).toMatchObject({ model: 'gpt-6.2-sol', instructions: 'Use metric units.' });

  await page.keyboard.press('ControlOrMeta+n');
  await page.keyboard.press('ControlOrMeta+Shift+m');
  await page.keyboard.type('terra');
  await page.keyboard.press('Enter');
  await expect(parley.button('Model: GPT-6.1 Terra')).toBeVisible();
  await expect(parley.box).toBeFocused(); // where one was
  await page.keyboard.press('ControlOrMeta+Shift+m');
  await page.getByRole('radio', { name: 'High' }).check();
  await page.getByRole('radio', { name: 'Short' }).check();
  await page.keyboard.press('Escape');
  await parley.button('Chat options').click();
  await page.getByRole('textbox', { name: 'Instructions for this chat' }).fill('Answer in Portuguese.');
  await page.keyboard.press('Escape');
  await parley.askAndHear('How far is the sun?');
  expect(openai.questions[1]).toMatchObject({
    model: 'gpt-6.1-terra',
    instructions: 'Answer in Portuguese.',
    reasoning: { effort: 'high' },
    text: { verbosity: 'low' },
  });
  await parley.quit();

  const again = await start();
  await expect(again.button('Model: GPT-6.1 Terra, High · Short')).toBeVisible();
  await again.button('Chat options').click();
  await expect(again.page.getByRole('textbox', { name: 'Instructions for this chat' })).toHaveValue(
    'Answer in Portuguese.',
  );
});

test('any model can be asked by its id, and Escape changes nothing', async ({ openai, start }) => {
  const parley = await start();
  const { page } = parley;
  await parley.connect(openai.address);
  await page.keyboard.press('ControlOrMeta+Shift+m');
  await page.keyboard.type('luna');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: 'Model' })).toHaveCount(0);
  await expect(parley.button('Model: GPT-6.2 Sol')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Shift+m');
  await page.keyboard.type('my-model');
  await page.getByRole('option', { name: 'Use “my-model”' }).click();
  await parley.ask('Hello');
  await expect.poll(() => openai.requests.at(-1)?.body).toMatchObject({ model: 'my-model' });
});
