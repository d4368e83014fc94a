import type { Page } from '@playwright/test';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { htmlPage, refusal } from '../fakes/openai-errors.ts';
import { filesWith } from './files-with.ts';
import { expect, KEY, test } from './parley.ts';

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
  await parley.button('Accounts & keys').click();
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

/** Every string that the page's JavaScript holds, after its garbage is gone. */
async function heapOf(page: Page): Promise<string> {
  const devTools = await page.context().newCDPSession(page);
  const pieces: string[] = [];
  devTools.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => pieces.push(chunk));
  await devTools.send('HeapProfiler.collectGarbage');
  await devTools.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await devTools.detach();
  return pieces.join('');
}

/** What a process and all that it started were given at their start, as the system tells it. */
function startsOf(pid: number): string {
  const processes = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const read = (id: string, file: string) => {
    try {
      return readFileSync(`/proc/${id}/${file}`, 'utf8');
    } catch {
      return ''; // it has just ended
    }
  };
  const parents = new Map(
    processes.map((id) => [id, / (\d+) [-\d]+ [-\d]+ /.exec(read(id, 'stat').replace(/^.*\) \w/, ''))?.[1]]),
  );
  const started = (id: string | undefined): boolean =>
    id !== undefined && (id === String(pid) || started(parents.get(id)));
  return processes
    .filter(started)
    .map((id) => `${read(id, 'cmdline')}\n${read(id, 'environ')}`)
    .join('\n');
}

test('a key that was typed is no longer in the window’s memory, nor was it handed to any process', async ({
  openai,
  start,
}) => {
  const parley = await start();
  const { page } = parley;
  await parley.button('Connect another server').click();
  await page.getByRole('textbox', { name: 'Server address' }).fill(openai.address);
  await page.getByLabel('API key (optional)').pressSequentially(KEY);
  await page.keyboard.press('Enter');
  await expect(parley.box).toBeVisible();
  await parley.askAndHear('The canary sings.');

  const heap = await heapOf(page);
  expect(heap).toContain('The canary sings.'); // the search looks in the right place
  expect(heap).not.toContain(KEY.slice(0, -4));
  const started = startsOf(parley.app.process().pid ?? 0);
  expect(started).toContain('--type=renderer');
  expect(started).not.toContain(KEY);
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
