import { describe, expect, test } from 'vitest';
import { ask, clientOf, lastOf, question, setUp, textOf } from './test-client.ts';

const said = { type: 'output_text', text: 'Blue.', annotations: [], logprobs: [] };
const answer = { id: 'msg_1', type: 'message', role: 'assistant', status: 'completed', content: [said] };
const shown = { type: 'input_image', detail: 'auto', image_url: 'data:image/png;base64,AA==' };
const thought = { id: 'rs_1', type: 'reasoning', summary: [] };
const call = { id: 'fc_1', type: 'function_call', call_id: 'call_1', name: 'look', arguments: '{}' };

const input = (...items: object[]) => ({ input: [...items, ...question.input] });
const asks = (...content: object[]) => ({ input: [{ role: 'user', content }] });

const refused: readonly (readonly [string, object, string])[] = [
  ['an unknown parameter', { max_tokens: 100 }, 'max_tokens'],
  ['a limit that is too low', { max_output_tokens: 15 }, 'max_output_tokens'],
  ['no model', { model: undefined }, 'model'],
  ['no input', { input: undefined }, 'input'],
  ['an empty input', { input: [] }, 'input'],
  ['instructions in parts', { instructions: [{ type: 'input_text', text: 'Be brief.' }] }, 'instructions'],
  ['a cache key that is too long', { prompt_cache_key: 'k'.repeat(65) }, 'prompt_cache_key'],
  ['an unknown service tier', { service_tier: 'slow' }, 'service_tier'],
  ['something unknown to include', { include: ['reasoning'] }, 'include[0]'],
  ['options of a stream without one', { stream: false, stream_options: {} }, 'stream_options'],
  [
    'an unknown option of a stream',
    { stream_options: { include_usage: true } },
    'stream_options.include_usage',
  ],
  ['a background that stores nothing', { background: true }, 'background'],
  ['an answer that is not kept to go on from', { previous_response_id: 'resp_1' }, 'previous_response_id'],
  ['a temperature for a model that reasons', { temperature: 0.5 }, 'temperature'],
  ['no effort for a model that always reasons', { reasoning: { effort: 'none' } }, 'reasoning.effort'],
  ['an effort that the model does not have', { reasoning: { effort: 'minimal' } }, 'reasoning.effort'],
  ['an effort that does not exist', { reasoning: { effort: 'huge' } }, 'reasoning.effort'],
  ['a summary that does not exist', { reasoning: { summary: 'long' } }, 'reasoning.summary'],
  ['an unknown field of reasoning', { reasoning: { budget: 5 } }, 'reasoning.budget'],
  ['a verbosity that does not exist', { text: { verbosity: 'chatty' } }, 'text.verbosity'],
  ['an unknown field of text', { text: { length: 5 } }, 'text.length'],
  ['effort for a model that cannot', { model: 'gpt-4o', reasoning: { effort: 'low' } }, 'reasoning.effort'],
  [
    'a summary for a model that cannot',
    { model: 'gpt-4o', reasoning: { summary: 'auto' } },
    'reasoning.summary',
  ],
  ['verbosity for a model that cannot', { model: 'gpt-4o', text: { verbosity: 'low' } }, 'text.verbosity'],
  ['an unknown tool', { tools: [{ type: 'telephone' }] }, 'tools[0].type'],
  ['an unknown field of a tool', { tools: [{ type: 'web_search', depth: 3 }] }, 'tools[0].depth'],
  ['a tool that lacks something', { tools: [{ type: 'file_search' }] }, 'tools[0].vector_store_ids'],
  ['an unknown item', input({ type: 'thought' }), 'input[0].type'],
  ['an unknown role', { input: [{ role: 'tool', content: 'x' }] }, 'input[0].role'],
  ['a message without content', { input: [{ role: 'user' }] }, 'input[0].content'],
  ['an answer’s text that a user says', asks(said), 'input[0].content[0].type'],
  ['an image without detail', asks({ ...shown, detail: undefined }), 'input[0].content[0].detail'],
  ['an image with a wrong detail', asks({ ...shown, detail: 'blurred' }), 'input[0].content[0].detail'],
  ['an image that is nowhere', asks({ ...shown, image_url: undefined }), 'input[0].content[0].image_url'],
  [
    'a file that is nowhere',
    asks({ type: 'input_file', filename: 'a.pdf' }),
    'input[0].content[0].file_data',
  ],
  ['a field that a part does not have', asks({ ...shown, alt: 'Sky' }), 'input[0].content[0].alt'],
  ['a field of the SDK alone', input({ ...answer, parsed: null }), 'input[0].parsed'],
  ['half an output item', input({ role: 'assistant', content: [said] }), 'input[0].id'],
  [
    'text without its annotations',
    input({ ...answer, content: [{ ...said, annotations: undefined }] }),
    'input[0].content[0].annotations',
  ],
  [
    'text without its logprobs',
    input({ ...answer, content: [{ ...said, logprobs: undefined }] }),
    'input[0].content[0].logprobs',
  ],
  ['a phase that does not exist', input({ ...answer, phase: 'draft' }), 'input[0].phase'],
  ['an id of another kind', input({ ...answer, id: 'chatcmpl-1' }), 'input[0].id'],
  ['thoughts without a summary', input({ id: 'rs_1', type: 'reasoning' }), 'input[0].summary'],
  ['thoughts without an id', input({ type: 'reasoning', summary: [] }), 'input[0].id'],
  ['a field that an item does not have', input({ ...call, created_by: 'me' }), 'input[0].created_by'],
  ['an item that lacks a field', input({ type: 'compaction' }), 'input[0].encrypted_content'],
  ['a call without its output', input(call), 'input'],
  ['an output without its call', input({ type: 'function_call_output', call_id: 'c', output: '' }), 'input'],
];

