import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { htmlPage, refusal } from '../fakes/openai-errors.ts';
import { expect, KEY, test } from './parley.ts';

/** Every file below a folder whose bytes hold the text, as UTF-8 or UTF-16. */
function filesWith(folder: string, text: string): string[] {
  const needles = [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => {
      const bytes = readFileSync(path);
      return needles.some((needle) => bytes.includes(needle));
    });
}

test('after it is saved, the key is nowhere in the window, the data folder, the logs or the bridge', async ({
  openai,
  start,
  userData,
}) => {
  const parley = await start();
  const { page } = parley;
  let printed = '';
  parley.app.process().stdout?.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  parley.app.process().stderr?.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  page.on('console', (message) => (printed += message.text()));

  await parley.connect(openai.address);
  await parley.askAndHear('The canary sings.');

  // What fails is told in many words: also those in which a server repeats the key.
  openai.script(refusal(401, `Incorrect API key provided: ${KEY}`, { code: 'invalid_api_key' }));
  await parley.askAndHear('Once more.');
  await parley.lastMessage.getByRole('button', { name: 'Details' }).click();
  openai.script(htmlPage(500));
  await parley.askAndHear('And again.');
  await page.keyboard.press('ControlOrMeta+,');
  await expect(page.getByRole('dialog', { name: 'Settings' })).toContainText(`…${KEY.slice(-4)}`);

  const seen = await page.evaluate(async () => {
    const { call } = (window as any).bridge;
    const { value } = await call('app.start');
    const { id } = value.accounts[0];
    const calls = ['accounts.key', 'accounts.test', 'accounts.reveal', 'settings.get'];
    const replies = [value, ...(await Promise.all(calls.map((name) => call(name, { id }))))];
    const inputs = [...document.querySelectorAll('input, textarea')].map(
      (node) => (node as HTMLInputElement).value,
    );
    const globals = Object.getOwnPropertyNames(window).map((name) => {
      try {
        return JSON.stringify((window as any)[name]);
      } catch {
        return '';
      }
    });
    const databases = JSON.stringify(await indexedDB.databases());
    const stores = [
      JSON.stringify(Object.entries(localStorage)),
      JSON.stringify(Object.entries(sessionStorage)),
      document.cookie,
      databases,
    ];
    return [
      document.documentElement.outerHTML,
      JSON.stringify(replies),
      ...inputs,
      ...globals,
      ...stores,
    ].join('\n');
  });
  expect(seen).toContain(KEY.slice(-4)); // the search looks in the right places
  expect(seen).not.toContain(KEY.slice(0, -4));
  await parley.quit();

  expect(filesWith(userData, 'The canary sings.').length).toBeGreaterThan(0); // and in the right files
  expect(filesWith(userData, KEY)).toEqual([]);
  expect(printed).not.toContain(KEY);
});

test('what main reports of its own mistakes holds neither the key nor what was written', async ({
  openai,
  start,
  userData,
}) => {
  const parley = await start();
  await parley.connect(openai.address);
  await parley.askAndHear('The canary sings.');
  const reply = await parley.page.evaluate(
    (key) =>
      (window as any).bridge.call('turn.start', {
        conversationId: '018f0000-0000-7000-8000-00000000000a',
        parentId: null,
        questionId: '018f0000-0000-7000-8000-00000000000b',
        answerId: '018f0000-0000-7000-8000-00000000000b', // the same id twice: the database refuses
        text: `The canary sings ${key}`,
        model: 'gpt-6.2-sol',
        options: { accountId: null, instructions: null, effort: null, verbosity: null },
      }),
    KEY,
  );
  expect(reply).toMatchObject({ ok: false, error: { code: 'INTERNAL' } });
  const log = join(userData, 'logs', 'main.log');
  await expect.poll(() => readFileSync(log, 'utf8')).toContain('UNIQUE');
  expect(readFileSync(log, 'utf8')).not.toMatch(/canary|sk-proj/);
});
