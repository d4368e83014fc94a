import { expect, test } from 'vitest';
import { fixture, fileOf, outline, read } from './test-library';

async function only(name: string, index = 0) {
  const conversation = (await read(fixture(name)))[index];
  if (!conversation) throw new Error('There is no such conversation.');
  return conversation;
}

const partsOf = ({ messages }: { messages: readonly { parts: string | null }[] }, index: number) =>
  JSON.parse(messages[index]?.parts ?? '[]') as unknown;

test('ChatGPT: a tree keeps its branches, and what an answer was written in becomes one answer', async () => {
  const sky = await only('chatgpt.json');
  expect(outline(sky)).toEqual([
    'Q Why is the sky blue?',
    '  A Rayleigh scattering ([Rayleigh](https://example.com/rayleigh)): blue light scatters about six times as much.',
    '  A Because of the air.',
    '    Q [Image not imported: sunset.png]\n\nAnd this sunset?\n\n[File not imported: notes.pdf]',
    '      A Red is what is left. ◂',
  ]);
  expect(partsOf(sky, 1)).toMatchObject([
    { kind: 'reasoning', at: 0, text: '**Scattering**\n\nShort waves scatter more.' },
    { kind: 'step', at: 0, tool: 'code', text: 'print(450 ** -4 / 700 ** -4)' },
  ]);
  expect(sky).toMatchObject({
    title: 'Why the sky is blue',
    createdAt: 1756000000123,
    pinnedAt: 1756000400654,
  });
  expect(sky.messages.map(({ model }) => model)).toEqual([null, 'gpt-5-thinking', 'gpt-4o', null, 'gpt-5']);
});

test('ChatGPT: a chat without a name is called by its question, and an answer that was cut says so', async () => {
  const weather = await only('chatgpt.json', 1);
  expect(outline(weather)).toEqual(['Q 東京の天気はどうですか？ 👩‍👩‍👧', "  A ```python\nprint('晴れ')\n``` ◂"]);
  expect(weather).toMatchObject({
    title: '東京の天気はどうですか？ 👩‍👩‍👧',
    titledBy: 'question',
    archivedAt: 1756001100000,
  });
  expect(weather.messages[1]?.status).toBe('interrupted');
});

test('Claude: branches, thoughts, searches, artifacts and pasted texts come in', async () => {
  const bread = await only('claude.json');
  expect(outline(bread)).toEqual([
    'Q How long does dough rise?\n\n**recipe.txt**\n\n```\n500 g flour\n```\n\n[Image not imported: dough.jpg]',
    '  A One to two hours.\n\n**Plan**\n\n```\n1. Mix\n2. Wait\n```',
    '  A It takes a while.',
    '    Q 面包呢？ ◂',
  ]);
  expect(partsOf(bread, 1)).toEqual([
    { kind: 'reasoning', at: 0, text: 'It depends on warmth.', ms: 2000 },
    {
      ...{ kind: 'step', at: 0, tool: 'web-search', name: null, text: 'dough rising time', state: 'done' },
      sources: [{ title: 'Dough', url: 'https://example.com/dough' }],
    },
    {
      kind: 'citation',
      at: 17,
      source: { title: 'https://example.com/dough', url: 'https://example.com/dough' },
    },
  ]);
});

test('Claude: older exports are one message after the other', async () => {
  expect(outline(await only('claude.json', 1))).toEqual(['Q Hello there', '  A Hello. ◂']);
  expect(await read(fixture('claude.json'))).toHaveLength(2);
});

test('LibreChat: a list of messages, with a second first question', async () => {
  const story = await only('librechat.json');
  expect(outline(story)).toEqual([
    'Q Tell me a long story',
    '  A Of course!',
    '  A Once upon a time.',
    'Q Tell me a long long story',
    '  A 很久以前…… ◂',
  ]);
  expect(story).toMatchObject({ title: 'A long story', instructions: 'You are a bard.' });
  expect(story.messages[1]?.status).toBe('stopped');
  expect(partsOf(story, 2)).toMatchObject([
    { kind: 'reasoning', text: 'A story.' },
    { kind: 'step', tool: 'function', name: 'draw', text: '{"what":"castle"}' },
  ]);
});

test('LibreChat: children in their parents, however deep', async () => {
  expect(outline(await only('librechat-recursive.json'))).toEqual([
    'Q One',
    '  A Two',
    '    Q Three',
    '  A Four ◂',
  ]);
  const deep = 20_000;
  const open = (index: number) =>
    `{"messageId":"${index}","isCreatedByUser":${index % 2 === 0},"text":"${index}","children":[`;
  const tree = Array.from({ length: deep }, (_, index) => open(index)).join('') + ']}'.repeat(deep);
  const [conversation] = await read(fileOf(`{"conversationId":"c","messages":[${tree}]}`));
  expect(conversation?.messages).toHaveLength(deep);
  expect(conversation?.leafId).toBe(conversation?.messages.at(-1)?.id);
});

