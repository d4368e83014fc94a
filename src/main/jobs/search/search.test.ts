import { describe, expect, test } from 'vitest';
import type { Message } from '../../../shared/model';
import { openLibrary } from '../../storage/open-library';
import { indexMessages } from './index-messages';
import { search } from './search';

type Wish = Partial<Pick<Message, 'role' | 'status' | 'model' | 'createdAt' | 'parts' | 'parentId'>> & {
  readonly chat?: string;
};

/** A library in memory, to write into and to look through. */
function setUp() {
  const { db, conversations, messages } = openLibrary(':memory:');
  const context = { library: () => db, signal: new AbortController().signal, progress: () => undefined };
  let written = 0;
  const write = (text: string, { chat = 'trip', ...wish }: Wish = {}): string => {
    if (!conversations.find(chat)) conversations.touch({ id: chat, title: `About ${chat}`, updatedAt: 1 });
    const id = `m${(written += 1)}`;
    messages.add({
      ...{ id, conversationId: chat, parentId: null, role: 'user', text, parts: [], status: 'done' },
      ...{ model: null, tokens: null, compacted: false, error: null, createdAt: written, ...wish },
    });
    return id;
  };
  const find = (query: string, inside = false) =>
    Promise.resolve(search({ query, limit: 20, inside }, { ...context }));
  /** The texts that are found, as they are shown, with what was looked for in brackets. */
  const snippets = async (query: string, inside = false) => {
    const { chats } = await find(query, inside);
    return chats.flatMap((chat) => chat.messages.map(({ snippet }) => marked(snippet)));
  };
  return { db, conversations, messages, context, write, find, snippets };
}

const marked = (segments: readonly { readonly text: string; readonly hit: boolean }[]) =>
  segments.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('');

describe('words', () => {
  test('a word is found as soon as its message is written, in any case, and the newest come first', async () => {
    const { write, snippets } = setUp();
    write('Retention of users', { chat: 'a' });
    write('What is RETENTION?', { chat: 'b' });
    write('Something else');
    expect(await snippets('retention')).toEqual(['What is [RETENTION]?', '[Retention] of users']);
  });

  test('the last word may still be typed, those before it are whole', async () => {
    const { write, snippets } = setUp();
    write('define retention by day');
    expect(await snippets('define reten')).toEqual(['[define] [reten]tion by day']);
    expect(await snippets('def retention')).toEqual([]);
    expect(await snippets('reten ')).toEqual([]);
  });

  test('all words have to be there, a phrase side by side, and nothing with a minus', async () => {
    const { write, snippets } = setUp();
    write('big red bus', { chat: 'a' });
    write('red big bus', { chat: 'b' });
    expect(await snippets('red bus')).toEqual(['big [red] [bus]', '[red] big [bus]']);
    expect(await snippets('"red bus"')).toEqual(['big [red bus]']);
    expect(await snippets('bus -"big red"')).toEqual(['red big [bus]']);
    expect(await snippets('bus -blue')).toHaveLength(2);
    expect(await snippets('-big')).toEqual([]);
  });

  test('diacritics do not matter, neither in what is typed nor in what was written', async () => {
    const { write, snippets } = setUp();
    write('a naïve approach', { chat: 'a' });
    write('a naive approach', { chat: 'b' });
    for (const typed of ['naive', 'naïve', 'NAÏVE', 'nai\u0308ve'])
      expect(await snippets(typed)).toHaveLength(2);
    expect(await snippets('naive ')).toContain('a [naïve] approach');
  });

  test('languages without spaces are found by any part, also by a single letter', async () => {
    const { write, snippets } = setUp();
    write('我们可以使用数据库索引来提高查询速度', { chat: 'a' });
    write('データの保存', { chat: 'b' });
    write('検索が速い', { chat: 'c' });
    expect(await snippets('数据库索引')).toEqual(['我们可以使用[数据库索引]来提高查询速度']);
    expect(await snippets('据库')).toHaveLength(1);
    expect(await snippets('度')).toHaveLength(1);
    expect(await snippets('索')).toHaveLength(2);
    expect(await snippets('库据')).toEqual([]);
    expect(await snippets('保存')).toEqual(['データの[保存]']);
    expect(await snippets('"が速い"')).toHaveLength(1);
  });

  test('a part within a word is found where one asks for it', async () => {
    const { write, snippets } = setUp();
    write('the misunderstanding of it');
    expect(await snippets('understand')).toEqual([]);
    expect(await snippets('understand', true)).toEqual(['the mis[understand]ing of it']);
    expect(await snippets('derstan misund', true)).toHaveLength(1);
    expect(await snippets('xyzzy', true)).toEqual([]);
  });

  test('signs count where they are typed', async () => {
    const { write, snippets } = setUp();
    write('I like C++ most', { chat: 'a' });
    write('I like C most', { chat: 'b' });
    write('user.name, and don’t', { chat: 'c' });
    expect(await snippets('c++')).toEqual(['I like [C++] most']);
    expect(await snippets('++')).toEqual(['I like C[++] most']);
    expect(await snippets('user.name')).toHaveLength(1);
    expect(await snippets("don't")).toHaveLength(1);
  });
});

