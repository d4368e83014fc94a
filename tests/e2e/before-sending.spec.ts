import { expect, KEY, type Parley, testAtOpenAi as test } from './parley.ts';

const line = (parley: Parley) => parley.button(/^What will be sent/);

test('while one types, the message box says what sending will cost', async ({ parley }) => {
  await expect(line(parley)).toHaveCount(0);
  await parley.box.fill('Why is the sky blue? '.repeat(400));
  await expect(line(parley)).toHaveText(/^≈ [\d,.K]+ tokens · .*≈ \$0\.\d+ \+ up to \$1\.\d+$/);
  await parley.box.fill('');
  await expect(line(parley)).toHaveCount(0);
});

test('an earlier message can be left out of one question, and of each of its tries', async ({
  openAi,
  parley,
}) => {
  await parley.askAndHear('Why is the sky blue?');
  await parley.askAndHear('And the sea?');
  await parley.box.fill('And the grass?');
  await line(parley).click();
  const dialog = parley.page.getByRole('dialog', { name: 'What will be sent' });
  await expect(dialog.getByRole('checkbox')).toHaveCount(4);
  await dialog.getByRole('checkbox').first().uncheck();
  await dialog.getByRole('checkbox').nth(1).uncheck();
  await parley.page.keyboard.press('Escape');
  await parley.box.press('Enter');
  await expect(parley.page.getByText('Asked without 2 earlier messages')).toBeVisible();
  await expect(parley.lastMessage).toHaveAttribute('aria-busy', 'false');
  await parley.lastMessage.getByRole('button', { name: 'Answer again' }).click();
  await expect(parley.stop).toHaveCount(0);
  const asked = () =>
    openAi.questions
      .filter(({ model, input }) => model === 'gpt-6.2-sol' && JSON.stringify(input).includes('grass'))
      .map(({ input }) => JSON.stringify(input).includes('Why is the sky blue?'));
  await expect.poll(asked).toEqual([false, false]);

  await parley.askAndHear('And all of it?');
  const last = JSON.stringify(openAi.questions.findLast(({ model }) => model === 'gpt-6.2-sol')?.input);
  expect(last).toContain('Why is the sky blue?');
});

test('OpenAI counts a draft when it is asked to, and the request can be copied without the key', async ({
  openAi,
  parley,
}) => {
  await parley.box.fill('Why is the sky blue?');
  await line(parley).click();
  const dialog = parley.page.getByRole('dialog', { name: 'What will be sent' });
  const counted = () => openAi.requests.filter(({ path }) => path === '/v1/responses/input_tokens');
  expect(counted()).toHaveLength(0);
  await dialog.getByRole('button', { name: 'Count exactly' }).click();
  await expect(dialog.getByRole('status').filter({ hasText: 'OpenAI counts' })).toBeVisible();
  expect(counted()).toHaveLength(1);
  await expect(dialog.getByRole('region', { name: /^The request/ })).toContainText('$OPENAI_API_KEY');
  await expect(dialog.getByRole('region', { name: /^The request/ })).not.toContainText(KEY);
  expect(openAi.questions).toHaveLength(0);
});
