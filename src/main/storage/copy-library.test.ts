import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest';
import { speakFrom } from '../../shared/words';
import { english } from '../../shared/words/english';
import { german } from '../../shared/words/german';
import { copyLibrary, measure } from './copy-library';
import { Database } from './database';
import { kindOf, setAside, replaceWith } from './library-file';
import { openLibrary } from './open-library';
import { salvage } from './salvage';

const KEY = 'ab'.repeat(32);
const OTHER = 'cd'.repeat(32);
const CANARY = 'canary-of-the-sky';

let folder: string;
const file = (name: string) => join(folder, name);
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'parley-copy-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function makeLibrary(path: string, key: string | null = null, messages = 40): void {
  const { db, conversations, messages: store } = openLibrary(path, { key });
  db.transaction(() => {
    conversations.touch({ id: 'c', title: 'Sky', updatedAt: 1 });
    for (let n = 0; n < messages; n++) {
      store.add({
        ...{ id: `m${n}`, conversationId: 'c', parentId: n === 0 ? null : `m${n - 1}`, role: 'user' },
        ...{
          text: `${CANARY} ${n} ${'x'.repeat(900)}`,
          parts: [],
          status: 'done',
          model: null,
          tokens: null,
        },
        ...{ compacted: false, error: null, createdAt: n },
      });
    }
  });
  db.close();
}

test.each([
  ['plain', null, null],
  ['encrypted', null, KEY],
  ['encrypted', KEY, KEY],
  ['encrypted', KEY, OTHER],
  ['plain', KEY, null],
])('a copy is %s and has every row', (kind, key, toKey) => {
  makeLibrary(file('from'), key);
  expect(copyLibrary({ from: file('from'), key, to: file('to'), toKey })).toEqual({
    conversations: 1,
    messages: 40,
  });
  const { db, messages } = openLibrary(file('to'), { key: toKey });
  expect(messages.of('c').map(({ id }) => id)).toEqual(Array.from({ length: 40 }, (_, n) => `m${n}`));
  db.close();
  expect([kindOf(file('to')), readFileSync(file('to')).includes(CANARY)]).toEqual(
    kind === 'plain' ? ['plain', true] : ['sealed', false],
  );
  expect(readdirSync(folder).toSorted()).toEqual(['from', 'to']);
});

test('an encrypted library leaves no word in its log either, and opens with no other key', () => {
  makeLibrary(file('a'), KEY);
  const { db, conversations } = openLibrary(file('a'), { key: KEY });
  conversations.touch({ id: 'd', title: CANARY, updatedAt: 2 });
  for (const name of readdirSync(folder)) expect(readFileSync(file(name)).includes(CANARY)).toBe(false);
  db.close();
  for (const key of [null, OTHER])
    expect(() => openLibrary(file('a'), { key })).toThrow(
      expect.objectContaining({
        code: 'LIBRARY_CLOSED',
        details: expect.objectContaining({ trouble: 'CORRUPT' }),
      }),
    );
  expect(measure(file('a'), KEY)).toMatchObject({ conversations: 2, messages: 40 });
});

test('a damaged library is not copied, and what stood in that place stays', () => {
  makeLibrary(file('from'));
  const bytes = readFileSync(file('from'));
  bytes.fill(0xaa, 12 * 4096, 20 * 4096);
  writeFileSync(file('from'), bytes);
  writeFileSync(file('to'), 'older');
  expect(() => copyLibrary({ from: file('from'), key: null, to: file('to'), toKey: null })).toThrow();
  expect(readFileSync(file('to'), 'utf8')).toBe('older');
  expect(readdirSync(folder).filter((name) => name.includes('part'))).toEqual([]);
});

test('of a damaged library every row is rescued whose page can be read, and they make a sound one', () => {
  makeLibrary(file('from'), null, 400);
  const bytes = readFileSync(file('from'));
  const at = bytes.indexOf(`${CANARY} 200 `);
  const page = at - (at % 4096);
  bytes.fill(0xaa, page, page + 4096);
  writeFileSync(file('from'), bytes);
  const saved = salvage({ from: file('from'), key: null, to: file('to') });
  expect(saved.conversations).toBe(1);
  expect(saved.messages).toBeGreaterThan(390);
  expect(saved.messages).toBeLessThan(400);
  const { db, messages } = openLibrary(file('to'));
  expect(db.all('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
  expect(db.all('PRAGMA foreign_key_check')).toEqual([]);
  expect(messages.find('m399')?.text).toContain(`${CANARY} 399`);
  db.close();
});

test('a chat whose title is lost is named in the language that is spoken', () => {
  makeLibrary(file('from'));
  const broken = new Database(file('from'), { key: null });
  broken.exec('PRAGMA foreign_keys = OFF; DELETE FROM conversation;');
  broken.close();
  speakFrom(() => german);
  onTestFinished(() => speakFrom(() => english));
  expect(salvage({ from: file('from'), key: null, to: file('to') }).conversations).toBe(1);
  const { db } = openLibrary(file('to'));
  expect(db.all('SELECT title FROM conversation')).toEqual([{ title: 'Geretteter Chat' }]);
  db.close();
});

test('where nothing can be read, nothing is written', () => {
  makeLibrary(file('from'));
  const bytes = readFileSync(file('from'));
  bytes.fill(0xaa, 0, 4096);
  writeFileSync(file('from'), bytes);
  expect(() => salvage({ from: file('from'), key: null, to: file('to') })).toThrow();
  expect(readdirSync(folder)).toEqual(['from']);
});

test('a library that is set aside keeps what its log holds, and the new one gets none of it', () => {
  makeLibrary(file('a'));
  makeLibrary(file('b'), null, 3);
  const library = openLibrary(file('a'));
  library.conversations.touch({ id: 'late', title: 'Late', updatedAt: 3 });
  for (const end of ['', '-wal', '-shm']) copyFileSync(file(`a${end}`), file(`crashed${end}`));
  library.db.close();
  setAside(file('crashed'), 'aside');
  replaceWith(file('b'), file('crashed'));
  expect(measure(file('aside'), null)).toMatchObject({ conversations: 2 });
  expect(measure(file('crashed'), null)).toMatchObject({ conversations: 1, messages: 3 });
  expect(new Database(file('crashed')).all('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
});
