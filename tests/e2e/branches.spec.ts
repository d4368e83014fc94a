/** A conversation is a tree: nothing that was on the screen is lost by changing one's mind. */
import { refusal } from '../fakes/openai-errors.ts';
import { expect, test } from './parley.ts';

test('a question can be put in other words, and the old path is one click away, also after a restart', async ({
  openai,
  start,
}) => {
  const parley = await start();
  const { page } = parley;
  await parley.connect(openai.address);
  openai.script({ words: ['Rayleigh.'] }, { words: ['Sunset.'] });
  await parley.askAndHear('Why is the sky blue?');
  await parley.box.press('ArrowUp');
  const editor = page.getByRole('textbox', { name: 'Edit question' });
  await expect(editor).toBeFocused();
  await editor.fill('Why is the sky red?');
  await editor.press('Enter');
  await expect(parley.lastMessage).toContainText('Sunset.');
  await expect(parley.transcript).toContainText('1 more version');
  await page.getByRole('button', { name: 'Previous question' }).click();
  await expect(parley.messages).toHaveText([/Why is the sky blue/, /Rayleigh/]);
  await parley.quit();

  const again = await start();
  await expect(again.messages).toHaveText([/Why is the sky blue/, /Rayleigh/]);
  await again.page.getByRole('button', { name: 'Next question' }).click();
  await expect(again.messages).toHaveText([/Why is the sky red/, /Sunset/]);
});

test('an edit that was not sent is there after a kill', async ({ openai, start }) => {
  const parley = await start();
  await parley.connect(openai.address);
  await parley.askAndHear('Why is the sky blue?');
  await parley.button('Edit question').click();
  const editor = parley.page.getByRole('textbox', { name: 'Edit question' });
  await editor.fill('Why is the sea blue?');
  await expect
    .poll(async () => {
      const { value } = await parley.page.evaluate(() => (window as any).bridge.call('app.start'));
      return value.drafts.map(({ text }: { text: string }) => text);
    })
    .toContain('Why is the sea blue?');
  await parley.kill();
  const again = await start();
  await expect(again.page.getByRole('textbox', { name: 'Edit question' })).toHaveValue(
    'Why is the sea blue?',
  );
});

test('a deleted message goes with what follows it, and Undo brings all of it back', async ({
  openai,
  start,
}) => {
  const parley = await start();
  const { page } = parley;
  await parley.connect(openai.address);
  await parley.askAndHear('Why is the sky blue?');
  await parley.askAndHear('And red?');
  await parley.messages.nth(1).hover();
  await parley.messages.nth(1).getByRole('button', { name: 'More for this answer' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await expect(parley.messages).toHaveCount(1);
  await parley.button('Undo').click();
  await expect(parley.messages).toHaveCount(4);
});

test('a chat can go on from any message in a chat of its own', async ({ openai, start }) => {
  const parley = await start();
  const { page, sidebar } = parley;
  await parley.connect(openai.address);
  await parley.askAndHear('Why is the sky blue?');
  await parley.askAndHear('And red?');
  await parley.messages.nth(1).hover();
  await parley.messages.nth(1).getByRole('button', { name: 'More for this answer' }).click();
  await page.getByRole('menuitem', { name: 'New chat from here' }).click();
  await expect(parley.messages).toHaveCount(2);
  await expect(sidebar.getByRole('button', { name: 'Why is the sky blue?', exact: true })).toHaveCount(2);
  await parley.askAndHear('And green?');
  await expect(parley.messages).toHaveCount(4);
  expect(openai.questions.at(-1)?.input).toHaveLength(3);
});

test('what is sent while an answer is written waits in sight, and goes when the answer has ended', async ({
  openai,
  start,
}) => {
  const parley = await start();
  await parley.connect(openai.address);
  const held = openai.hold();
  await parley.ask('Why is the sky blue?');
  held.send('Ray');
  await expect(parley.lastMessage).toContainText('Ray');
  await parley.box.fill('And red?');
  await parley.box.press('Enter');
  await expect(parley.page.getByRole('region', { name: 'Queued message' })).toContainText('And red?');
  await parley.page.reload();
  await expect(parley.page.getByRole('region', { name: 'Queued message' })).toContainText('And red?');
  held.send('leigh.');
  held.finish();
  await expect(parley.messages).toHaveCount(4);
  await expect(parley.page.getByRole('region', { name: 'Queued message' })).toHaveCount(0);
  await expect.poll(() => openai.questions.length).toBe(2);
});

test('a parameter that a model refuses is left out, and said in a line', async ({ openai, start }) => {
  const parley = await start();
  const { page } = parley;
  await parley.connect(openai.address);
  const refused = refusal(400, "Unsupported value: 'reasoning.summary' is not supported with this model.", {
    ...{ code: 'unsupported_value', param: 'reasoning.summary' },
  });
  openai.script(refused, { words: ['Rayleigh.'] });
  await parley.askAndHear('Why is the sky blue?');
  await expect(parley.lastMessage).toContainText('asked without');
  await expect(parley.lastMessage).toContainText('Rayleigh.');
  await parley.askAndHear('And red?');
  expect(openai.questions).toHaveLength(3); // it is not tried with it again
  expect(openai.questions[2]?.reasoning).toBeUndefined();
  await expect(page.getByText('asked without')).toHaveCount(1);
});