describe('filters', () => {
  test('each narrows down what is found', async () => {
    const { db, write, snippets } = setUp();
    const noon = (day: number) => new Date(2026, 10, day, 12).getTime();
    write('a red question', { chat: 'a', createdAt: noon(1) });
    write('a red answer\n```js\n1\n```', {
      ...{ chat: 'b', role: 'assistant', model: 'gpt-6-Luna', createdAt: noon(2) },
      parts: [{ kind: 'image', at: 0, data: 'data:,', done: true }],
    });
    db.run(`INSERT INTO folder (id, name, position, created_at) VALUES ('f', 'Büro Work', 1, 1)`);
    db.run(`UPDATE conversation SET folder_id = 'f' WHERE id = 'a'`);
    const question = ['a [red] question'];
    const answer = ['a [red] answer ```js 1 ```'];
    expect(await snippets('red from:me')).toEqual(question);
    expect(await snippets('red from:assistant')).toEqual(answer);
    expect(await snippets('red model:luna')).toEqual(answer);
    expect(await snippets('red model:sol')).toEqual([]);
    expect(await snippets('red in:buro')).toEqual(question);
    expect(await snippets('red in:"büro work"')).toEqual(question);
    expect(await snippets('red in:nowhere')).toEqual([]);
    expect(await snippets('red has:code')).toEqual(answer);
    expect(await snippets('red has:file')).toEqual(answer);
    expect(await snippets('red before:2026-11-02')).toEqual(question);
    expect(await snippets('red after:2026-11-02')).toEqual(answer);
  });

  test('alone they list the newest', async () => {
    const { write, snippets } = setUp();
    write('first', { chat: 'a' });
    write('second', { chat: 'b', role: 'assistant' });
    write('third', { chat: 'c' });
    expect(await snippets('from:me')).toEqual(['third', 'first']);
  });
});

describe('what is found', () => {
  test('what is in the trash, or follows what is there, is not; what is archived is', async () => {
    const { db, conversations, messages, write, snippets } = setUp();
    const question = write('red one', { chat: 'a' });
    write('red two', { chat: 'a', parentId: question });
    write('red three', { chat: 'b' });
    write('red four', { chat: 'c' });
    write('red five', { chat: 'd' });
    messages.setDeleted(question, 5);
    conversations.setDeleted('b', 5);
    db.run(`UPDATE conversation SET arriving = 'import' WHERE id = 'c'`);
    db.run(`UPDATE conversation SET archived_at = 5 WHERE id = 'd'`);
    expect(await snippets('red')).toEqual(['[red] five']);
    messages.setDeleted(question, null);
    expect(await snippets('red')).toHaveLength(3);
  });

  test('titles come first, by any part of their words', async () => {
    const { conversations, write, find } = setUp();
    write('retention', { chat: 'a' });
    write('nothing', { chat: 'b' });
    conversations.rename('b', 'Customer Reténtion');
    const { chats } = await find('tention');
    expect(chats.map(({ title }) => marked(title))).toEqual(['Customer Re[téntion]']);
    const both = await find('retention');
    expect(both.chats.map(({ conversation }) => conversation.id)).toEqual(['b', 'a']);
    expect((await find('retention from:me')).chats.map(({ conversation }) => conversation.id)).toEqual(['a']);
  });

  test('words side by side come before words apart', async () => {
    const { write, snippets } = setUp();
    write('red bus', { chat: 'a' });
    write('red and blue bus', { chat: 'b' });
    expect(await snippets('red bus')).toEqual(['[red] [bus]', '[red] and blue [bus]']);
  });

  test('no more than two messages of one chat', async () => {
    const { write, find } = setUp();
    for (let count = 0; count < 9; count += 1) write(`red ${count}`);
    expect((await find('red')).chats.map(({ messages }) => messages.length)).toEqual([2]);
  });
});

