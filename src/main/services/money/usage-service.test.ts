import { afterEach, beforeEach, expect, test } from 'vitest';
import { randomFrom } from '../../../../tests/core/random';
import type { UsageQuery, UsageReport } from '../../../shared/contract/usage';
import { callKinds, outcomes, type Receipt, type Spent } from '../../../shared/money';
import { openLibrary } from '../../storage/open-library';
import { UsageService } from './usage-service';

const all: UsageQuery = {
  ...{ from: null, to: null, model: null, accountId: null, conversationId: null, kind: null },
};

const plain: Receipt = {
  ...{ id: 'r', at: Date.parse('2026-11-22T12:00:00Z'), kind: 'answer', outcome: 'completed' },
  ...{ conversationId: null, messageId: null, accountId: 'acc', accountName: 'OpenAI' },
  ...{ asked: 'gpt-6.2-sol', model: 'gpt-6.2-sol', tier: null },
  usage: { input: 100, cached: 40, cacheWritten: 0, output: 10, reasoning: 4 },
  ...{ tools: {}, toolMicros: 0, micros: 300, prices: '2026-11-22', estimated: false },
};

function setUp() {
  const library = openLibrary(':memory:');
  const saved: { name: string; text: string }[] = [];
  const save = (file: { name: string; text: string }) => Promise.resolve(saved.push(file) > 0);
  let count = 0;
  const add = (change: Partial<Receipt> = {}) =>
    library.receipts.add({ ...plain, id: `r${(count += 1)}`, ...change });
  const csv = async (query: UsageQuery) => {
    await new UsageService({ usage: library.usage, save }).export(query);
    return saved.at(-1) ?? { name: '', text: '' };
  };
  const report = (query: Partial<UsageQuery> = {}) =>
    new UsageService({ usage: library.usage, save }).report({ ...all, ...query });
  return { library, add, csv, report };
}

const { TZ } = process.env;
beforeEach(() => void (process.env['TZ'] = 'Europe/Berlin'));
afterEach(() => {
  if (TZ === undefined) delete process.env['TZ'];
  else process.env['TZ'] = TZ;
});

test('nothing spent is an empty report', () => {
  expect(setUp().report()).toMatchObject({ total: { calls: 0, micros: 0 }, days: [], others: null });
});

test('what was spent is told by day and model, account, kind and chat, the dearest first', () => {
  const { library, add, report } = setUp();
  library.conversations.touch({ id: 'trip', title: 'Trip to Lisbon', updatedAt: 1 });
  add({ conversationId: 'trip' });
  add({ conversationId: 'trip', kind: 'title', model: 'gpt-6-luna', micros: 2 });
  add({ accountId: 'other', accountName: 'Work', micros: 5000, at: plain.at - 86_400_000 });
  const { total, days, models, accounts, kinds, conversations } = report();
  expect(total).toMatchObject({ calls: 3, input: 300, cached: 120, output: 30, reasoning: 12, micros: 5302 });
  expect(days.map(({ day, spent }) => [day, spent.micros])).toEqual([
    ['2026-11-21', 5000],
    ['2026-11-22', 302],
  ]);
  expect(days[1]?.models.map(({ model }) => model)).toEqual(['gpt-6.2-sol', 'gpt-6-luna']);
  expect(models.map(({ model, spent }) => [model, spent.micros])).toEqual([
    ['gpt-6.2-sol', 5300],
    ['gpt-6-luna', 2],
  ]);
  expect(accounts.map(({ name, spent }) => [name, spent.micros])).toEqual([
    ['Work', 5000],
    ['OpenAI', 302],
  ]);
  expect(kinds.map(({ kind, spent }) => [kind, spent.calls])).toEqual([
    ['answer', 2],
    ['title', 1],
  ]);
  expect(conversations.map(({ title, spent }) => [title, spent.micros])).toEqual([
    [null, 5000],
    ['Trip to Lisbon', 302],
  ]);
});

