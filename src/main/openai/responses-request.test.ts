import { expect, test } from 'vitest';
import { toRequest } from './responses-request';

const request = {
  model: 'gpt-6.2-sol',
  history: [{ role: 'user', text: 'Hi', output: null }],
  conversationId: 'c',
} as const;

test('OpenAI’s own server is asked for its encrypted thoughts, where the model has any', () => {
  expect(toRequest(request, 'https://api.openai.com/v1')).toMatchObject({
    store: false,
    prompt_cache_key: 'c',
    include: ['reasoning.encrypted_content'],
  });
  expect(toRequest({ ...request, model: 'gpt-4o' }, 'https://api.openai.com/v1')).not.toHaveProperty(
    'include',
  );
});

test('another server is sent nothing that it may not know', () => {
  expect(toRequest({ ...request, model: 'qwen3' }, 'http://localhost:11434/v1')).toEqual({
    model: 'qwen3',
    input: [{ role: 'user', content: 'Hi' }],
    stream: true,
    store: false,
  });
});

test('a thought that the server did not encrypt is left out: the server has not kept it', () => {
  const message = { type: 'message', id: 'msg_1', role: 'assistant', status: 'completed', content: [] };
  const output = [{ type: 'reasoning', id: 'rs_1', summary: [] }, message];
  const history = [...request.history, { role: 'assistant', text: 'Hi', output }] as const;
  expect(toRequest({ ...request, history }, 'http://localhost:1/v1').input).toEqual([
    { role: 'user', content: 'Hi' },
    message,
  ]);
});
