import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, expect, test } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import { openLibrary } from '../../storage/open-library';
import { exportOf, TestLibrary } from './test-library';

const folder = mkdtempSync(join(tmpdir(), 'parley-zips-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What a zip holds, as another library reads it. */
async function unzipped(zip: Buffer): Promise<Readonly<Record<string, string>>> {
  const files: Record<string, string> = {};
  const archive = await fromBufferPromise(zip, { lazyEntries: true });
  for await (const entry of archive.eachEntry())
    files[entry.fileName] = await text(await archive.openReadStreamPromise(entry));
  return files;
}

function threeChats(): TestLibrary {
  const library = new TestLibrary();
  library.chat('a', 'Plan', [{ text: 'first' }]);
  library.chat('b', 'plan', [{ text: 'second' }]);
  library.chat('c', 'a/b: 空?', [{ text: 'third' }]);
  return library;
}

test('several chats are a zip with a file for each, named as they are', async () => {
  const files = await unzipped(await exportOf(threeChats().library.db, { format: 'markdown', zip: true }));
  expect(Object.keys(files)).toEqual(['a-b- 空-.md', 'plan.md', 'Plan (2).md']);
  expect(files['Plan (2).md']).toMatch(/^# Plan\n[^]*first/);
});

test('a zip of pages begins with one that leads to the others', async () => {
  const files = await unzipped(await exportOf(threeChats().library.db, { format: 'html', zip: true }));
  expect(Object.keys(files)).toEqual(['index.html', 'a-b- 空-.html', 'plan.html', 'Plan (2).html']);
  expect(files['index.html']).toContain(
    '<a href="./a-b-%20%E7%A9%BA-.html">a/b: 空?</a> <span>3 Jan 2026</span>',
  );
});

test('only the wanted chats are written', async () => {
  const file = await exportOf(threeChats().library.db, { ids: ['b', 'gone'] });
  expect(file.toString()).toContain('second');
  expect(file.toString()).not.toMatch(/first|third/);
});

test('progress is told, and what is written meanwhile is not in it', async () => {
  const path = join(folder, 'library.sqlite');
  const library = new TestLibrary(path);
  for (const id of ['a', 'b', 'c']) library.chat(id, id, [{ text: `${id} before` }]);
  const reader = openLibrary(path).db;
  const told: unknown[] = [];
  const progress = (state: unknown) => {
    told.push(state);
    library.library.db.run(`UPDATE message SET text = 'after'`);
  };
  const file = (await exportOf(reader, {}, { progress })).toString();
  expect(told.at(-1)).toEqual({ done: 3, total: 3 });
  expect(file).not.toContain('after');
  expect((await exportOf(reader, {})).toString()).toContain('after');
  for (const db of [reader, library.library.db]) db.close();
});

test('a wish to stop is heard between two chats', async () => {
  const library = new TestLibrary();
  for (let n = 0; n < 50; n += 1) library.chat(`c${n}`, `c${n}`, [{ text: 'x' }]);
  for (const zip of [false, true]) {
    const stop = new AbortController();
    const progress = () => stop.abort(new Error('stopped'));
    const written = exportOf(
      library.library.db,
      { format: 'markdown', zip },
      { signal: stop.signal, progress },
    );
    await expect(written).rejects.toThrow('stopped');
  }
  expect((await exportOf(library.library.db, {})).toString()).toContain('c49'); // the connection is free again
});

test('a file that is there already is not written over', async () => {
  const file = join(folder, 'there');
  writeFileSync(file, 'precious');
  await expect(exportOf(threeChats().library.db, { file })).rejects.toMatchObject({ code: 'FILE_NOT_SAVED' });
});
