/** Several windows on one library. */
import type { Page } from '@playwright/test';
import { electronInstalled } from './launch.ts';
import { expect, Parley, test } from './parley.ts';

test.skip(electronInstalled, 'Playwright cannot press a key of the menu');

async function secondWindow(parley: Parley): Promise<Parley> {
  const opened = parley.app.waitForEvent('window');
  await parley.app.evaluate(({ Menu }) =>
    Menu.getApplicationMenu()?.getMenuItemById('new-window')?.click({}),
  );
  const second = new Parley(parley.app, await opened);
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
