import { filesWith } from './files-with.ts';
import { expect, test, testAtOpenAi, type Parley } from './parley.ts';

const DRAFT = 'An unsaid canary';
const QUESTION = 'A canary sings in the dark';
const INSTRUCTIONS = 'Whistle like a canary';

async function beginTemporary(parley: Parley): Promise<void> {
  await parley.page.keyboard.press('Control+Shift+n');
  await expect(parley.page.getByRole('main').getByText('Temporary chat', { exact: true })).toBeVisible();
  await expect(parley.box).toBeFocused();
}

/** With instructions of its own: asked, answered, and answered again; a draft is left in the box. */
async function talk(parley: Parley): Promise<void> {
  await beginTemporary(parley);
  await expect(
    parley.page.getByText('Not kept: no history, no search. Gone when you leave it.'),
  ).toBeVisible();
  await parley.button('Chat options').click();
  const options = parley.page.getByRole('dialog', { name: 'Chat options' });
  await options.getByRole('textbox', { name: 'Instructions' }).fill(INSTRUCTIONS);
  await parley.page.keyboard.press('Escape');
  await parley.page.keyboard.press('Escape');
  await expect(options).toHaveCount(0);
  await parley.askAndHear(QUESTION);
  await expect(parley.lastMessage).toContainText(`You asked: ${QUESTION}`);
  await parley.lastMessage.getByRole('button', { name: 'Answer again' }).click();
  await expect(parley.lastMessage).toContainText('2/2');
  await expect(parley.lastMessage).toHaveAttribute('aria-busy', 'false');
  await parley.askAndHear('Go on');
  await parley.box.fill(DRAFT);
}

for (const end of ['quit', 'kill'] as const) {
  test(`of a temporary chat no word is on disk, while it is open and after ${end === 'quit' ? 'quitting' : 'a kill -9'}`, async ({
    openai,
    start,
    userData,
  }) => {
    const parley = await start();
    await parley.connect(openai.address);
    await parley.askAndHear('This is kept.');
    await talk(parley);
    expect(openai.questions.at(-1)?.instructions).toBe(INSTRUCTIONS);
    await parley.page.keyboard.press('Control+u'); // what was spent is told; by then a draft would be on disk
    const calls = parley.page.getByRole('table', { name: 'Usage by model' }).locator('tfoot td').first();
    await expect(calls).toHaveText('4');
    for (const text of [DRAFT, QUESTION, INSTRUCTIONS]) expect(filesWith(userData, text)).toEqual([]);

    await parley[end]();
    expect(filesWith(userData, 'This is kept.').length).toBeGreaterThan(0); // these are the right files
    for (const text of [DRAFT, QUESTION, INSTRUCTIONS]) expect(filesWith(userData, text)).toEqual([]);

    const again = await start();
    await expect(again.messages.first()).toContainText('This is kept.');
  });
}

test('a temporary chat is in no list and found by no search, and leaving it stops it and discards it', async ({
  openai,
  start,
}) => {
  const parley = await start();
  const { page } = parley;
  await parley.connect(openai.address);
  await parley.askAndHear('This is kept.');
  await beginTemporary(parley);
  await parley.askAndHear(QUESTION);
  await expect(parley.sidebar.getByText(QUESTION)).toHaveCount(0);
  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox', { name: 'Search chats and commands' });
  await field.fill('kept');
  await expect(page.getByRole('option').filter({ hasText: 'This is kept.' }).first()).toBeVisible();
  await field.fill('canary sings');
  await expect(page.getByRole('option').filter({ hasText: /canary/i })).toHaveCount(0);
  await page.keyboard.press('Escape');

  const held = openai.hold();
  await parley.ask('Go on');
  await held.asked;
  held.send('On and on');
  await expect(parley.lastMessage).toContainText('On and on');
  await page.keyboard.press('Control+n');
  await expect(parley.messages).toHaveCount(0);
  await held.closed;
  await beginTemporary(parley);
  await expect(parley.messages).toHaveCount(0);
});

testAtOpenAi('a budget holds in a temporary chat, too', async ({ openAi, parley }) => {
  const { page } = parley;
  await page.keyboard.press('Control+,');
  const settings = page.getByRole('dialog', { name: 'Settings' });
  await settings.getByRole('button', { name: 'Budgets' }).click();
  await settings.getByRole('textbox', { name: 'A chat' }).fill('0.2');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Escape');
  await expect(settings).toHaveCount(0);

  await beginTemporary(parley);
  const tokens = { input_tokens: 20, input_tokens_details: { cached_tokens: 0, cache_write_tokens: 0 } };
  const written = {
    output_tokens: 20_000,
    output_tokens_details: { reasoning_tokens: 0 },
    total_tokens: 20_020,
  };
  openAi.script({ words: ['Long.'], response: { usage: { ...tokens, ...written } } });
  await parley.askAndHear('Tell me all.');
  await parley.askAndHear('And more?');
  await expect(page.getByRole('region', { name: /^The budget of this chat of \$0.20/ })).toBeVisible();
  expect(openAi.questions).toHaveLength(1); // and none for a title
});
