/**
 * `npm run bench:library`: ten thousand conversations with a million messages, in the built app and in its core, beside
 * the same messages in JSON files and in a table without an index. MESSAGES makes it smaller, for trying.
 *
 * The library is made once and kept under `node_modules/.cache`; making it takes minutes and 4 GB.
 */
import { join } from 'node:path';
import Database from 'better-sqlite3-multiple-ciphers';
import { buildCore, Core } from '../tests/core/core.ts';
import { loadStorage } from './conversation/storage.ts';
import { makeYears, type Made } from './library/make.ts';
import { measureJson, measureScan } from './library/peers.ts';
import { measureWindow, type Opened } from './library/window.ts';
import { goalHere, slowness, verdictOf } from './reference.ts';

const MESSAGES = Number(process.env['MESSAGES'] ?? 1_000_000);
const OF_ONE = 100;
/** Words that a large part of all messages have. */
const COMMON = (
  'between retention survey pricing query window function server request budget folder receipt archive naive should ' +
  'world sentence mother answer found study still learn different animal picture again change spell house point letter ' +
  'through before little number people water write thing follow around three small another large because great'
).split(' ');
const RARE = 50;
const OPENED = 50;
/** Messages that are read into the index while main is watched. */
const NEW = 2000;

const p95 = (values: readonly number[]) => quantile(values, 0.95);
const median = (values: readonly number[]) => quantile(values, 0.5);
function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN;
}
const rounded = (value: number) => Math.round(value * 10) / 10;
const say = (doing: string) => void process.stderr.write(`${doing}\n`);

interface Sample {
  readonly messages: number;
  /** Words that hardly any message has. */
  readonly rare: readonly string[];
  readonly chats: readonly Opened[];
}

function sample(path: string): Sample {
  const db = new Database(path, { readonly: true });
  const count = db.prepare<[], number>('SELECT count(*) FROM message').pluck().get() ?? 0;
  const text = db.prepare<[number], string>(`SELECT text FROM message WHERE seq = ?`).pluck();
  const rare = Array.from({ length: RARE }, (_, at) => {
    // Questions end with a word that hardly any other has.
    const seq = 2 * Math.floor(((at + 0.5) * count) / RARE / 2) + 1;
    return /([a-z]+)\.$/.exec(text.get(seq) ?? '')?.[1] ?? 'none';
  });
  const chats = db
    .prepare<[number], Opened>(
      'SELECT id, leaf_id AS leafId FROM conversation ORDER BY updated_at DESC, id DESC LIMIT ?',
    )
    .all(OPENED + 1)
    .slice(1); // the newest is open already
  db.close();
  return { messages: count, rare, chats };
}

/** Milliseconds from a closed library to its first page. */
async function openToList(path: string): Promise<number> {
  const { openLibrary } = await loadStorage();
  const times = Array.from({ length: 9 }, () => {
    const began = performance.now();
    const { db, conversations } = openLibrary(path);
    conversations.list();
    const ms = performance.now() - began;
    db.close();
    return ms;
  });
  return median(times.slice(2));
}

interface InCore {
  readonly blockedMs: number;
  readonly common: readonly number[];
  readonly rare: readonly number[];
  readonly open: readonly number[];
}

