import { startOpenAiServer, type OpenAiServer } from '../fakes/openai-server.ts';
import type { ResponsesRequest } from '../fakes/check-request.ts';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, insteadOfOpenAi, KEY, type Parley, test } from './parley.ts';

const CHATS = 10;
const TURNS = 20;
const DAY_MS = 86_400_000;

/** US dollars for a million tokens, from OpenAI's pages: input, cached input, cache write, output. */
const prices = { 'gpt-6.2-sol': [2, 0.1, 2.5, 10], 'gpt-6-luna': [0.1, 0.01, 0.125, 0.5] } as const;

/** A server that knows what it has charged, by the rules of OpenAI's price list and to the micro-dollar. */
class Till {
  micros = 0;
  calls = 0;
  refused = 0;
  readonly titles: number[] = [];

  answer(request: ResponsesRequest) {
    this.calls += 1;
    const title = request.model === 'gpt-6-luna';
    if (this.calls % 23 === 0 && !title) {
      this.refused += 1;
      const error = { message: 'Busy.', type: 'server_error', code: 'server_is_overloaded' };
      return { status: 503, headers: { 'retry-after': '0' }, body: { error } };
    }
    const cached = title ? 0 : (this.calls % 5) * 1_024;
    const written = (this.calls % 3) * 640;
    const input = cached + written + 301 + this.calls;
    const output = title ? 7 : 97 + this.calls * 3;
    const [each, read, write, out] = prices[title ? 'gpt-6-luna' : 'gpt-6.2-sol'];
    // In millionths of a micro-dollar, so that nothing is lost; then half up, once for each call.
    const exact = [(input - cached - written) * each, cached * read, written * write, output * out];
    const micros = Math.floor((exact.reduce((sum, part) => sum + Math.round(part * 1e6), 0) + 5e5) / 1e6);
    this.micros += micros;
    if (title) this.titles.push(micros);
    const usage = {
      input_tokens: input,
      input_tokens_details: { cached_tokens: cached, cache_write_tokens: written },
      output_tokens: output,
      output_tokens_details: { reasoning_tokens: Math.floor(output / 3) },
      total_tokens: input + output,
    };
    return { words: [title ? 'A title' : `Answer ${this.calls}.`], response: { usage } };
  }
}

/** To the micro-dollar, from what the window says when one asks it. */
const microsOf = (exact: string | null) => Math.round(Number((exact ?? '').replace(/[$,]/g, '')) * 1e6);

test('a month of 200 turns has one sum, wherever one looks', async ({ start, userData }) => {
  test.setTimeout(300_000);
  const till = new Till();
  const server: OpenAiServer = await startOpenAiServer({
    key: KEY,
    tls: true,
    answer: (asked) => till.answer(asked),
  });
  try {
    const parley = await start(...insteadOfOpenAi(server.port));
    await parley.signIn();
    const shown = await liveThroughMonth(parley, till);
    expect(till.refused).toBeGreaterThan(5);
    expect(till.titles).toHaveLength(CHATS);

    const titles = till.titles.reduce((sum, micros) => sum + micros, 0);
    expect(shown.answers + titles).toBe(till.micros);
    expect(shown.chats).toBe(till.micros);
    expect(await inUsage(parley)).toBe(till.micros);
    expect(await inExport(parley, userData)).toEqual({ micros: till.micros, calls: till.calls });
    await parley.quit();
    const library = new DatabaseSync(join(userData, 'library.sqlite'), { readOnly: true });
    const stored = library.prepare('SELECT sum(micros) AS micros, count(*) AS calls FROM receipt').get();
    library.close();
    expect({ ...stored }).toEqual({ micros: till.micros, calls: till.calls });
  } finally {
    await server.close();
  }
});

/** Twenty turns in each of ten chats, each chat on days of its own; the sum of what stands below the answers. */
async function liveThroughMonth(parley: Parley, till: Till): Promise<{ answers: number; chats: number }> {
  let answers = 0;
  let chats = 0;
  for (let chat = 0; chat < CHATS; chat += 1) {
    if (chat > 0) await parley.button('New chat').first().click();
    for (let turn = 0; turn < TURNS; turn += 1) {
      await atDay(parley, chat * 2 + Math.floor(turn / 10));
      await parley.ask(`Question ${chat + 1}.${turn + 1}`);
      await expect(parley.lastMessage.getByRole('button', { name: /^Receipt/ })).toBeVisible();
    }
    await expect.poll(() => till.titles.length).toBe(chat + 1);
    const costs = parley.transcript.getByRole('button', { name: /^Receipt/ });
    await parley.page.keyboard.press('Control+Home');
    await expect(costs).toHaveCount(TURNS);
    for (const cost of await costs.all()) answers += microsOf(await cost.getAttribute('title'));
    chats += microsOf(await parley.page.getByText(/^chat \$/).getAttribute('title'));
  }
  return { answers, chats };
}

async function inUsage(parley: Parley): Promise<number> {
  await parley.sidebar.getByRole('button', { name: 'Usage' }).click();
  const sum = parley.page.getByRole('table', { name: 'Usage by model' }).locator('tfoot data');
  return Number(await sum.getAttribute('value'));
}

/** The sum and the number of lines in the file. */
async function inExport(parley: Parley, userData: string): Promise<{ micros: number; calls: number }> {
  const file = join(userData, 'usage.csv');
  await parley.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, file);
  await parley.button('Export CSV…').click();
  await expect.poll(() => existsSync(file)).toBe(true);
  const [head = '', ...lines] = readFileSync(file, 'utf8').trim().split('\r\n');
  const column = head.split(',').indexOf('micro-dollars');
  const micros = lines.reduce((sum, line) => sum + Number(line.split(',')[column]), 0);
  return { micros, calls: lines.length };
}

/** So many days after the month began, at noon, by the app's clock. */
function atDay(parley: Parley, day: number): Promise<void> {
  return parley.app.evaluate((_, days) => {
    const today = new Date();
    const noon = new Date(today.getFullYear(), today.getMonth(), 1, 12).getTime() + days;
    Date.now = () => noon;
  }, day * DAY_MS);
}
