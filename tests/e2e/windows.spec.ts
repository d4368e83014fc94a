/** Several windows on one library. */
import type { Page } from '@playwright/test';
import { electronInstalled } from './launch.ts';
import { choose, openWindow } from './more-windows.ts';
import { expect, Parley, test } from './parley.ts';

test.skip(electronInstalled, 'Playwright cannot press a key of the menu');

async function secondWindow(parley: Parley): Promise<Parley> {
  const second = await openWindow(parley);
  await expect(second.box).toBeVisible();
  return second;
}

const chat = (window: Parley, name: string) => window.sidebar.getByRole('button', { name, exact: true });

const moveTo = (window: Parley, page: Page, bounds: Electron.Rectangle) =>
  window.app.browserWindow(page).then((one) => one.evaluate((shown, to) => shown.setBounds(to), bounds));

test('each window keeps its own view, and what one does shows in the other', async ({ openai, start }) => {
  const first = await start();
  await first.connect(openai.address);
  openai.script({ words: ['Sunlight is scattered.'] });
  await first.askAndHear('Why is the sky blue?');
  const second = await secondWindow(first);
  await expect(second.messages).toHaveCount(0);
  await expect(chat(second, 'Why is the sky blue?')).toBeVisible();

  // A chat that is begun in one is listed in the other, which stays where it is.
  openai.script({ words: ['Water falls.'] });
  await second.askAndHear('What is rain?');
  await expect(chat(first, 'What is rain?')).toBeVisible();
  await expect(first.lastMessage).toContainText('Sunlight is scattered.');

  // An answer streams in both.
  await chat(first, 'What is rain?').click();
  await expect(first.lastMessage).toContainText('Water falls.');
  const held = openai.hold();
  await second.ask('And snow?');
  held.send('Ice');
  await expect(first.lastMessage).toContainText('Ice');
  held.send(' falls.');
  held.finish();
  await expect(first.lastMessage).toContainText('Ice falls.');
  await expect(first.lastMessage).toHaveAttribute('aria-busy', 'false');

  // A folder, and a chat that is deleted.
  await second.button('New folder').click();
  await expect(second.page.getByRole('textbox', { name: 'Folder name' })).toBeFocused();
  await second.page.keyboard.type('Weather');
  await second.page.keyboard.press('Enter');
  await expect(first.sidebar.getByText('Weather')).toBeVisible();
  await second.box.focus();
  await second.page.keyboard.press('ControlOrMeta+Delete');
  await expect(chat(first, 'What is rain?')).toHaveCount(0);
  await expect(first.messages).toHaveCount(0);
});

test('the windows come back as they were, each on a display that is there', async ({ openai, start }) => {
  const first = await start();
  await first.connect(openai.address);
  await first.askAndHear('Why is the sky blue?');
  const second = await secondWindow(first);
  await second.askAndHear('What is rain?');
  await second.button('Hide sidebar').click();
  await moveTo(first, first.page, { x: 40, y: 50, width: 900, height: 700 });
  await moveTo(first, second.page, { x: 9_000, y: 50, width: 800, height: 600 }); // a display that will be gone
  await first.quit();

  const again = await start();
  await expect.poll(() => again.app.windows().length).toBe(2);
  const windows = await again.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => window.getBounds()),
  );
  expect(windows).toContainEqual({ x: 40, y: 50, width: 900, height: 700 });
  expect(windows.every(({ x }) => x < 1280)).toBe(true);
  const shown = again.app.windows().map((page) => new Parley(again.app, page));
  const texts = () => Promise.all(shown.map((window) => window.messages.first().textContent()));
  await expect.poll(async () => (await texts()).join(' ')).toMatch(/sky.*rain|rain.*sky/);
  const hidden = await Promise.all(shown.map((window) => window.button('Show sidebar').count()));
  expect(hidden.toSorted()).toEqual([0, 1]);
});

test('a temporary chat goes with its window, and its answer stops', async ({ openai, start }) => {
  const first = await start();
  await first.connect(openai.address);
  await first.askAndHear('Why is the sky blue?');
  const second = await secondWindow(first);
  await second.page.keyboard.press('Control+Shift+n');
  await expect(second.page.getByText('Temporary chat', { exact: true })).toBeVisible();
  const held = openai.hold();
  await second.ask('What may nobody know?');
  await held.asked;
  held.send('This');
  await expect(second.lastMessage).toContainText('This');
  await second.app.browserWindow(second.page).then((one) => one.evaluate((shown) => shown.close()));
  await held.closed;
  await expect(first.lastMessage).toContainText('Why is the sky blue?');
  await expect(chat(first, 'What may nobody know?')).toHaveCount(0);
});

test('a temporary chat goes with the process of its window, and its answer stops', async ({
  openai,
  start,
}) => {
  const first = await start();
  await first.connect(openai.address);
  const second = await secondWindow(first);
  await second.page.keyboard.press('Control+Shift+n');
  await expect(second.page.getByText('Temporary chat', { exact: true })).toBeVisible();
  const held = openai.hold();
  await second.ask('What may nobody know?');
  held.send('This');
  await expect(second.lastMessage).toContainText('This');
  const window = await second.app.browserWindow(second.page);
  await window.evaluate((shown) => shown.webContents.forcefullyCrashRenderer());
  await held.closed;
  await first.askAndHear('Why is the sky blue?');
});

