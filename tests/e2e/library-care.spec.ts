/** The library's file goes wrong, is encrypted, and loses its key; the chats are there after each. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import keytar from 'keytar';
import { faults } from './axe.ts';
import { expect, test, type Parley } from './parley.ts';

const CANARY = 'the-canary-in-the-coal-mine';

async function openLibrarySettings(parley: Parley): Promise<void> {
  await parley.page.keyboard.press('ControlOrMeta+,');
  await parley.page.getByRole('navigation', { name: 'Settings sections' }).getByText('Library').click();
}

/** Files of the data folder, without Chromium's own, in which the words of a chat can be read. */
function legible(folder: string): readonly string[] {
  const files = [folder, join(folder, 'snapshots')].flatMap((place) =>
    readdirSync(place)
      .filter((name) => /\.sqlite|\.json$/.test(name))
      .map((name) => join(place, name)),
  );
  return files.filter((file) => readFileSync(file).includes(CANARY));
}

test('a damaged library is restored, an encrypted one has no word on the disk, and a lost key is entered', async ({
  openai,
  start,
  userData,
}) => {
  const first = await start();
  await first.connect(openai.address);
  await first.askAndHear(`Where is ${CANARY}?`);
  await openLibrarySettings(first);
  await first.button('Back up now').click();
  await expect(first.page.getByText('The backup is made and checked.')).toBeVisible();
  await first.quit();

  const path = join(userData, 'library.sqlite');
  writeFileSync(path, readFileSync(path).fill(0xaa, 0, 4096));
  const damaged = await start();
  await expect(damaged.page.getByRole('heading', { name: 'Your library is damaged' })).toBeFocused();
  await damaged.button('Details').click();
  expect(await faults(damaged.app, damaged.page)).toEqual([]);
  await damaged.button(/^Restore the backup of/).click();
  await damaged.button('Restore it').click();
  await expect(damaged.page.getByText('The backup was restored.')).toBeVisible();
  await damaged.page.keyboard.press('Escape');
  await damaged.sidebar.getByRole('button', { name: CANARY }).first().click();
  await expect(damaged.messages).toHaveCount(2);

  await openLibrarySettings(damaged);
  await damaged.button('Encrypt…').click();
  const recoveryKey = await damaged.page.getByTestId('recovery-key').innerText();
  await damaged.page.getByLabel('I have kept it').check();
  await damaged.button('Encrypt my chats').click();
  await expect(damaged.page.getByText('Your library is encrypted now.')).toBeVisible();
  await damaged.quit();
  expect(legible(userData)).toEqual([]);

  const { key } = JSON.parse(readFileSync(join(userData, 'library.json'), 'utf8')) as { key: { id: string } };
  expect(await keytar.deletePassword('Parley', `library-key-${key.id}`)).toBe(true);
  const locked = await start();
  await expect(
    locked.page.getByRole('heading', { name: 'The key of your library is missing' }),
  ).toBeVisible();
  expect(await faults(locked.app, locked.page)).toEqual([]);
  await locked.page.getByRole('textbox', { name: 'Recovery key' }).fill(recoveryKey);
  await locked.page.keyboard.press('Enter');
  await expect(locked.messages).toHaveCount(2);
  await locked.quit();
  await expect((await start()).messages).toHaveCount(2);
});

test('a second start hands over to the first', async ({ openai, start, userData }) => {
  const first = await start();
  await first.connect(openai.address);
  await first.app.evaluate(({ app }) =>
    app.once('second-instance', () => ((globalThis as any).handedOver = true)),
  );
  const second = start();
  second.catch(() => undefined); // it goes before it has a window
  await expect.poll(() => first.app.evaluate(() => (globalThis as any).handedOver)).toBe(true);
  await first.askAndHear('Still here?');
  expect(readdirSync(userData)).toContain('library.sqlite');
});