test('a day is the local one, also where clocks change', () => {
  const { add, report } = setUp();
  // In Berlin clocks went back on 25 October 2026, a day of 25 hours, and forward on 29 March, one of 23.
  const moments = [
    ...['2026-10-24T21:59:59Z', '2026-10-24T22:00:00Z', '2026-10-25T22:59:59Z', '2026-10-25T23:00:00Z'],
    ...['2026-03-28T22:59:59Z', '2026-03-28T23:00:00Z', '2026-03-29T21:59:59Z', '2026-03-29T22:00:00Z'],
  ];
  for (const moment of moments) add({ at: Date.parse(moment) });
  expect(report().days.map(({ day, spent }) => [day, spent.calls])).toEqual([
    ['2026-03-28', 1],
    ['2026-03-29', 2],
    ['2026-03-30', 1],
    ['2026-10-24', 1],
    ['2026-10-25', 2],
    ['2026-10-26', 1],
  ]);
});

test('a day without a midnight begins when the clock does', () => {
  process.env['TZ'] = 'Africa/Cairo'; // On 24 April 2026 it went from 23:59:59 to 1:00.
  const { add, report } = setUp();
  for (const moment of ['2026-04-23T21:59:59Z', '2026-04-23T22:00:00Z']) add({ at: Date.parse(moment) });
  expect(report().days.map(({ day }) => day)).toEqual(['2026-04-23', '2026-04-24']);
});

test('a range holds its first moment and not its last', () => {
  const { add, report } = setUp();
  for (const at of [1000, 2000, 3000]) add({ at });
  expect(report({ from: 1000, to: 3000 }).total.calls).toBe(2);
  expect(report({ from: 1001 }).total.calls).toBe(2);
  expect(report({ to: 1000 }).total.calls).toBe(0);
});

test('a chat in the trash and one that is gone are told as deleted', () => {
  const { library, add, report } = setUp();
  library.conversations.touch({ id: 'trash', title: 'Old plans', updatedAt: 1 });
  library.conversations.arrange(['trash'], { deletedAt: 2 });
  add({ conversationId: 'trash', micros: 3 });
  add({ conversationId: 'gone', micros: 2 });
  add({ micros: 1 });
  expect(report().conversations.map(({ title, deleted }) => [title, deleted])).toEqual([
    ['Old plans', true],
    [null, true],
    [null, false],
  ]);
});

test('an unknown price is counted beside the sum and written as nothing, never as 0', async () => {
  const { add, report, csv } = setUp();
  add({ micros: null, model: 'llama', estimated: true });
  add({ micros: 0 });
  expect(report().total).toMatchObject({ calls: 2, micros: 0, unpriced: 1, estimated: 1 });
  const [head = [], unknown = [], free = []] = rows((await csv(all)).text);
  expect(unknown[head.indexOf('micro-dollars')]).toBe('');
  expect(unknown[head.indexOf('dollars')]).toBe('');
  expect(free[head.indexOf('dollars')]).toBe('0.000000');
});

test('an account goes by the name it had last', () => {
  const { add, report } = setUp();
  add({ accountName: 'Before', at: 1 });
  add({ accountName: 'After', at: 2, kind: 'title' });
  expect(report().accounts.map(({ name }) => name)).toEqual(['After']);
});

test('nothing that others named runs in a spreadsheet, and dollars are exact', async () => {
  const { library, add, csv } = setUp();
  library.conversations.touch({ id: 'trip', title: '=HYPERLINK("http://x.example","Hi")', updatedAt: 1 });
  add({ conversationId: 'trip', accountName: '@SUM(1)', model: '+gpt', tier: '-x', micros: 12_000_345 });
  const { name, text } = await csv(all);
  expect(name).toBe('Parley usage 2026-11-22 to 2026-11-22.csv');
  const [head = [], line = []] = rows(text);
  const cell = (column: string) => line[head.indexOf(column)];
  expect(cell('chat')).toBe(`'=HYPERLINK("http://x.example","Hi")`);
  expect([cell('account'), cell('model'), cell('service tier')]).toEqual(["'@SUM(1)", "'+gpt", "'-x"]);
  expect([cell('time'), cell('micro-dollars'), cell('dollars')]).toEqual([
    '2026-11-22T12:00:00.000Z',
    '12000345',
    '12.000345',
  ]);
});

