/** The small window that a key of the whole system opens. */
import { faults } from './axe.ts';
import { electronInstalled } from './launch.ts';
import { expect, test, testAtOpenAi } from './parley.ts';
import { isVisible, lookAway, press, quickAskPage, shortcuts, switchOn } from './system.ts';

test.skip(electronInstalled, 'no test can press a key of the whole system');

test('asks, streams, copies and goes on in the main window, and its chats are in the library', async ({
  openai,
  start,
}) => {
  const parley = await start();
  await parley.connect(openai.address);
  await parley.askAndHear('What is rain?');
  expect(await shortcuts(parley.app)).toEqual([]);
  await switchOn(parley, 'Quick ask');
  await expect.poll(() => shortcuts(parley.app)).toEqual(['Ctrl+Alt+Space']);

  const small = await quickAskPage(parley.app);
  expect(await isVisible(parley.app, small)).toBe(false);
  await press(parley.app);
  await expect.poll(() => isVisible(parley.app, small)).toBe(true);
  const box = small.getByRole('textbox', { name: 'Quick ask' });
  await expect(box).toBeFocused();
  await expect(small.getByLabel('Model')).toHaveValue(/gpt/);

  expect(await faults(parley.app, small)).toEqual([]);
  const held = openai.hold();
  await box.fill('Why is the sky blue?');
  await box.press('Enter');
  held.send('Sunlight is **scattered**');
  const answer = small.getByRole('article', { name: 'Answer' });
  await expect(answer.locator('strong')).toHaveText('scattered');

  // While it is written it stays, whatever is in front.
  await lookAway(parley.app);
  expect(await isVisible(parley.app, small)).toBe(true);
  held.send(', blue most.');
  held.finish();
  await expect(answer).toHaveAttribute('aria-busy', 'false');
  expect(await faults(parley.app, small)).toEqual([]);

  await press(parley.app);
  await box.press('ControlOrMeta+c');
  await expect(small.getByRole('button', { name: 'Copied' })).toBeVisible();
  await box.press('ControlOrMeta+v');
  await expect(box).toHaveValue('Sunlight is **scattered**, blue most.');

  await box.press('ControlOrMeta+Enter');
  await expect(parley.lastMessage).toContainText('Sunlight is scattered, blue most.');
  await expect(
    parley.sidebar.getByRole('button', { name: 'Why is the sky blue?', exact: true }),
  ).toBeVisible();
  await expect.poll(() => isVisible(parley.app, small)).toBe(false);
  await expect(answer).toHaveCount(0);
});

test('Escape hides it, and so does another window in front', async ({ openai, start }) => {
  const parley = await start();
  await parley.connect(openai.address);
  await switchOn(parley, 'Quick ask');
  const small = await quickAskPage(parley.app);
  await press(parley.app);
  await small.getByRole('textbox', { name: 'Quick ask' }).press('Escape');
  await expect.poll(() => isVisible(parley.app, small)).toBe(false);
  await press(parley.app);
  await expect.poll(() => isVisible(parley.app, small)).toBe(true);
  await lookAway(parley.app);
  await expect.poll(() => isVisible(parley.app, small)).toBe(false);
});

test('keys that the system refuses are told, and others can be pressed', async ({ openai, start }) => {
  const parley = await start();
  const { app, page } = parley;
  await parley.connect(openai.address);
  await app.evaluate(({ globalShortcut }) => {
    const register = globalShortcut.register.bind(globalShortcut);
    globalShortcut.register = (keys, act) => keys !== 'Ctrl+Alt+Space' && register(keys, act);
  });
  await page.keyboard.press('ControlOrMeta+,');
  await parley.button('Desktop').click();
  await page.getByRole('switch', { name: 'Quick ask' }).check();
  await expect(page.getByRole('alert')).toContainText('did not give Parley Ctrl+Alt+Space');
  await parley.button('Keys: Ctrl+Alt+Space').click();
  await page.keyboard.press('Control+Shift+P');
  await expect(parley.button('Keys: Ctrl+Shift+P')).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
  expect(await shortcuts(app)).toEqual(['Ctrl+Shift+P']);

  await page.getByRole('switch', { name: 'Quick ask' }).uncheck();
  await expect.poll(() => shortcuts(app)).toEqual([]);
});

testAtOpenAi('a budget refuses there, too, and lets one through if one wants', async ({ openAi, parley }) => {
  const { page } = parley;
  await page.keyboard.press('ControlOrMeta+,');
  await parley.button('Budgets').click();
  await page.getByRole('textbox', { name: 'A day' }).fill('0');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Escape');
  await switchOn(parley, 'Quick ask');
  const small = await quickAskPage(parley.app);
  await press(parley.app);
  const asked = openAi.questions.length;
  const box = small.getByRole('textbox', { name: 'Quick ask' });
  await box.fill('Why is the sky blue?');
  await box.press('Enter');
  await expect(small.getByRole('alert')).toContainText('budget');
  expect(openAi.questions.length).toBe(asked);
  await small.getByRole('button', { name: 'Send this one' }).click();
  await expect(small.getByRole('article', { name: 'Answer' })).toHaveAttribute('aria-busy', 'false');
  await expect(small.getByRole('alert')).toHaveCount(0);
});
