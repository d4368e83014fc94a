import { expect, test } from 'vitest';
import type { AnswerRequest } from '../services/chat-model';
import { toInput, toRequest } from './responses-request';

const question = { role: 'user', text: 'Hi', output: null, compacted: null } as const;
const answer = (text: string, output: readonly unknown[] | null = null) =>
  ({ role: 'assistant', text, output, compacted: null }) as const;

function request(changes: Partial<AnswerRequest> = {}, address = 'https://api.openai.com/v1'): AnswerRequest {
  return {
    connection: { accountId: 'a', address, key: null, organization: null, project: null, api: 'responses' },
    ...{ model: 'gpt-6.2-sol', instructions: null, history: [question], conversationId: 'c', reasons: true },
    ...{ effort: null, verbosity: null, maxOutputTokens: null, without: [] },
    ...{ kind: 'answer', answerId: null, beyondBudget: false },
    ...changes,
  };
}

test('OpenAI’s own server keeps nothing, and is asked for its thoughts where the model has any', () => {
  expect(toRequest(request({ effort: 'low', verbosity: 'high', instructions: 'Be brief.' }))).toEqual({
    model: 'gpt-6.2-sol',
    instructions: 'Be brief.',
    input: [{ role: 'user', content: 'Hi' }],
    stream: true,
    store: false,
    prompt_cache_key: 'c',
    stream_options: { include_obfuscation: false },
    reasoning: { effort: 'low', summary: 'auto' },
    include: ['reasoning.encrypted_content'],
    text: { verbosity: 'high' },
  });
});

test('another server, and a model that does not think, are sent nothing that they may not know', () => {
  const local = request({ model: 'qwen3', reasons: false }, 'http://localhost:11434/v1');
  expect(toRequest(local)).toEqual({
    model: 'qwen3',
    input: [{ role: 'user', content: 'Hi' }],
    stream: true,
    store: false,
  });
});

test('what the model has refused is left out', () => {
  const all = { effort: 'low', verbosity: 'low', instructions: 'Be brief.', maxOutputTokens: 24 } as const;
  const without = [
    ...(['reasoning.effort', 'reasoning.summary', 'text.verbosity', 'include', 'prompt_cache_key'] as const),
    ...(['input.reasoning', 'stream_options', 'stream', 'instructions', 'max_output_tokens'] as const),
  ];
  expect(toRequest(request({ ...all, without }))).toEqual({
    model: 'gpt-6.2-sol',
    input: [{ role: 'user', content: 'Hi' }],
    stream: false,
    store: false,
  });
});

test('a model that is not to think is asked for no summary of it', () => {
  expect(toRequest(request({ effort: 'none', maxOutputTokens: 24 }))).toMatchObject({
    reasoning: { effort: 'none' },
    max_output_tokens: 24,
  });
  expect(toRequest(request({ effort: 'none' })).reasoning).not.toHaveProperty('summary');
});

test('a thought that the server did not encrypt is left out: the server has not kept it', () => {
  const message = { type: 'message', id: 'msg_1', role: 'assistant', status: 'completed', content: [] };
  const output = [{ type: 'reasoning', id: 'rs_1', summary: [] }, { type: 'from_the_future' }, message];
  expect(toInput([question, answer('Hi', output), question])).toEqual([
    { role: 'user', content: 'Hi' },
    message,
    { role: 'user', content: 'Hi' },
  ]);
});

test('an answer that broke off is asked to go on, unless nothing is asked', () => {
  const history = [question, answer('Ray')];
  expect(toInput(history).at(-1)).toEqual({ role: 'user', content: expect.stringContaining('exactly') });
  expect(toInput(history, { asked: false }).at(-1)).toEqual({ role: 'assistant', content: 'Ray' });
});

test('a digest stands in the place of everything that it was made of', () => {
  const digest = { type: 'compaction', id: 'cmp_1', encrypted_content: 'gAAA' };
  const history = [
    question,
    { ...answer('Rayleigh'), compacted: [digest] },
    { ...question, text: 'And red?' },
  ];
  expect(toInput(history)).toEqual([digest, { role: 'user', content: 'And red?' }]);
});

test('thoughts that were sealed for another account are left out', () => {
  const output = [{ type: 'reasoning', id: 'rs_1', summary: [], encrypted_content: 'gAAA' }];
  const history = [question, answer('', output), question];
  expect(toInput(history)).toHaveLength(3);
  expect(toInput(history, { sealed: false })).toHaveLength(2);
});
