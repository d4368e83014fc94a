import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { startOpenAiServer } from '../../../tests/fakes/openai-server.ts';
import { OpenAiServer } from './openai-server';

const server = new OpenAiServer(fetch);
let end = async () => {};
afterEach(() => end());

/** A server that answers every request with one body. */
async function answering(status: number, type: string, body: string): Promise<string> {
  const http = createServer((_, response) => response.writeHead(status, { 'content-type': type }).end(body));
  await new Promise<void>((listening) => http.listen(0, '127.0.0.1', listening));
  end = () => new Promise((closed) => (http.closeAllConnections(), http.close(() => closed())));
  return `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
}

test('models are listed newest first, with the day on which they end', async () => {
  const fake = await startOpenAiServer({ key: null });
  end = () => fake.close();
  const models = await server.models({ address: fake.address, key: null, organization: null, project: null });
  expect(models).toContainEqual({ id: 'gpt-4o', shutdownAt: Date.parse('2027-01-14') });
});

test.each([
  ['a page of another kind of server', 200, 'text/html', '<!doctype html><title>Router</title>'],
  ['Ollama without /v1', 404, 'text/plain', '404 page not found'],
  ['vLLM without /v1', 404, 'application/json', '{"detail":"Not Found"}'],
  [
    'LM Studio without /v1',
    200,
    'application/json',
    '{"error":"Unexpected endpoint or method. (GET /models)"}',
  ],
])('%s is no server of this kind', async (_, status, type, body) => {
  const address = await answering(status, type, body);
  await expect(
    server.models({ address, key: null, organization: null, project: null }),
  ).rejects.toMatchObject({ code: 'NOT_A_SERVER' });
});

test('a list that tells nothing but names, and one of them twice, will do', async () => {
  const address = await answering(
    200,
    'application/json',
    '{"data":[{"id":"llama"},{"id":"qwen"},{"id":"llama"}]}',
  );
  const models = await server.models({ address, key: null, organization: null, project: null });
  expect(models).toEqual([
    { id: 'llama', shutdownAt: null },
    { id: 'qwen', shutdownAt: null },
  ]);
});
