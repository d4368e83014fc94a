import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { expect, KEY, test, type Parley } from './parley.ts';

const CANARY = 'Quokka';

/** Opens the dialog for the first chat. */
async function open({ page, sidebar }: Parley) {
  await sidebar
    .getByRole('button', { name: /^Options for/ })
    .first()
    .click();
  await page.getByRole('menuitem', { name: 'Export…' }).click();
  return page.getByRole('dialog', { name: /^Export/ });
}

/** What a PDF's streams hold, as far as they are compressed in the usual way. */
function streamsOf(pdf: Buffer): string {
  const text = pdf.toString('latin1');
  return [...text.matchAll(/stream\r?\n/g)]
    .map(({ index, 0: mark }) => {
      try {
        return inflateSync(pdf.subarray(index + mark.length), { finishFlush: 2 }).toString('latin1');
      } catch {
        return '';
      }
    })
    .join('\n');
}

test('a chat is saved as Markdown, HTML, PDF and JSON, without the key', async ({
  openai,
  start,
  userData,
}) => {
  const parley = await start();
  const { page } = parley;
  await parley.connect(openai.address);
  await parley.askAndHear(`Why is the ${CANARY} sky blue?`);
  const folder = join(userData, 'saved');
  mkdirSync(folder);
  await parley.app.evaluate(({ dialog }, place) => {
    dialog.showSaveDialog = (...args: unknown[]) => {
      const { defaultPath } = args.at(-1) as { defaultPath: string };
      return Promise.resolve({ canceled: false, filePath: `${place}/${defaultPath}` });
    };
  }, folder);

  const dialog = await open(parley);
  await expect(dialog).toContainText('2 messages');
  await dialog.getByRole('switch', { name: 'Costs' }).check();
  for (const format of ['Markdown', 'HTML', 'PDF', 'JSON']) {
    await dialog.getByRole('radio', { name: format }).check({ force: true });
    await dialog.getByRole('button', { name: 'Save…' }).click();
    await expect(dialog.getByRole('status')).toContainText('Saved as');
  }
  expect(parley.app.windows()).toHaveLength(1);
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(dialog).toHaveCount(0);

  const files = new Map(
    readdirSync(folder).map((name) => [name.split('.').at(-1), readFileSync(join(folder, name))]),
  );
  expect([...files.keys()].toSorted()).toEqual(['html', 'json', 'md', 'pdf']);
  for (const bytes of files.values()) expect(bytes.includes(KEY)).toBe(false);
  for (const kind of ['html', 'json', 'md']) expect(files.get(kind)?.toString()).toContain(CANARY);
  expect(files.get('pdf')?.subarray(0, 5).toString()).toBe('%PDF-');
  expect(streamsOf(files.get('pdf') ?? Buffer.alloc(0))).not.toBe('');
  expect(JSON.parse(files.get('json')?.toString() ?? '')).toMatchObject({ format: 'parley-conversations' });

  // What was chosen last is chosen again.
  await page.keyboard.press('ControlOrMeta+,');
  await page.getByRole('button', { name: 'Chats', exact: true }).click();
  await page.getByRole('button', { name: 'Export all…' }).click();
  const all = page.getByRole('dialog', { name: 'Export all chats' });
  await expect(all.getByRole('radio', { name: 'JSON' })).toBeChecked();
  await expect(all.getByRole('switch', { name: 'Costs' })).toBeChecked();
  await page.keyboard.press('Escape');
  await expect(all).toHaveCount(0);
});
