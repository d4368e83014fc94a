/** Disks that are full or locked, and libraries that are not what they should be. */
import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
  writeSync,
  openSync,
  closeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3-multiple-ciphers';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { wordsFor } from '../../src/renderer/lib/error-copy';
import { openLibrary } from '../../src/main/storage/open-library';
import type { AppEvent } from '../../src/shared/contract';
import type { LibraryTrouble } from '../../src/shared/library-care';
import { startOpenAiServer, type OpenAiServer } from '../fakes/openai-server.ts';
import { startEngine } from './engine';

let folder: string;
let server: OpenAiServer;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'parley-storage-'));
  server = await startOpenAiServer({ key: null });
});
afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A disk of its own, so small that it can be filled; only root can have one. */
const canMount = process.platform === 'linux' && process.getuid?.() === 0;

test.runIf(canMount)(
  'a disk that fills up in mid-answer costs no word: it is told, waited for, and written',
  async () => {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder]);
    const filler = join(folder, 'filler');
    const engine = startEngine({ address: server.address, folder, patience: {} });
    try {
      const events: AppEvent[] = [];
      engine.listen((event) => events.push(event));
      const held = server.hold();
      const ending = engine.ask('Why?');
      await held.asked;
      held.send('Ray');
      await vi.waitFor(() => expect(events.some(({ name }) => name === 'turn.delta')).toBe(true));

      fill(filler);
      const words = 'scattered light '.repeat(2000);
      held.send(words);
      await vi.waitFor(() => expect(events.some(({ name }) => name === 'disk.changed')).toBe(true));
      const told = events.find((event) => event.name === 'disk.changed');
      expect(told).toMatchObject({ trouble: { code: 'DISK_FAILED' } });
      held.finish();
      // The answer goes on to its end, in sight.
      const { answer, shown } = await ending;
      expect([answer.status, answer.text, shown]).toEqual(['done', `Ray${words}`, `Ray${words}`]);
      expect(engine.app.turns.transcript(engine.conversationId).messages[1]).toMatchObject({
        status: 'done',
        text: shown,
      });
      // Nothing new can be asked, since nothing of it could be kept.
      expect(() => engine.ask('x'.repeat(100_000))).toThrow('refused');

      rmSync(filler);
      await vi.waitFor(() => expect(events.at(-1)).toEqual({ name: 'disk.changed', trouble: null }), 12_000);
      expect(engine.disk()).toMatchObject({
        messages: [{ text: 'Why?' }, { text: shown, status: 'done' }],
        growing: 0,
        sound: true,
      });
    } finally {
      engine.close();
      execFileSync('umount', ['-l', folder]);
    }
  },
);

/** Leaves no room for another page. */
function fill(path: string): void {
  const file = openSync(path, 'w');
  try {
    for (;;) writeSync(file, Buffer.alloc(4096));
  } catch {
    // It is full.
  } finally {
    closeSync(file);
  }
}

test('a library that another program holds refuses a question in words, and takes it when it is free', async () => {
  const engine = startEngine({ address: server.address });
  const other = new Database(engine.libraryPath);
  other.exec('BEGIN IMMEDIATE');
  let refused: unknown;
  try {
    await engine.ask('Why?');
  } catch (thrown) {
    refused = thrown;
  }
  expect(refused).toMatchObject({ code: 'DISK_FAILED' });
  expect(wordsFor({ code: 'DISK_FAILED', details: {} }).text).toContain('Nothing was sent');
  expect(server.questions).toEqual([]);
  other.exec('ROLLBACK');
  other.close();
  engine.forget();
  expect((await engine.ask('Why?')).answer.status).toBe('done');
  engine.close();
});

const path = () => join(folder, 'library.sqlite');

const trouble = (name: LibraryTrouble) =>
  expect.objectContaining({ code: 'LIBRARY_CLOSED', details: expect.objectContaining({ trouble: name }) });

function makeLibrary(): Buffer {
  const library = openLibrary(path());
  library.conversations.touch({ id: 'c', title: 'Sky', updatedAt: 1 });
  library.db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  library.db.close();
  return readFileSync(path());
}

test('a library that is not one is refused, and left as it is', () => {
  const junk = Buffer.from('This is a letter to my aunt. '.repeat(400));
  writeFileSync(path(), junk);
  expect(() => openLibrary(path())).toThrow(trouble('CORRUPT'));
  expect(readFileSync(path()).equals(junk)).toBe(true);
});

test('a library with its first page overwritten is refused, and left as it is', () => {
  const broken = makeLibrary();
  broken.fill(0xaa, 0, 4096);
  writeFileSync(path(), broken);
  expect(() => openLibrary(path())).toThrow(trouble('CORRUPT'));
  expect(readFileSync(path()).equals(broken)).toBe(true);
});

test('a library that was cut off is refused when it is opened', () => {
  makeLibrary();
  truncateSync(path(), 5000);
  expect(() => openLibrary(path())).toThrow(trouble('CORRUPT'));
});

test('a library of a newer version is refused, and left as it is', () => {
  makeLibrary();
  const newer = new Database(path());
  newer.pragma('user_version = 99');
  newer.close();
  const before = readFileSync(path());
  expect(() => openLibrary(path())).toThrow(trouble('NEWER'));
  expect(readFileSync(path()).equals(before)).toBe(true);
});

test('a folder in the place of the library is refused', () => {
  mkdirSync(path());
  expect(() => openLibrary(path())).toThrow(trouble('UNREADABLE'));
});
