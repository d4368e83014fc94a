import { expect, test } from 'vitest';
import { AppError } from '../../shared/errors';
import { inspect } from 'node:util';
import { type Settings, usualSettings } from '../../shared/settings';
import { Diagnostics } from './diagnostics';

/** What nobody may learn: a key, and words of every setting that is a text. */
const SECRETS = {
  key: 'sk-proj-CanaryKey0123456789',
  instructions: 'CanaryInstructions I am a nurse',
  server: 'http://CanaryUser:CanaryPassword@proxy.canary.example:3128',
  bypass: 'canary.internal.example',
  model: 'canary-model',
  chat: 'CanaryChat Why is the sky blue?',
  id: 'canary-conversation-id',
};

const settings: Settings = {
  ...usualSettings,
  instructions: SECRETS.instructions,
  proxy: { mode: 'manual', server: SECRETS.server, bypass: SECRETS.bypass },
  quickAsk: { on: true, keys: 'CanaryKeys', model: SECRETS.model },
  shortcuts: { canaryCommand: 'Ctrl+CanaryKeys' },
  openFolders: [SECRETS.id],
  openConversation: SECRETS.id,
};

const disk = Object.assign(new Error(SECRETS.chat), { code: 'SQLITE_FULL' });
const log = [
  `[2026-11-27 12:33:14.123] [error] ${SECRETS.chat} ${inspect(new TypeError(SECRETS.key))}`,
  `[2026-11-27 12:34:00.000] [error] a receipt ${inspect(new AppError('DISK_FAILED', SECRETS.instructions, { cause: disk }))}`,
].join('\n');

function setUp(change: Partial<Settings> = {}, said = log) {
  return new Diagnostics({
    product: () => ({
      ...{ version: '1.2.3', electron: '45.4.1', chromium: '156.0', node: '24.9.0', os: 'Linux 6.1 x64' },
      ...{ locale: 'de-DE', scale: 2, log: said },
    }),
    sqlite: () => '3.51.0',
    settings: () => ({ ...settings, ...change }),
    size: () => Promise.resolve({ conversations: 12, messages: 345 }),
    bytes: () => 67_890,
    encrypted: true,
  });
}

test('the diagnostics say what a report needs', async () => {
  const report = await setUp({ theme: 'dark' }).report();
  for (const fact of ['Parley 1.2.3', 'Electron 45.4.1', 'Chromium 156.0', 'Node 24.9.0', 'SQLite 3.51.0'])
    expect(report).toContain(fact);
  expect(report).toContain('Linux 6.1 x64, de-DE, scale 2');
  expect(report).toContain('Library: 12 chats, 345 messages, 67890 bytes, encrypted');
  expect(report).toContain('theme: dark');
  expect(report).toContain('2026-11-27 12:33 TypeError');
  expect(report).toMatch(/2026-11-27 12:34 AppError [A-Z_]+/);
});

test('no key, address, name, instruction or word of a chat is in the diagnostics', async () => {
  const report = await setUp().report();
  expect(report).not.toMatch(/canary/i);
  for (const secret of Object.values(SECRETS)) expect(report).not.toContain(secret);
});

test('a setting that is new is not told before someone has thought of it', async () => {
  const report = await setUp({ ...({ nickname: 'CanaryNick' } as object) }).report();
  expect(report).not.toMatch(/nick/i);
});

test('of many mistakes the last ten are told', async () => {
  const many = Array.from(
    { length: 30 },
    (_, at) => `[2026-11-27 12:${10 + at}:00.000] [error] x RangeError: y`,
  );
  const report = await setUp({}, many.join('\n')).report();
  expect(report.match(/RangeError/g)).toHaveLength(10);
  expect(report).toContain('12:39 RangeError');
});
