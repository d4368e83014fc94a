import type { ResponseStreamEvent } from 'openai/resources/responses/responses';
import { describe, expect, test } from 'vitest';
import { eventTypes } from './event-types.ts';
import type { Step } from './steps.ts';
import { ask, goingOn, question, responseIn, setUp, textOf } from './test-client.ts';
import type { WrittenAnswer } from './written-answer.ts';

const include = [
  'reasoning.encrypted_content',
  'web_search_call.action.sources',
  'file_search_call.results',
  'code_interpreter_call.outputs',
] as const;

const search: Step = { search: { query: 'Rayleigh', sources: ['https://example.org/sky'] } };

/** One step of each kind. */
const everything: readonly Step[] = [
  { think: 'Light ' },
  { think: 'scatters.' },
  { think: 'Blue more.', newPart: true },
  { reason: 'Lambda to the fourth.' },
  { say: 'I shall look it up.', phase: 'commentary' },
  search,
  { search: { query: 'gone', failed: true } },
  { openPage: 'https://example.org/sky' },
  { findInPage: { url: 'https://example.org/sky', pattern: 'blue' } },
  { searchFiles: { queries: ['sky'], results: [{ file_id: 'file-1', filename: 'sky.pdf', text: 'Blue' }] } },
  { runCode: { code: ['print(', '4)'], logs: '4\n', images: ['https://example.org/plot.png'] } },
  { runCode: { code: 'raise', failed: true } },
  { drawImage: { result: 'aW1n', partials: ['aQ==', 'aW0='], prompt: 'A sky' } },
  { drawImage: { result: '', failed: true } },
  { listTools: { server: 'weather', tools: ['forecast'] } },
  { listTools: { server: 'gone', tools: [], error: 'unreachable' } },
  { mcp: { server: 'weather', name: 'forecast', arguments: ['{"city":', '"Bern"}'], output: 'Blue' } },
  { mcp: { server: 'weather', name: 'forecast', arguments: '{}', error: 'no city' } },
  { askApproval: { server: 'weather', name: 'change', arguments: '{}' } },
  { compact: 'So far: the sky.' },
  { say: 'Blue', phase: 'final_answer' },
  { cite: { url: 'https://example.org/sky', title: 'Sky' } },
  { annotate: { type: 'file_citation', file_id: 'file-1', filename: 'sky.pdf', index: 0 } },
  { annotate: { type: 'file_path', file_id: 'file-1', index: 1 } },
  {
    annotate: {
      type: 'container_file_citation',
      container_id: 'cntr_1',
      file_id: 'file-2',
      filename: 'plot.png',
      start_index: 0,
      end_index: 4,
    },
  },
  { say: 'A second part.', newPart: true },
  { refuse: 'No more.' },
];
const toCall: readonly Step[] = [
  { callFunction: { name: 'look', arguments: ['{"at":', '"sky"}'] } },
  { callCustomTool: { name: 'sql', input: ['select', ' 1'] } },
];

async function run(answer: WrittenAnswer, request: object = {}) {
  const { server, client } = await setUp();
  server.script(answer);
  return { server, client, events: await ask(client, { include, ...request }) };
}

const typesOf = (events: readonly ResponseStreamEvent[]) =>
  events.map(({ type }) => type.replace('response.', ''));

describe('a script of steps', () => {
  /** What no step sends: speech, shells, and the two ends that are not success. */
  const never = /^(response\.(audio|shell_call|incomplete|failed)|error$)/;

  test('sends every event that a chat can meet', async () => {
    const { events } = await run({ steps: [...everything, ...toCall], queued: true });
    const sent = new Set(events.map(({ type }) => type));
    const missing = Object.keys(eventTypes).filter((type) => !never.test(type) && !sent.has(type as 'error'));
    expect(missing).toEqual([]);
    expect([...sent].filter((type) => !(type in eventTypes))).toEqual([]);
  });

  test('is numbered without a gap, and every item that is announced is ended at its place', async () => {
    const { events } = await run({ steps: [...everything, ...toCall] });
    expect(events.map((event) => event.sequence_number)).toEqual(events.map((_, index) => index));
    const added = events.filter((event) => event.type === 'response.output_item.added');
    const done = events.filter((event) => event.type === 'response.output_item.done');
    expect(added.map((event) => event.output_index)).toEqual(added.map((_, index) => index));
    expect(done.map(({ item }) => item.id)).toEqual(added.map(({ item }) => item.id));
    expect(responseIn(events).output).toEqual(done.map(({ item }) => item));
  });

  test('is understood by the SDK’s own strict reader', async () => {
    const { server, client } = await setUp();
    server.script({ steps: [...everything, ...toCall] });
    const stream = client.responses.stream({ ...question, include: [...include] });
    const { output } = await stream.finalResponse();
    expect(output.at(-1)).toMatchObject({ type: 'custom_tool_call', input: 'select 1' });
    expect(output[0]).toMatchObject({
      summary: [{ text: 'Light scatters.' }, { text: 'Blue more.' }],
      content: [{ type: 'reasoning_text', text: 'Lambda to the fourth.' }],
    });
  });

  test('can be sent back as the SDK makes it input, whatever was in it', async () => {
    const { client, events } = await run({ steps: everything });
    const answer = await ask(client, { input: goingOn(events) });
    expect(textOf(answer)).toContain('And at dusk?');
  });

  test('can be sent back with the output of what it called', async () => {
    const { client, events } = await run({ steps: toCall });
    const outputs = responseIn(events).output.flatMap((item) =>
      item.type === 'function_call' || item.type === 'custom_tool_call'
        ? [{ type: `${item.type}_output`, call_id: item.call_id, output: 'seen' }]
        : [],
    );
    const [asked, called, written, next] = goingOn(events);
    const answer = await ask(client, { input: [asked, called, written, ...outputs, next] });
    expect(textOf(answer)).toContain('And at dusk?');
  });
});

