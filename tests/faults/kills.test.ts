/** Real processes, ended with SIGKILL in the middle of an answer. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openLibrary } from '../../src/main/storage/open-library';
import { buildCore, Core } from '../core/core';
import { randomFrom } from '../core/random';
import { startOpenAiServer, type OpenAiServer } from '../fakes/openai-server.ts';
import { MODEL, options } from './engine';

/** 20 more are of the whole app and 20 of its window, in tests/e2e, and 230 of work on the library and 20 of imports beside. */
const KILLS = 100;
const WORDS = Array.from({ length: 400 }, (_, index) => `word${index} `);

let file: string;
let server: OpenAiServer;
let folder: string;
let core: Core | null = null;

beforeAll(async () => {
  file = await buildCore();
  server = await startOpenAiServer({ key: null });
  folder = mkdtempSync(join(tmpdir(), 'parley-kills-'));
  const library = openLibrary(path());
  library.accounts.put(
    {
      ...{ id: crypto.randomUUID(), name: 'Kills', address: server.address, api: 'responses' },
      ...{ organization: null, project: null, defaultModel: MODEL, keyEntry: null },
    },
    1,
  );
  library.db.close();
});
afterAll(async () => {
  await core?.kill();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const path = () => join(folder, 'library.sqlite');

test(`${KILLS} kills of the main process lose no character that had been shown and no receipt, and ask nothing twice`, async () => {
  const random = randomFrom(20_261_123);
  const conversationId = crypto.randomUUID();
  let parentId: string | null = null;
  core = await Core.start(file, path());

  for (let kill = 1; kill <= KILLS; kill++) {
    const answerId = crypto.randomUUID();
    const deltas = 1 + Math.floor(random() * 8);
    let shown = '';
    let heard = 0;
    const enough = new Promise<void>((resolve) => {
      core?.listen(({ event }) => {
        if (event.name !== 'turn.delta' || event.answerId !== answerId) return;
        shown = shown.slice(0, event.at) + event.text;
        heard += 1;
        if (heard === deltas) resolve();
      });
    });
    server.script({ words: WORDS, delayMs: 1 });
    const question = { questionId: crypto.randomUUID(), text: `Question ${kill}`, model: MODEL, options };
    await core.call('turn.start', { conversationId, parentId, answerId, ...question });
    await enough;
    await core.kill();

    core = await Core.start(file, path());
    const { messages, leafId } = await core.call('conversations.open', { id: conversationId, whole: true });
    const answer = messages.at(-1);
    expect(messages).toHaveLength(2 * kill);
    expect(messages.at(-2)).toMatchObject({ text: question.text, status: 'done' });
    expect(answer).toMatchObject({ id: answerId, status: 'interrupted' });
    expect(leafId).toBe(answerId);
    expect(answer?.text.startsWith(shown)).toBe(true);
    expect(WORDS.join('').startsWith(answer?.text ?? '')).toBe(true);
    expect(server.questions).toHaveLength(kill);
    expect(core.mistakes).toEqual([]);
    parentId = answerId;
  }

  // What was cut off can go on, in its own place.
  server.script({ words: ['and the end.'] });
  const ended = core.next((event) => event.name === 'turn.ended');
  await core.call('turn.continue', { conversationId, answerId: parentId ?? '', options });
  expect(await ended).toMatchObject({
    answer: { status: 'done', text: expect.stringMatching(/^word0 .*end\.$/s) },
  });

  // Each call has its one receipt, estimated where it was cut off.
  const { messages } = await core.call('conversations.open', { id: conversationId, whole: true });
  for (const { id } of messages.filter(({ role }) => role === 'assistant')) {
    // What was cut off is counted after the start, so its receipt may be the later one.
    const expected = id === parentId ? ['completed', 'interrupted'] : ['interrupted'];
    const outcomes = async () => (await core?.call('receipts.of', { messageId: id }))?.map((r) => r.outcome);
    await vi.waitFor(async () => expect((await outcomes())?.toSorted()).toEqual(expected));
  }
}, 240_000);
