import OpenAI from 'openai';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDemoServer } from './demo-server.ts';

let server: Awaited<ReturnType<typeof startDemoServer>>;

beforeAll(async () => {
  server = await startDemoServer();
});
afterAll(() => server.close());

/** The beginning of the answer, and how the whole text goes on is not waited for. */
async function beginningOf(input: string): Promise<string> {
  const client = new OpenAI({ apiKey: server.key, baseURL: server.address, maxRetries: 0 });
  let text = '';
  for await (const event of await client.responses.create({ model: 'gpt-6.2-sol', input, stream: true })) {
    if (event.type === 'response.output_text.delta') text += event.delta;
    if (text.length > 20) break;
  }
  return text;
}

test.each([
  ['Why is the sky blue?', 'Sunlight looks white'],
  ['What does a token cost?', 'A token is the unit'],
  ['Hello', 'You can write to Parley'],
])('%s', async (question, beginning) => {
  expect(await beginningOf(question)).toContain(beginning);
});

test('an answer says at its end that no model was asked', async () => {
  const client = new OpenAI({ apiKey: server.key, baseURL: server.address, maxRetries: 0 });
  const stream = client.responses.stream({ model: 'gpt-6.2-sol', input: 'Write a letter' });
  expect(await stream.finalResponse().then(({ output_text }) => output_text)).toMatch(
    /no model was asked\.$/,
  );
});
