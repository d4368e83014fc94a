/** Real processes, ended with SIGKILL at any point of an import. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { Database } from '../../src/main/storage/database';
import { openLibrary } from '../../src/main/storage/open-library';
import { buildCore, Core } from '../core/core';
import { randomFrom } from '../core/random';

const KILLS = 20;
const CHATS = 100;
const MESSAGES = 30;
/** Of what is there before. */
const OLD = 6;

let program: string;
let folder: string;
let core: Core | null = null;
beforeAll(async () => {
  program = await buildCore();
  folder = mkdtempSync(join(tmpdir(), 'parley-import-kills-'));
  writeFileSync(join(folder, 'first.json'), JSON.stringify([chat(0, OLD)]));
  writeFileSync(
    join(folder, 'export.json'),
    JSON.stringify(Array.from({ length: CHATS }, (_, index) => chat(index, MESSAGES))),
  );
});
afterAll(async () => {
  await core?.kill();
  rmSync(folder, { recursive: true, force: true });
});

/** As Open WebUI has it. */
function chat(number: number, length: number): object {
  const messages = Array.from({ length }, (_, index) => ({
    ...{ id: `${index}`, parentId: index === 0 ? null : `${index - 1}` },
    ...{
      role: index % 2 === 0 ? 'user' : 'assistant',
      content: `Message ${index} of ${number}. `.repeat(20),
    },
    timestamp: 1_700_000_000 + index,
  }));
  const history = {
    currentId: `${length - 1}`,
    messages: Object.fromEntries(messages.map((message) => [message.id, message])),
  };
  return { id: `${number}`, title: `Chat ${number}`, chat: { history } };
}

const start = async (userData: string, file: string) => {
  process.env['PARLEY_IMPORT'] = join(folder, file);
  return Core.start(program, join(userData, 'library.sqlite'));
};

/** What can be seen, and what lies about unseen. */
function count(userData: string) {
  const db = new Database(join(userData, 'library.sqlite'));
  const number = (sql: string) => db.get<{ n: number }>(`SELECT count(*) AS n FROM ${sql}`)?.n;
  const found = {
    chats: number('conversation WHERE arriving IS NULL'),
    messages: number('message JOIN conversation AS c ON c.id = conversation_id WHERE arriving IS NULL'),
    unseen: number('conversation WHERE arriving IS NOT NULL'),
    staged: number('(SELECT 1 FROM arriving_message UNION ALL SELECT 1 FROM arriving_change)'),
  };
  db.close();
  return found;
}

function check(userData: string): void {
  const db = new Database(join(userData, 'library.sqlite'));
  expect(db.all('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
  expect(db.all('PRAGMA foreign_key_check')).toEqual([]);
  db.close();
}

const before = { chats: 1, messages: OLD };
const after = { chats: CHATS, messages: CHATS * MESSAGES };

/** One chat is there, the first six of whose messages the file has, too. */
async function begin(number: number): Promise<string> {
  const userData = mkdtempSync(join(folder, `${number}-`));
  openLibrary(join(userData, 'library.sqlite')).db.close();
  core = await start(userData, 'first.json');
  const choice = await core.call('import.choose');
  await core.call('import.start', { token: choice?.token ?? '' });
  await core.kill();
  expect(count(userData)).toMatchObject(before);
  return userData;
}

test(
  `of ${KILLS} kills during an import each leaves all of it or nothing`,
  { timeout: 120_000 },
  async () => {
    const random = randomFrom(20_261_128);
    let userData = await begin(0);
    core = await start(userData, 'export.json');
    const met = { nothing: 0, all: 0, left: 0 };
    for (let kill = 1; kill <= KILLS; kill += 1) {
      const choice = await core.call('import.choose');
      expect(choice).toMatchObject({ conversations: { new: CHATS - 1, grown: 1 } });
      core.call('import.start', { token: choice?.token ?? '' }).catch(() => undefined);
      await wait(random() * 500);
      await core.kill();

      check(userData);
      const { unseen, staged, ...seen } = count(userData);
      expect([before, after]).toContainEqual(seen);
      if ((unseen ?? 0) + (staged ?? 0) > 0) met.left += 1;
      if (seen.chats === CHATS) {
        met.all += 1;
        userData = await begin(kill);
      } else met.nothing += 1;

      core = await start(userData, 'export.json');
      const clean = { ...before, unseen: 0, staged: 0 };
      await vi.waitFor(() => expect(count(userData)).toEqual(clean), { timeout: 10_000, interval: 50 });
      expect(core.mistakes).toEqual([]);
    }
    // The kills have met the middle of it, not only its ends.
    expect(met.left).toBeGreaterThan(KILLS / 4);
  },
);