/** A reader of RFC 4180 of its own, so that a mistake of the writer shows. */
function rows(text: string): string[][] {
  const cells = [...text.slice(1).matchAll(/("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/g)];
  const lines: string[][] = [[]];
  for (const [, cell = '', end] of cells) {
    lines.at(-1)?.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end === '\r\n') lines.push([]);
  }
  return lines.slice(0, -1);
}

/** Random receipts over two years, in few names, so that groups meet. */
function randomReceipts(seed: number): Receipt[] {
  const random = randomFrom(seed);
  const whole = (below: number) => Math.floor(random() * below);
  const pick = <T>(list: readonly T[]) => list[whole(list.length)] as T;
  const chats = ['', ...Array.from({ length: pick([1, 150]) }, (_, index) => `chat ${index}`)];
  return Array.from({ length: whole(400) }, (_, index) => {
    const account = pick(['a', 'b']);
    return {
      ...plain,
      id: `r${index}`,
      at: plain.at - whole(2 * 365 * 86_400_000),
      kind: pick(callKinds),
      outcome: pick(outcomes),
      conversationId: pick(chats) || null,
      accountId: account,
      accountName: pick([account, `"${account}",\r\n=1`]),
      model: pick(['gpt-6.2-sol', 'gpt-6-luna', '=cmd']),
      usage: {
        ...{ input: whole(300_000), cached: whole(1000), cacheWritten: whole(1000) },
        ...{ output: whole(9000), reasoning: whole(900) },
      },
      tools: pick<Receipt['tools']>([{}, { web_search: 3 }]),
      micros: pick([null, whole(10), whole(1e9)]),
      estimated: random() < 0.1,
    };
  });
}

function randomQuery(seed: number): UsageQuery {
  const random = randomFrom(seed);
  const maybe = <T>(value: T) => (random() < 0.3 ? value : null);
  return {
    from: maybe(plain.at - Math.floor(random() * 365 * 86_400_000)),
    to: maybe(plain.at - Math.floor(random() * 100 * 86_400_000)),
    model: maybe('gpt-6-luna'),
    accountId: maybe('a'),
    conversationId: maybe('chat 0'),
    kind: maybe('answer'),
  };
}

const micros = (parts: readonly { readonly spent: Spent }[]) =>
  parts.reduce((sum, { spent }) => sum + spent.micros, 0);

function sumsOf({ total, days, models, accounts, kinds, conversations, others }: UsageReport) {
  const inDays = days.map(({ models: ofDay }) => micros(ofDay)).reduce((sum, part) => sum + part, 0);
  const inChats = micros(conversations) + (others?.spent.micros ?? 0);
  return [total.micros, micros(days), inDays, micros(models), micros(accounts), micros(kinds), inChats];
}

test('every list of a report, the file and the database have one sum, whatever is asked for', async () => {
  for (let seed = 1; seed <= 60; seed += 1) {
    const { library, csv, report } = setUp();
    const receipts = randomReceipts(seed);
    library.db.transaction(() => receipts.forEach((receipt) => library.receipts.add(receipt)));
    const query = seed % 3 === 0 ? all : randomQuery(seed);
    const wanted = receipts.filter(
      ({ at, model, accountId, conversationId, kind }) =>
        at >= (query.from ?? -Infinity) &&
        at < (query.to ?? Infinity) &&
        [model, null].includes(query.model) &&
        [accountId, null].includes(query.accountId) &&
        [conversationId, null].includes(query.conversationId) &&
        [kind, null].includes(query.kind),
    );
    const sum = wanted.reduce((so, receipt) => so + (receipt.micros ?? 0), 0);
    const found = report(query);
    expect(sumsOf(found), `seed ${seed}`).toEqual(Array(7).fill(sum));
    expect(found.total.calls).toBe(wanted.length);
    const [head = [], ...lines] = rows((await csv(query)).text);
    const column = (name: string) => lines.map((line) => line[head.indexOf(name)] ?? '');
    expect(lines).toHaveLength(wanted.length);
    expect(column('micro-dollars').reduce((so, cell) => so + Number(cell), 0)).toBe(sum);
    const exact = column('dollars').reduce((so, cell) => so + BigInt(cell.replace('.', '')), 0n);
    expect(exact).toBe(BigInt(sum));
    library.db.close();
  }
});
