import { says, startChatServer } from '../fakes/chat-server.ts';
import { startOpenAiServer } from '../fakes/openai-server.ts';
import { expect, KEY, test } from './parley.ts';

test('a key that is refused is told, the typed one stays, and nothing is stored', async ({
  openai,
  start,
}) => {
  const parley = await start();
  const { page } = parley;
  await parley.button('Connect another server').click();
  await page.getByRole('textbox', { name: 'Server address' }).fill(openai.address);
  await page.getByLabel('API key (optional)').fill('sk-wrong');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText(/not accepted/);
  await expect(page.getByLabel('API key (optional)')).toHaveValue('sk-wrong');
  await parley.quit();

  const again = await start();
  await expect(again.page.getByLabel('OpenAI API key', { exact: true })).toBeFocused();
});

test('a key found in the environment is offered, and taken only with consent', async ({ openai, start }) => {
  const parley = await start({ OPENAI_API_KEY: KEY, OPENAI_BASE_URL: openai.address });
  expect(openai.requests).toEqual([]);
  await parley.button(`Use the key from OPENAI_API_KEY (…${KEY.slice(-4)})`).click();
  await parley.askAndHear('Hello');
  expect(openai.requests.every(({ headers }) => headers.authorization === `Bearer ${KEY}`)).toBe(true);
  await parley.quit();

  const again = await start();
  await again.askAndHear('Hello again');
});

test('the variables of OpenAI are gone from the process, so that nothing reads them behind our back', async ({
  start,
}) => {
  const parley = await start({
    OPENAI_API_KEY: KEY,
    OPENAI_CUSTOM_HEADERS: 'X-Leak: 1',
    AZURE_OPENAI_API_KEY: KEY,
  });
  const left = await parley.app.evaluate(() =>
    Object.keys(process.env).filter((name) => name.includes('OPENAI')),
  );
  expect(left).toEqual([]);
});

test('a server of one’s own needs no key, and is found without its /v1', async ({ start }) => {
  const own = await startOpenAiServer({ key: null });
  try {
    const parley = await start();
    await parley.connect(own.address.replace('/v1', ''), null);
    await parley.askAndHear('Hello');
    expect(own.requests.every(({ headers }) => headers.authorization === undefined)).toBe(true);
  } finally {
    await own.close();
  }
});

test('a server that speaks Chat Completions only is understood', async ({ start }) => {
  const own = await startChatServer([says('Ray'), says('leigh.', 'stop'), '[DONE]']);
  try {
    const parley = await start();
    await parley.connect(own.address, null);
    await parley.askAndHear('Why is the sky blue?');
    await expect(parley.lastMessage).toContainText('Rayleigh.');
    await parley.askAndHear('And red?');
    expect(own.questions[1]).toMatchObject({
      messages: [{ content: 'Why is the sky blue?' }, { content: 'Rayleigh.' }, { content: 'And red?' }],
    });
  } finally {
    await own.close();
  }
});

test('where no keychain answers, the key can be kept for this run, and is on no disk', async ({
  openai,
  start,
}) => {
  const noKeychain = { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent' };
  const parley = await start(noKeychain);
  const { page } = parley;
  await parley.button('Connect another server').click();
  await page.getByRole('textbox', { name: 'Server address' }).fill(openai.address);
  await page.getByLabel('API key (optional)').fill(KEY);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText(/keychain/);
  await parley.button(/for this run/).click();
  await parley.askAndHear('Hello');
  await parley.quit();

  const again = await start(noKeychain);
  await again.ask('Hello again');
  await expect(again.lastMessage).toContainText(/keychain/);
});
