import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipOf } from '../../src/main/jobs/import/test-zip.ts';
import { expect, test } from './parley.ts';

const fixtures = join(import.meta.dirname, '../fixtures/import');

test('chats come from ChatGPT’s zip file, branches and all, and only once', async ({
  openai,
  start,
  userData,
}) => {
  const parley = await start();
  const { page } = parley;
  await parley.connect(openai.address);
  const file = join(userData, 'chatgpt-export.zip');
  const content = readFileSync(join(fixtures, 'chatgpt.json'));
  writeFileSync(
    file,
    zipOf([
      { name: 'user.json', content: '{}' },
      { name: 'conversations.json', content },
    ]),
  );
  await parley.app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
  }, file);

  await page.keyboard.press('ControlOrMeta+,');
  await parley.button('Chats').last().click();
  await parley.button('Import…').click();
  const dialog = page.getByRole('dialog', { name: 'Import chats' });
  await dialog.getByRole('button', { name: 'Choose a file…' }).click();
  await expect(dialog.getByRole('status')).toContainText('2 chats with 7 messages from ChatGPT');
  await expect(parley.sidebar.getByText('Why the sky is blue')).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Import 2 chats' }).click();
  await expect(dialog.getByRole('status')).toHaveText('2 chats with 7 messages came in.');

  await dialog.getByRole('button', { name: 'Import another file…' }).click();
  await expect(dialog.getByRole('status')).toContainText('All 2 chats from ChatGPT are here already');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);

  await parley.sidebar.getByRole('button', { name: 'Why the sky is blue', exact: true }).click();
  await expect(parley.lastMessage).toContainText('Red is what is left.');
  await expect(parley.messages).toHaveCount(4);
  await page.getByRole('button', { name: 'Next answer' }).click();
  await expect(parley.lastMessage).toContainText('Because of the air.');
});
