import { expect, test } from 'vitest';
import { billOf } from './bill';

test('the Responses API tells all of it', () => {
  const bill = billOf({
    model: 'gpt-6.2-sol',
    service_tier: 'flex',
    usage: {
      input_tokens: 3_000,
      input_tokens_details: {
        ...{ cached_tokens: 1_024, cache_write_tokens: 512 },
        cache_write_tokens_details: { ttl_30m_tokens: 500, ttl_12h_tokens: 12 },
      },
      output_tokens: 200,
      output_tokens_details: { reasoning_tokens: 150 },
    },
    tool_usage: { web_search: { num_requests: 2 }, image_gen: { total_tokens: 0 } },
  });
  expect(bill).toEqual({
    ...{ model: 'gpt-6.2-sol', tier: 'flex', tools: { web_search: 2 }, writtenFor12Hours: 12 },
    usage: { input: 3_000, cached: 1_024, cacheWritten: 512, output: 200, reasoning: 150 },
  });
});

test('Chat Completions tells it in other words', () => {
  const usage = {
    ...{ prompt_tokens: 100, completion_tokens: 20, prompt_tokens_details: { cached_tokens: 64 } },
    completion_tokens_details: { reasoning_tokens: 8 },
  };
  expect(billOf({ usage }).usage).toEqual({
    input: 100,
    cached: 64,
    cacheWritten: 0,
    output: 20,
    reasoning: 8,
  });
});

test.each([
  null,
  undefined,
  {},
  { usage: null },
  { usage: { input_tokens: 5 } },
  { usage: { input_tokens: '5' } },
])('a server that does not count is not believed to have counted nothing: %j', (response) => {
  expect(billOf(response).usage).toBeNull();
});

test('counts that cannot be are cut to what can', () => {
  const usage = {
    ...{ input_tokens: 100, output_tokens: 10 },
    input_tokens_details: { cached_tokens: 500, cache_write_tokens: -3 },
    output_tokens_details: { reasoning_tokens: 99 },
  };
  expect(billOf({ usage }).usage).toEqual({
    input: 100,
    cached: 100,
    cacheWritten: 0,
    output: 10,
    reasoning: 10,
  });
});
