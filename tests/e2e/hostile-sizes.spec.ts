/** Answers of a size or a depth that nobody expects are shown, and the window goes on. */
import { join } from 'node:path';
import { pathological } from '../hostile/pathological.ts';
import { storeChats } from '../hostile/stored-chats.ts';
import { expect, test } from './parley.ts';

test('an answer of any size or depth opens, and the window can still be used', async ({
  start,
  userData,
}) => {
  test.setTimeout(120_000);
  storeChats(
    join(userData, 'library.sqlite'),
    pathological.map(({ name, text }) => ({ title: name, answers: [text] })),
  );
  const parley = await start();
  let crashed = false;
  parley.page.on('crash', () => (crashed = true));
  for (const { name } of pathological) {
    await parley.sidebar.getByText(name, { exact: true }).click();
    await expect(parley.lastMessage, name).toBeVisible();
    await expect(parley.page, name).toHaveTitle(new RegExp(name));
    await parley.box.fill(`After ${name}`);
    await expect(parley.box, name).toHaveValue(`After ${name}`);
    await parley.box.fill('');
  }
  expect(crashed).toBe(false);
});