describe('the index', () => {
  test('follows what is edited and erased, and takes an answer when it has ended', async () => {
    const { db, messages, write, snippets } = setUp();
    const id = write('red');
    expect(await snippets('red')).toHaveLength(1);
    db.run(`UPDATE message SET text = 'blue' WHERE id = :id`, { id });
    expect(await snippets('red')).toEqual([]);
    expect(await snippets('blue')).toHaveLength(1);
    db.run(`DELETE FROM message WHERE id = :id`, { id });
    expect(await snippets('blue')).toEqual([]);
    const answer = write('', { role: 'assistant', status: 'streaming' });
    messages.append(answer, null, 0, 'green');
    expect(await snippets('green')).toEqual([]);
    messages.end(answer, { status: 'stopped' });
    expect(await snippets('green')).toHaveLength(1);
  });

  test('a new message in place of an erased one is found by its own words', async () => {
    const { db, write, snippets } = setUp();
    const id = write('red');
    await snippets('red');
    db.run(`DELETE FROM message WHERE id = :id`, { id });
    write('blue');
    expect(await snippets('red')).toEqual([]);
    expect(await snippets('blue')).toHaveLength(1);
  });

  test('a whole library is read in pieces', async () => {
    const { db, context, write, find } = setUp();
    for (let count = 0; count < 500; count += 1) write(`number ${count} of many`, { chat: `c${count % 50}` });
    while (!(await indexMessages({ ms: 5 }, context)).done);
    expect(db.get(`SELECT 1 FROM search_due`)).toBeUndefined();
    const { chats, more, complete } = await find('many');
    expect([chats.length, more, complete]).toEqual([20, true, true]);
    expect((await find('497')).chats).toHaveLength(1);
  });

  test('a beginning that few have is found behind many that do not have it', async () => {
    const { context, write, snippets } = setUp();
    write('an elephant', { chat: 'a' });
    for (let count = 0; count < 1500; count += 1) write('a mouse', { chat: `c${count}` });
    while (!(await indexMessages({ ms: 100 }, context)).done);
    expect(await snippets('eleph')).toEqual(['an [eleph]ant']);
    expect(await snippets('m')).toHaveLength(20);
  });
});

test('where the index cannot be written, what it has is found, and that it is not whole is said', async () => {
  const { db, write, find } = setUp();
  write('red one', { chat: 'a' });
  await find('red');
  write('red two', { chat: 'b' });
  db.exec('PRAGMA query_only = ON');
  const { chats, complete } = await find('red');
  expect([chats.length, complete]).toEqual([1, false]);
});

test('a search that is not wanted any longer ends', async () => {
  const { context, write } = setUp();
  for (let count = 0; count < 200; count += 1) write('red', { chat: `c${count % 3}` });
  const signal = AbortSignal.abort();
  await expect(search({ query: 'red', limit: 20, inside: false }, { ...context, signal })).rejects.toThrow();
});

test('nothing that can be typed makes it fail', async () => {
  const { write, find } = setUp();
  write('the quick brown fox AND OR NOT NEAR "quoted" text:value * ^ + - 数据库 naïve \u0000 end');
  const pieces = [
    '"',
    '\0',
    'AND',
    'OR',
    'NOT',
    'NEAR(',
    ')',
    '*',
    '^',
    ':',
    '-',
    'text:',
    '{',
    '数',
    '据库',
    'ï',
    '\u0301',
    '😀',
    '\ud800',
    'from:',
    'has:x',
    'before:2026-99-99',
    "'",
    ';--',
    '\\',
    '%',
    '_',
    ' ',
    'a',
  ];
  let seed = 5;
  const next = (below: number) => (seed = (seed * 48271) % 2147483647) % below;
  for (let run = 0; run < 400; run += 1) {
    const query = Array.from({ length: 1 + next(9) }, () => pieces[next(pieces.length)]).join(
      next(2) ? ' ' : '',
    );
    await find(query);
    await find(query, true);
  }
  for (const long of ['a'.repeat(10_000), '" '.repeat(5000), 'ab '.repeat(4000), '数'.repeat(10_000)])
    await find(long);
  expect((await find('AND OR NOT')).chats).toHaveLength(1);
});