describe('one step', () => {
  test('of a search goes from its announcement to its sources', async () => {
    const { events } = await run({ steps: [search] });
    expect(typesOf(events).slice(2, -1)).toEqual([
      'output_item.added',
      'web_search_call.in_progress',
      'web_search_call.searching',
      'web_search_call.completed',
      'output_item.done',
    ]);
    const { output, tool_usage } = responseIn(events);
    expect(output).toMatchObject([
      { action: { query: 'Rayleigh', sources: [{ url: 'https://example.org/sky' }] } },
    ]);
    expect(tool_usage?.web_search).toEqual({ num_requests: 1 });
  });

  test('of a search keeps its sources from who did not ask for them', async () => {
    const { events } = await run({ steps: [search] }, { include: [] });
    const [item] = responseIn(events).output;
    expect(item).toMatchObject({ type: 'web_search_call', status: 'completed' });
    expect(JSON.stringify(item)).not.toContain('example.org');
  });

  test('of a citation tells the place of the last words', async () => {
    const cite = { url: 'https://example.org', title: 'Sky' };
    const { events } = await run({ steps: [{ say: 'It is ' }, { say: 'blue' }, { cite }, { say: '.' }] });
    expect(events.find((event) => event.type === 'response.output_text.annotation.added')).toMatchObject({
      annotation_index: 0,
      annotation: { type: 'url_citation', ...cite, start_index: 6, end_index: 10 },
    });
  });

  test('of a refusal is a part of its own', async () => {
    const { events } = await run({ steps: [{ refuse: 'I cannot ' }, { refuse: 'help.' }] });
    expect(typesOf(events).slice(2)).toEqual([
      'output_item.added',
      'content_part.added',
      'refusal.delta',
      'refusal.delta',
      'refusal.done',
      'content_part.done',
      'output_item.done',
      'completed',
    ]);
    expect(responseIn(events).output).toMatchObject([
      { content: [{ type: 'refusal', refusal: 'I cannot help.' }] },
    ]);
  });

  test('in another phase begins another message', async () => {
    const { events } = await run({
      steps: [
        { say: 'Wait.', phase: 'commentary' },
        { say: 'Blue.', phase: 'final_answer' },
      ],
    });
    expect(responseIn(events).output).toMatchObject([{ phase: 'commentary' }, { phase: 'final_answer' }]);
  });

  test('under a name goes on beside another', async () => {
    const { events } = await run({
      steps: [
        { say: 'one ', item: 'a' },
        { say: 'three ', item: 'b' },
        { say: 'two', item: 'a' },
        { say: 'four', item: 'b' },
        { close: 'a' },
      ],
    });
    const deltas = events.filter((event) => event.type === 'response.output_text.delta');
    expect(deltas.map(({ output_index, delta }) => [output_index, delta])).toEqual([
      [0, 'one '],
      [1, 'three '],
      [0, 'two'],
      [1, 'four'],
    ]);
    const texts = responseIn(events).output.map((item) => (item.type === 'message' ? item.content : []));
    expect(texts).toMatchObject([[{ text: 'one two' }], [{ text: 'three four' }]]);
  });

  test('may be an event or an item that the SDK does not know', async () => {
    const { events } = await run({
      steps: [
        { unknown: 'response.future.thing', fields: { mood: 'blue' } },
        { unknownItem: { type: 'future_call', id: 'fut_1' } },
      ],
    });
    expect(events[2]).toMatchObject({ type: 'response.future.thing', mood: 'blue', sequence_number: 2 });
    expect(responseIn(events).output).toEqual([{ type: 'future_call', id: 'fut_1' }]);
  });

  test('can be held in its middle, beside words under a name', async () => {
    const { server, client } = await setUp();
    const held = server.hold();
    const searching = held.start(search);
    held.do({ say: 'Meanwhile', item: 'words' });
    searching.next();
    const reading = ask(client);
    await held.asked;
    searching.finish();
    held.finish();
    const types = typesOf(await reading);
    const order = [
      'web_search_call.in_progress',
      'output_text.delta',
      'web_search_call.searching',
      'web_search_call.completed',
    ];
    expect(types.filter((type) => order.includes(type))).toEqual(order);
  });

  test('that was only begun is ended with the answer', async () => {
    const { server, client } = await setUp();
    const held = server.hold();
    held.start(search);
    held.finish();
    expect(responseIn(await ask(client)).output).toMatchObject([
      { type: 'web_search_call', status: 'completed' },
    ]);
  });
});

describe('an answer’s end', () => {
  test.each([
    [{ incomplete: 'content_filter' as const }, { incomplete_details: { reason: 'content_filter' } }],
    [{ failed: { code: 'invalid_prompt' as const, message: 'No.' } }, { error: { code: 'invalid_prompt' } }],
  ])('is what the script says: %j', async (end, said) => {
    const { events } = await run({ words: ['Half'], end });
    expect(responseIn(events)).toMatchObject(said);
  });

  test('may be an error that is no response', async () => {
    const { server, client } = await setUp();
    server.script({ words: ['Half'], end: { error: { code: 'server_error', message: 'Oh.' } } });
    await expect(ask(client)).rejects.toMatchObject({ code: 'server_error', status: undefined });
  });

  test('tells the model, the tier and the usage that the script gives', async () => {
    const response = { model: 'gpt-6.2-sol-2026-11-17', service_tier: 'flex' as const };
    const { events } = await run({ words: ['Blue'], response });
    expect(responseIn(events)).toMatchObject(response);
  });
});
