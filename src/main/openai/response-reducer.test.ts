import type { ResponseOutputItem, ResponseStreamEvent } from 'openai/resources/responses/responses';
import { expect, test } from 'vitest';
import type { Part } from '../../shared/parts';
import type { AnswerEvent } from '../services/chat-model';
import { ResponseReducer } from './response-reducer';

/** An event with what matters here; the rest of its fields is not read. */
type Sent = { readonly type: string; readonly [field: string]: unknown };

/** What a window would show of these events: the words, and the parts as they are at the end. */
function shown(events: readonly Sent[], output: readonly object[] = []) {
  const reducer = new ResponseReducer();
  const read = events.flatMap((event) => reducer.read(event as unknown as ResponseStreamEvent) ?? []);
  return put([...read, ...reducer.finish(output as ResponseOutputItem[])]);
}

function put(events: readonly AnswerEvent[]) {
  let text = '';
  const parts: Part[] = [];
  for (const event of events) {
    if (event.type === 'text') text += event.text;
    if (event.type === 'part') parts[event.index] = event.part;
    const part = event.type === 'part-text' ? parts[event.index] : undefined;
    if (event.type === 'part-text' && part && 'text' in part) {
      parts[event.index] = { ...part, text: part.text + event.text };
    }
  }
  return { text, parts };
}

const say = (delta: string, output_index = 0, content_index = 0): Sent => ({
  ...{ type: 'response.output_text.delta', output_index, content_index, delta },
});
const open = (output_index: number, part: object = { type: 'output_text', text: '' }): Sent => ({
  ...{ type: 'response.content_part.added', output_index, content_index: 0, part },
});
const said = (text: string, output_index = 0): Sent => ({
  ...{ type: 'response.output_text.done', output_index, content_index: 0, text },
});
const message = (...content: object[]) => ({ type: 'message', content });
const words = (text: string, annotations: object[] = []) => ({ type: 'output_text', text, annotations });
const added = (item: object, output_index = 0): Sent => ({
  type: 'response.output_item.added',
  output_index,
  item,
});
const done = (item: object, output_index = 0): Sent => ({
  type: 'response.output_item.done',
  output_index,
  item,
});

test('two texts are two paragraphs', () => {
  expect(shown([say('One.'), say('Two', 1), say('.', 1)]).text).toBe('One.\n\nTwo.');
});

test('texts that grow at the same time do not mix', () => {
  const events = [
    open(0),
    say('One'),
    open(1),
    say('Two', 1),
    say(' one.'),
    said('One one.'),
    say(' two.', 1),
  ];
  expect(shown(events).text).toBe('One one.\n\nTwo two.');
});

test('a text that was never said to be over holds nothing back at the end', () => {
  expect(shown([open(0), say('One.'), open(1), say('Two.', 1)]).text).toBe('One.\n\nTwo.');
});

test('a text that comes only at its end, or at the answer’s, is there, and once', () => {
  expect(shown([open(0), said('Rayleigh.')]).text).toBe('Rayleigh.');
  expect(shown([], [message(words('Rayleigh.'))]).text).toBe('Rayleigh.');
  expect(shown([say('Ray')], [message(words('Rayleigh.'))]).text).toBe('Rayleigh.');
  const whole = message(words('Rayleigh.'));
  expect(shown([open(0), say('Rayleigh.'), said('Rayleigh.'), done(whole)], [whole]).text).toBe('Rayleigh.');
});

test('a refusal is the answer, with a mark before it', () => {
  const refusal = { type: 'refusal', refusal: 'No.' };
  const events = [
    open(0, { type: 'refusal', refusal: '' }),
    { type: 'response.refusal.delta', output_index: 0, content_index: 0, delta: 'No' },
    { type: 'response.refusal.done', output_index: 0, content_index: 0, refusal: 'No.' },
  ];
  expect(shown(events, [message(refusal)])).toEqual({ text: 'No.', parts: [{ kind: 'refusal', at: 0 }] });
});

test('the summary of a thought grows section by section, and knows how long it took', () => {
  const summary = (summary_index: number, delta: string): Sent => ({
    ...{ type: 'response.reasoning_summary_text.delta', output_index: 0, summary_index, delta },
  });
  const item = { type: 'reasoning', summary: [{ text: 'Light scatters.' }, { text: 'Blue most.' }] };
  const events = [
    added({ ...item, summary: [] }),
    summary(0, 'Light '),
    summary(0, 'scatters.'),
    summary(1, 'Blue most.'),
  ];
  expect(shown(events).parts).toEqual([
    { kind: 'reasoning', at: 0, text: 'Light scatters.\n\nBlue most.', ms: null },
  ]);
  expect(shown([...events, done(item)]).parts).toEqual([
    { kind: 'reasoning', at: 0, text: 'Light scatters.\n\nBlue most.', ms: expect.any(Number) },
  ]);
});

test('an open model’s thoughts are shown as they are', () => {
  const thought = { type: 'response.reasoning_text.delta', output_index: 0, content_index: 0, delta: 'Hm.' };
  expect(shown([thought]).parts).toMatchObject([{ kind: 'reasoning', text: 'Hm.' }]);
});

test('a search is a step with its query and its sources', () => {
  const search = (status: string, action: object) => ({ type: 'web_search_call', status, action });
  const action = {
    type: 'search',
    queries: ['why blue'],
    sources: [{ type: 'url', url: 'https://a.example/' }],
  };
  const events = [
    added(search('in_progress', { type: 'search' })),
    { type: 'response.web_search_call.searching', output_index: 0 },
  ];
  expect(shown(events).parts).toMatchObject([{ kind: 'step', tool: 'web-search', state: 'running' }]);
  expect(shown([...events, done(search('completed', action)), say('Rayleigh', 1)])).toEqual({
    text: 'Rayleigh',
    parts: [
      {
        ...{ kind: 'step', at: 0, tool: 'web-search', name: null, text: 'why blue', state: 'done' },
        sources: [{ title: 'https://a.example/', url: 'https://a.example/' }],
      },
    ],
  });
});