test('what is typed in one shows in the other, and goes once', async ({ openai, start }) => {
  const first = await start();
  await first.connect(openai.address);
  await first.askAndHear('Why is the sky blue?');
  const second = await secondWindow(first);
  await chat(second, 'Why is the sky blue?').click();
  await first.box.fill('And red');
  await expect(second.box).toHaveValue('And red');
  await second.box.press('End');
  await second.box.pressSequentially(' in the evening?');
  await expect(first.box).toHaveValue('And red in the evening?');

  // A message that waits is shown by both, and sent by one.
  const held = openai.hold();
  await second.box.press('Enter');
  await expect(first.box).toHaveValue('');
  await held.asked;
  held.send('More air');
  await expect(first.lastMessage).toContainText('More air');
  await first.box.fill('And green?');
  await first.box.press('Enter');
  for (const { page } of [first, second])
    await expect(page.getByRole('region', { name: 'Queued message' })).toContainText('And green?');
  const asked = openai.questions.length;
  held.finish();
  for (const window of [first, second]) {
    await expect(window.lastMessage).toContainText('You asked: And green?');
    await expect(window.lastMessage).toHaveAttribute('aria-busy', 'false');
    await expect(window.page.getByRole('region', { name: 'Queued message' })).toHaveCount(0);
    await expect(window.messages).toHaveCount(6);
  }
  expect(openai.questions.length).toBe(asked + 1);
});

test('an account that is connected or removed in one is so in the other', async ({ openai, start }) => {
  const first = await start();
  const second = await openWindow(first);
  await expect(second.button('Connect another server')).toBeVisible();
  await first.connect(openai.address);
  await expect(second.box).toBeVisible();
  await second.askAndHear('Why is the sky blue?');

  await second.page.keyboard.press('ControlOrMeta+,');
  await second.button('Accounts & keys').click();
  await second.button('Remove key').click();
  await second.button('Remove it').click();
  await expect(first.button('Add your key')).toBeVisible();
  await second.button('Remove account').click();
  await second.button('Remove it').click();
  await expect(first.button('Connect another server')).toBeVisible();
});

test('each has its own zoom, its own place above others and its own full screen', async ({
  openai,
  start,
}) => {
  const first = await start();
  await first.connect(openai.address);
  const second = await secondWindow(first);
  const window = await first.app.browserWindow(second.page);
  await window.evaluate((shown) => shown.focus()); // it comes to the front when it has been painted
  for (const command of ['zoom-in', 'zoom-in', 'always-on-top']) await choose(first.app, command);
  await window.evaluate((shown) => shown.setFullScreen(true));
  const shown = (parley: Parley) =>
    parley.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()
        .map((one) => [one.webContents.getZoomLevel(), one.isAlwaysOnTop(), one.isFullScreen()] as const)
        .toSorted(([one], [other]) => one - other)
        .map(([zoom, ...rest]) => [Math.round(zoom * 10) / 10, ...rest]),
    );
  const apart = [
    [0, false, false],
    [1, true, true],
  ];
  expect(await shown(first)).toEqual(apart);
  await first.quit();

  const again = await start();
  await expect.poll(() => shown(again)).toEqual(apart);
  for (const page of again.app.windows()) {
    await again.app.browserWindow(page).then((one) => one.evaluate((its) => its.focus()));
    await choose(again.app, 'zoom-reset');
  }
  expect((await shown(again)).map(([zoom]) => zoom)).toEqual([0, 0]);
});

test('on Linux windows that are opened from now on have the integrated title bar, in the theme’s colours', async ({
  openai,
  start,
}) => {
  test.skip(process.platform !== 'linux', 'elsewhere there is one way');
  const first = await start();
  await first.connect(openai.address);
  const { page } = first;
  await page.keyboard.press('ControlOrMeta+,');
  await first.button('Appearance').click();
  await page.getByRole('switch', { name: 'Integrated title bar' }).check();
  await secondWindow(first);
  await page.getByRole('radio', { name: 'Dark' }).check();
  const overlays = (parley: Parley) =>
    parley.app.evaluate(() =>
      globalThis.__standin.calls.flatMap(({ what, args }) =>
        what === 'window.setTitleBarOverlay' ? args : [],
      ),
    );
  await expect
    .poll(() => overlays(first))
    .toEqual([{ color: '#191918', symbolColor: '#ecece8', height: 48 }]);
  await first.quit();

  const again = await start();
  await expect(again.box).toBeVisible();
  await again.page.keyboard.press('ControlOrMeta+,');
  await again.button('Appearance').click();
  await again.page.getByRole('radio', { name: 'Light' }).check();
  const light = { color: '#ffffff', symbolColor: '#1b1b19', height: 48 };
  await expect.poll(async () => (await overlays(again)).slice(-2)).toEqual([light, light]);
});