/** How long main is held up by all of it, and what of the time is the core's own. */
async function measureCore({ path }: Made, { rare, chats }: Sample): Promise<InCore> {
  const db = new Database(path);
  const core = await Core.start(await buildCore(), path);
  const timed = async (act: () => Promise<unknown>) => {
    const began = performance.now();
    await act();
    return performance.now() - began;
  };
  const search = (query: string) => timed(() => core.call('search.run', { query, limit: 8, inside: false }));
  try {
    await search('between');
    const each = async (words: readonly string[]) => {
      const times: number[] = [];
      for (const word of words) times.push(await search(word));
      return times;
    };
    await core.blocked();
    const [common, scarce] = [await each(COMMON), await each(rare)];
    const open: number[] = [];
    for (const { id } of chats) open.push(await timed(() => core.call('conversations.open', { id })));
    // Every key of a word at once, as one types; and meanwhile a thousand new messages come in.
    db.exec(`INSERT OR IGNORE INTO search_due SELECT seq FROM message ORDER BY seq DESC LIMIT ${NEW}`);
    const page = await core.call('app.start');
    const last = page.conversations.at(-1);
    for (let round = 0; round < 8; round++) {
      const word = COMMON[round] ?? '';
      await Promise.all(Array.from(word, (_, at) => search(word.slice(0, at + 1))));
      await core.call('search.run', { query: 'derstan', limit: 8, inside: true });
      for (const { id } of chats.slice(0, 5)) await core.call('conversations.open', { id });
      if (last) await core.call('conversations.list', { after: last });
      // Main writes, too.
      await core.call('drafts.keep', {
        conversationId: crypto.randomUUID(),
        place: 'box',
        text: 'x',
        over: '',
      });
    }
    return { blockedMs: await core.blocked(), common, rare: scarce, open };
  } finally {
    await core.close();
    db.close();
  }
}

const made = await makeYears(Math.max(1, Math.floor(MESSAGES / OF_ONE)), MESSAGES);
const sampled = sample(made.path);
say('Opening');
const openToListMs = await openToList(made.path);
say('The core');
const core = await measureCore(made, sampled);
say('A scan of the same table, before and after the window');
const scanned = measureScan(made.path, sampled.rare.slice(0, 3));
say('The window');
const shown = await measureWindow(made.folder, { common: COMMON, rare: sampled.rare, chats: sampled.chats });
const scan = [...scanned, ...measureScan(made.path, sampled.rare.slice(3, 6))];
say('The same in JSON files');
const json = measureJson(made.path, join(made.folder, 'json'), sampled.rare.slice(0, 5));

const times = slowness('scan', median(scan));
const goals = { list: 50, common: 20, rare: 15, open: 30, blocked: 50, scan: 0.05 };
const result = {
  messages: sampled.messages,
  openToListMs: rounded(openToListMs),
  searchCommonP95ms: rounded(p95(shown.common)),
  searchRareP95ms: rounded(p95(shown.rare)),
  openConversationP95ms: rounded(p95(shown.open)),
  mainBlockedMaxMs: rounded(core.blockedMs),
  vsFullScan: Math.round((1000 * median(shown.rare)) / median(scan)) / 1000,
  slowness: times,
};
const row = (measured: string, value: number) => ({ measured, value: rounded(value) });
const held = (measured: string, value: number, goal: number, here = goalHere(goal, times)) => ({
  ...{ measured, value, goal, 'on this machine': here },
  verdict: verdictOf(value, goal, here),
});
console.table([
  held('open the library and list, warm, ms', result.openToListMs, goals.list),
  held('search, common word, key to paint, p95, ms', result.searchCommonP95ms, goals.common),
  row('  median', median(shown.common)),
  row('  of it the core, p95', p95(core.common)),
  held('search, rare word, key to paint, p95, ms', result.searchRareP95ms, goals.rare),
  row('  median', median(shown.rare)),
  row('  of it the core, p95', p95(core.rare)),
  row('search, key to the list as it stays, p95, ms', p95(shown.whole)),
  row('  median', median(shown.whole)),
  held('open a conversation, click to paint, p95, ms', result.openConversationP95ms, goals.open),
  row('  median', median(shown.open)),
  row('  of it the core, p95', p95(core.open)),
  held('main held up at most, ms', result.mainBlockedMaxMs, goals.blocked),
  held('a rare word, key to paint ÷ LIKE', result.vsFullScan, goals.scan, goals.scan),
  row('LIKE over all messages, a rare word, median, ms', median(scan)),
  row('JSON files: load and list, ms', json.loadMs),
  row('JSON files: look through all, median, ms', median(json.searchMs)),
]);
if (made.fillS !== null) console.log(`Written in ${made.fillS} s, read into the index in ${made.indexS} s.`);
console.log(`This machine is ${times} times slower than the one of the goals, by LIKE over all messages.`);
console.log(`RESULT ${JSON.stringify(result)}`);