test('Open WebUI: thoughts and calls of tools leave the words that they stood among', async () => {
  const sums = await only('open-webui.json');
  expect(outline(sums)).toEqual([
    'Q What is 15 × 17?\n\n[File not imported: sums.pdf]',
    '  A 255 ◂',
    '  A Two hundred and fifty-five.',
  ]);
  expect(partsOf(sums, 1)).toMatchObject([
    { kind: 'reasoning', text: '15 × 10 + 15 × 7\n= 255', ms: 3000 },
    { kind: 'step', tool: 'function', name: 'sum', text: '{"a":1}' },
  ]);
  expect(sums).toMatchObject({
    instructions: 'Be exact.',
    pinnedAt: 1700000010000,
    archivedAt: 1700000010000,
  });
});

test('Open WebUI: older ones are a list, and a picture that an answer has comes with it', async () => {
  const cat = await only('open-webui.json', 1);
  expect(outline(cat)).toEqual(['Q What is this?\n\n[Image not imported]', '  A A cat. 猫です。 ◂']);
  expect(partsOf(cat, 1)).toMatchObject([{ kind: 'image', data: 'data:image/png;base64,AAAA' }]);
});

test('Chatbox: forks are branches, older threads are chats, and the system prompt instructs', async () => {
  const [garlic, roses, ...none] = await read(fixture('chatbox.json'));
  expect(garlic && outline(garlic)).toEqual([
    'Q When do I plant garlic?',
    '  A In October.\n\n[Image not imported]',
    '    Q 大蒜？ ◂',
    '  A In spring, too.',
    '    Q Really?',
  ]);
  expect(garlic).toMatchObject({ title: 'Gardening', instructions: 'You know plants.' });
  expect(roses && [roses.title, ...outline(roses)]).toEqual([
    'Roses',
    'Q How do I prune roses?',
    '  A Above an eye. ◂',
  ]);
  expect(none).toEqual([]);
});

test('Chatbox: the older form of its backup', async () => {
  const older = await only('chatbox-older.json');
  expect([older.title, ...outline(older)]).toEqual(['Older', 'Q Hi', '  A Hello! ◂']);
});

test('Cherry Studio: words come from blocks that lie behind, titles from the list of topics', async () => {
  const topic = await only('cherry-studio.json');
  expect(outline(topic)).toEqual([
    'Q “晴れ”を英語に\n\n[File not imported: words.txt]',
    '  A Sunny',
    '  A Clear weather',
    '    Q As code?',
    "      A ```python\nweather = 'sunny'\n``` ◂",
  ]);
  expect(topic).toMatchObject({ title: '翻译', pinnedAt: 1775037900000 });
  expect(topic.messages.map(({ model }) => model)).toEqual([null, 'gpt-4o', 'deepseek-chat', null, null]);
  expect(topic.messages[4]?.status).toBe('stopped');
});

test('Cherry Studio: older ones have their words in the messages', async () => {
  const older = await only('cherry-studio.json', 1);
  expect([older.title, ...outline(older)]).toEqual(['Older words', 'Q Older words', '  A Older answer ◂']);
  expect(partsOf(older, 1)).toMatchObject([{ kind: 'reasoning', text: 'Hm.' }]);
});

test('Parley: everything stays as it is, ids and all', async () => {
  const sky = await only('parley.json');
  expect(sky).toMatchObject({
    id: '7d3f0000-0000-4000-8000-000000000002',
    ...{ title: 'Why is the sky blue?', titledBy: 'model', effort: 'low', verbosity: null },
    folderId: '7d3f0000-0000-4000-8000-000000000001',
    leafId: '7d3f0000-0000-4000-8000-000000000012',
  });
  expect(sky.messages.map(({ leftOut, output, error }) => [leftOut, output, error])).toEqual([
    ['["instructions"]', null, null],
    [null, '[{"type":"message","content":[{"type":"output_text","text":"Rayleigh."}]}]', null],
    [null, null, '{"code":"STALLED","message":"Nothing came.","details":{"host":"api.openai.com"}}'],
  ]);
  expect(sky.receipts).toMatchObject([{ message_id: '7d3f0000-0000-4000-8000-000000000011', micros: 50 }]);
});

test('an id is the same each time, and a UUID that the app takes', async () => {
  const [first, again] = [await only('claude.json'), await only('claude.json')];
  expect(first.messages.map(({ id }) => id)).toEqual(again.messages.map(({ id }) => id));
  expect(first.id).toMatch(/^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
});

test('what shows nothing is left out, and what followed it follows the one before', async () => {
  const message = (id: string, parent: string | null, role: string, content: string) =>
    [id, { id, parentId: parent, role, content, timestamp: 1 }] as const;
  const messages = Object.fromEntries([
    message('a', null, 'user', 'Why?'),
    message('b', 'a', 'assistant', ' \n'),
    message('c', 'b', 'assistant', 'Because.'),
    message('d', 'b', 'assistant', 'Who knows.'),
    message('e', 'nobody', 'user', 'Once more'),
  ]);
  const history = { currentId: 'b', messages };
  const [conversation] = await read(fileOf(JSON.stringify([{ id: 'x', chat: { history } }])));
  expect(conversation && outline(conversation)).toEqual([
    'Q Why?',
    '  A Because.',
    '  A Who knows. ◂',
    'Q Once more',
  ]);
});
