/** What the system shows of the app beside its windows. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { electronInstalled } from './launch.ts';
import { expect, test } from './parley.ts';
import { lookAway, switchOn } from './system.ts';

test.skip(electronInstalled, 'no test can see what the system shows');

test('an answer that ends while one looks elsewhere is told, and a click goes to it', async ({
  openai,
  start,
}) => {
  const parley = await start();
  const { app } = parley;
  await parley.connect(openai.address);
  await switchOn(parley, 'Notifications');
  const told = () =>
    app.evaluate(() => globalThis.__standin.notifications.map(({ title, body }) => [title, body]));
  const badge = () => app.evaluate((electron) => electron.app.getBadgeCount());

  await parley.askAndHear('What is rain?');
  expect(await told()).toEqual([]); // one was looking on

  const held = openai.hold();
  await parley.ask('Why is the sky blue?');
  held.send('Sunlight is **scattered**.');
  await parley.page.keyboard.press('ControlOrMeta+n');
  await lookAway(app);
  held.finish();
  await expect.poll(told).toEqual([['What is rain?', 'Sunlight is scattered.']]);
  expect(await badge()).toBe(1);

  await app.evaluate(() => globalThis.__standin.notifications[0]?.emit('click'));
  await expect(parley.lastMessage).toBeFocused();
  await expect(parley.lastMessage).toContainText('Sunlight is scattered.');
  expect(await badge()).toBe(0);
});

test('an answer that fails is told, too; without the setting the icon counts, and nothing is', async ({
  openai,
  start,
}) => {
  const parley = await start();
  const { app } = parley;
  await parley.connect(openai.address);
  const told = () => app.evaluate(() => globalThis.__standin.notifications.map(({ body }) => body));
  await lookAway(app);
  await parley.askAndHear('What is rain?');
  expect(await told()).toEqual([]);
  const badge = () => app.evaluate((electron) => electron.app.getBadgeCount());
  expect(await badge()).toBe(1); // the icon counts without a notification
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.focus());
  expect(await badge()).toBe(0);
  await switchOn(parley, 'Notifications');
  const held = openai.hold();
  await parley.ask('Why is the sky blue?');
  held.send('Sun');
  await expect(parley.lastMessage).toContainText('Sun');
  await lookAway(app);
  held.cut();
  await expect.poll(told).toEqual(['The answer failed.']);
});

test('with its icon in the bar the app goes on without a window, and comes back from there', async ({
  openai,
  start,
}) => {
  const parley = await start();
  const { app } = parley;
  await parley.connect(openai.address);
  await parley.askAndHear('What is rain?');
  await switchOn(parley, 'Icon in the system’s bar');
  const items = () =>
    app.evaluate(() =>
      [...globalThis.__standin.trays].flatMap(({ menu }) => menu?.items.map(({ label }) => label)),
    );
  await expect.poll(items).toEqual(['Open Parley', 'New chat', 'Quick ask', '', 'Quit Parley']);

  await parley.page.close();
  await expect.poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(0);
  const opened = app.waitForEvent('window');
  await app.evaluate(() => [...globalThis.__standin.trays][0]?.menu?.getMenuItemById('tray-open')?.click());
  const page = await opened;
  await expect(page.getByRole('log', { name: 'Conversation' })).toContainText('What is rain?');
});

test('opening at login is asked of the system and read from it', async ({ openai, start, userData }) => {
  const parley = await start({ XDG_CONFIG_HOME: userData });
  const { page } = parley;
  await parley.connect(openai.address);
  const file = join(userData, 'autostart', 'parley.desktop');
  await page.keyboard.press('ControlOrMeta+,');
  await parley.button('Desktop').click();
  const choice = page.getByRole('switch', { name: 'Open at login' });
  await expect(choice).not.toBeChecked();
  await choice.check();
  await expect.poll(() => existsSync(file)).toBe(true);
  expect(readFileSync(file, 'utf8')).toMatch(/^Exec="[^"]+"/m);
  await choice.uncheck();
  await expect.poll(() => existsSync(file)).toBe(false);
});