test.each([
  [
    'file search',
    { type: 'file_search_call', queries: ['q'], results: [{ filename: 'a.pdf' }] },
    { tool: 'file-search', text: 'q', sources: [{ title: 'a.pdf', url: null }] },
  ],
  ['code', { type: 'code_interpreter_call', code: 'print(1)' }, { tool: 'code', text: 'print(1)' }],
  [
    'a call of an MCP server',
    { type: 'mcp_call', server_label: 'docs', name: 'find', arguments: '{}' },
    { tool: 'mcp', name: 'docs: find', text: '{}' },
  ],
  [
    'a failed call',
    { type: 'mcp_call', server_label: 'd', name: 'f', arguments: '', error: 'x' },
    { state: 'failed' },
  ],
  [
    'a list of tools',
    { type: 'mcp_list_tools', server_label: 'docs', tools: [] },
    { tool: 'mcp', name: 'docs' },
  ],
  [
    'a wish for approval',
    { type: 'mcp_approval_request', server_label: 'docs', name: 'drop', arguments: '{}' },
    { tool: 'mcp', name: 'docs: drop' },
  ],
  [
    'a function',
    { type: 'function_call', name: 'f', arguments: '{}' },
    { tool: 'function', name: 'f', text: '{}' },
  ],
  [
    'a tool of one’s own',
    { type: 'custom_tool_call', name: 't', input: 'x' },
    { tool: 'function', text: 'x' },
  ],
  [
    'what nobody knows yet',
    { type: 'teleport_call' },
    { tool: 'other', name: 'teleport_call', state: 'done' },
  ],
])('%s is a step', (_, item, step) => {
  expect(shown([], [item]).parts).toMatchObject([{ kind: 'step', at: 0, ...step }]);
});

test.each([
  ['response.code_interpreter_call_code.delta', { type: 'code_interpreter_call', code: '' }],
  ['response.mcp_call_arguments.delta', { type: 'mcp_call', server_label: 'd', name: 'f', arguments: '' }],
  ['response.function_call_arguments.delta', { type: 'function_call', name: 'f', arguments: '' }],
  ['response.custom_tool_call_input.delta', { type: 'custom_tool_call', name: 't', input: '' }],
])('%s lets its step grow', (type, item) => {
  const pieces = ['a', 'b'].map((delta) => ({ type, output_index: 0, delta }));
  expect(shown([added(item), ...pieces]).parts).toMatchObject([{ text: 'ab', state: 'running' }]);
});

test.each([
  'file_search_call',
  'code_interpreter_call',
  'image_generation_call',
  'mcp_call',
  'mcp_list_tools',
])('a %s is done when its event says so', (type) => {
  const item = { type, queries: [], code: '', server_label: 'd', name: 'f', arguments: '', result: null };
  const completed = { type: `response.${type}.completed`, output_index: 0 };
  expect(shown([added(item), completed]).parts).toMatchObject([{ state: 'done' }]);
});

test('a picture is shown as far as it is drawn, and then whole', () => {
  const item = { type: 'image_generation_call', status: 'generating', result: null };
  const partial = {
    ...{ type: 'response.image_generation_call.partial_image', output_index: 0 },
    ...{ partial_image_b64: 'AAA', output_format: 'webp' },
  };
  const image = { kind: 'image', at: 0 };
  expect(shown([added(item), partial]).parts[1]).toEqual({
    ...image,
    data: 'data:image/webp;base64,AAA',
    done: false,
  });
  const finished = { ...item, status: 'completed', result: 'BBB', output_format: 'webp' };
  expect(shown([added(item), partial, done(finished)]).parts).toMatchObject([
    { kind: 'step', tool: 'image', state: 'done' },
    { ...image, data: 'data:image/webp;base64,BBB', done: true },
  ]);
});

test('a citation stands where the words that rest on it end', () => {
  const url = { type: 'url_citation', url: 'https://a.example/', title: 'A', start_index: 0, end_index: 3 };
  const file = { type: 'file_citation', file_id: 'f', filename: 'a.pdf', index: 0 };
  const annotate = (annotation: object, annotation_index: number): Sent => ({
    ...{ type: 'response.output_text.annotation.added', output_index: 1, content_index: 0 },
    ...{ annotation_index, annotation },
  });
  const events = [say('Hm.'), say('Sky is blue.', 1), annotate(url, 0), annotate(file, 1)];
  const parts = [
    { kind: 'citation', at: 8, source: { title: 'A', url: 'https://a.example/' } },
    { kind: 'citation', at: 17, source: { title: 'a.pdf', url: null } },
  ];
  expect(shown(events).parts).toEqual(parts);
  const output = [message(words('Hm.')), message(words('Sky is blue.', [url, file]))];
  expect(shown(events, output).parts).toEqual(parts);
  expect(shown([], output).parts).toEqual(parts);
});

test('an event that is not known is passed over and said to be', () => {
  const reducer = new ResponseReducer();
  expect(reducer.read({ type: 'response.future.thing' } as unknown as ResponseStreamEvent)).toBeNull();
  expect(reducer.read({ type: 'constructor' } as unknown as ResponseStreamEvent)).toBeNull();
});