describe('what OpenAI refuses is refused', () => {
  test.each(refused)('%s', async (_, request, param) => {
    const { client } = await setUp();
    const expected = { status: 400, param, type: 'invalid_request_error' };
    await expect(ask(client, request)).rejects.toMatchObject(expected);
  });

  test('a model that the key may not use', async () => {
    const { client } = await setUp();
    const asked = ask(client, { model: 'gpt-4-turbo' });
    await expect(asked).rejects.toMatchObject({ status: 404, code: 'model_not_found' });
  });

  test('thoughts that were neither stored nor sealed', async () => {
    const { client } = await setUp();
    await expect(ask(client, input(thought))).rejects.toMatchObject({ status: 404 });
  });
});

describe('what OpenAI takes is taken', () => {
  const output = { type: 'function_call_output', call_id: 'call_1', output: '{}' };
  test.each([
    ['an answer as a plain string', input({ role: 'assistant', content: 'Blue.' })],
    ['an answer in parts', input({ ...answer, phase: 'final_answer' })],
    ['an image and a file', asks(shown, { type: 'input_file', filename: 'a.pdf', file_data: 'data:,a' })],
    ['a call with its output', input(call, output)],
    ['no instructions', { instructions: null }],
    ['instructions', { instructions: 'Be brief.' }],
    ['an effort that the model has', { reasoning: { effort: 'max', summary: 'auto' } }],
    [
      'no effort where the model has that',
      { model: 'gpt-6-luna', reasoning: { effort: 'none' }, temperature: 0 },
    ],
    ['a temperature for a model that does not reason', { model: 'gpt-4o', temperature: 0.5 }],
    ['verbosity', { text: { verbosity: 'low' } }],
    ['tools', { tools: [{ type: 'web_search' }, { type: 'image_generation', partial_images: 2 }] }],
    ['thoughts that the server has stored', { ...input(thought), store: true }],
  ])('%s', async (_, request) => {
    const { client } = await setUp();
    expect(lastOf(await ask(client, request))).toBe('response.completed');
  });

  test('anything that a model of another house may do', async () => {
    const { server } = await setUp({ key: null });
    server.setModels(['llama-5']);
    const asked = { model: 'llama-5', temperature: 1, reasoning: { effort: 'minimal' } };
    expect(textOf(await ask(clientOf(server.address), asked))).toContain('Why is the sky blue?');
  });
});
