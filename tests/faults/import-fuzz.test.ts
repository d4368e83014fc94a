/** A thousand files that are not as they should be: each is taken in whole or not at all, and never breaks anything. */
import { readFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { fileOf, fixture, look, openLibrary, rows, run } from '../../src/main/jobs/import/test-library';
import { zipOf } from '../../src/main/jobs/import/test-zip';
import { randomFrom } from '../core/random';

const names = [
  ...['chatgpt', 'claude', 'librechat', 'librechat-recursive', 'open-webui'],
  ...['chatbox', 'chatbox-older', 'cherry-studio', 'parley'],
];
const FILES = 1000;
/** A file of a few kilobytes takes no longer than this. */
const LONGEST_MS = 2000;

type Random = () => number;
const below = (random: Random, end: number) => Math.floor(random() * end);
const oneOf = <T>(random: Random, list: readonly T[]): T => list[below(random, list.length)] as T;

/** Single bytes that JSON, UTF-8 or an archive cares about, and any other. */
const bytes = [0x00, 0x22, 0x5c, 0x7b, 0x7d, 0x5b, 0x5d, 0x2c, 0x3a, 0x2d, 0x39, 0xff, 0xc3, 0xef, 0x50];

function withOtherBytes(content: Buffer, random: Random): Buffer {
  const changed = Buffer.from(content);
  const times = 1 + below(random, 6);
  for (let time = 0; time < times; time += 1) {
    const at = below(random, changed.length);
    changed[at] = random() < 0.7 ? oneOf(random, bytes) : below(random, 256);
  }
  return changed;
}

/** Cut, repeated, or with a piece of it left out or moved. */
function withOtherPieces(content: Buffer, random: Random): Buffer {
  const [from, to] = [below(random, content.length), below(random, content.length)].sort((a, b) => a - b) as [
    number,
    number,
  ];
  const [head, piece, tail] = [content.subarray(0, from), content.subarray(from, to), content.subarray(to)];
  return Buffer.concat(
    oneOf(random, [
      [head],
      [head, tail],
      [head, piece, piece, tail],
      [tail, piece, head],
      [piece],
      [content, content],
    ]),
  );
}

const strange: readonly unknown[] = [
  ...[
    null,
    true,
    0,
    -1,
    1e308,
    9_007_199_254_740_992,
    '',
    ' ',
    '\u0000',
    '\uD800',
    'x'.repeat(10_000),
    '../../etc/passwd',
  ],
  ...[
    [],
    {},
    [[]],
    [null],
    { a: {} },
    ['text'],
    '2026-01-01',
    'constructor',
    '00000000-0000-0000-0000-000000000000',
  ],
];

/** Somewhere a value is another, is gone, is there twice, or is another's. */
function withOtherValues(content: Buffer, random: Random): Buffer {
  const root = JSON.parse(content.toString()) as object;
  const times = 1 + below(random, 4);
  for (let time = 0; time < times; time += 1) {
    const places = placesIn(root);
    const { holder, key } = oneOf(random, places);
    const other = oneOf(random, places);
    const act = below(random, 5);
    if (act === 0) Reflect.deleteProperty(holder, key);
    else if (act === 1) holder[key] = structuredClone(other.holder[other.key]);
    else if (act === 2 && Array.isArray(holder)) holder.push(structuredClone(holder[Number(key)]));
    else if (act === 3)
      holder[oneOf(random, ['__proto__x', 'toString', 'children', 'parent', key])] = oneOf(random, strange);
    else holder[key] = structuredClone(oneOf(random, strange));
  }
  return Buffer.from(JSON.stringify(root));
}

interface Place {
  readonly holder: Record<string, unknown>;
  readonly key: string;
}

function placesIn(root: object): readonly Place[] {
  const places: Place[] = [];
  const open: object[] = [root];
  for (let holder = open.pop(); holder; holder = open.pop()) {
    for (const [key, value] of Object.entries(holder)) {
      places.push({ holder: holder as Place['holder'], key });
      if (typeof value === 'object' && value !== null && places.length < 5000) open.push(value as object);
    }
  }
  return places;
}

const mutations = [withOtherBytes, withOtherPieces, withOtherValues, withOtherValues];

/** One in eight is an archive: of a file that is not as it should be, or one that is not itself. */
function mutated(random: Random): Buffer {
  const content = readFileSync(fixture(`${oneOf(random, names)}.json`));
  const dice = random();
  if (dice < 1 / 16) return withOtherBytes(zipOf([{ name: 'conversations.json', content }]), random);
  const changed = oneOf(random, mutations)(content, random);
  return dice < 1 / 8
    ? zipOf([
        { name: 'a.json', content: '{}' },
        { name: 'b.json', content: changed },
      ])
    : changed;
}

const db = openLibrary();
afterAll(() => db.close());

function empty(): void {
  for (const table of ['conversation', 'folder', 'receipt']) db.run(`DELETE FROM ${table}`);
}

test(`${FILES} mutated files are taken in whole or not at all`, { timeout: 120_000 }, async () => {
  const outcomes = { taken: 0, refused: 0 };
  let slowest = 0;
  for (let seed = 1; seed <= FILES; seed += 1) {
    const path = fileOf(mutated(randomFrom(seed)));
    const begun = performance.now();
    const before = rows(db);
    const seen = await look(db, path).catch((thrown: unknown) => thrown);
    expect(rows(db), `seed ${seed}`).toEqual(before);
    const came = await run(db, path).catch((thrown: unknown) => thrown);
    slowest = Math.max(slowest, performance.now() - begun);
    if (came instanceof Error) {
      expect(came, `seed ${seed}: ${String(came.cause)}`).toMatchObject({ code: 'IMPORT_REFUSED' });
      expect(rows(db), `seed ${seed}`).toEqual(before);
      outcomes.refused += 1;
    } else {
      expect(seen, `seed ${seed}`).toMatchObject({ messages: (came as { messages: number }).messages });
      const { conversations, messages } = came as { conversations: number; messages: number };
      expect(rows(db), `seed ${seed}`).toMatchObject({
        conversation: (before['conversation'] ?? 0) + conversations,
        message: (before['message'] ?? 0) + messages,
        ...{ arriving_message: 0, arriving_change: 0, arriving_folder: 0, arriving_receipt: 0 },
      });
      expect(db.all(`SELECT 1 FROM conversation WHERE arriving IS NOT NULL`)).toEqual([]);
      outcomes.taken += 1;
    }
    if (seed % 10 === 0) empty();
  }
  expect(db.all('PRAGMA foreign_key_check')).toEqual([]);
  expect(db.all('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
  expect(slowest).toBeLessThan(LONGEST_MS);
  // Both happen often: otherwise the files would be too broken, or too whole, to tell anything.
  expect(Math.min(outcomes.taken, outcomes.refused)).toBeGreaterThan(FILES / 10);
});
