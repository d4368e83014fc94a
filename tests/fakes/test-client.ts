/** For the tests of the fakes: a fake, and the real SDK as Parley uses it. */
import OpenAI from 'openai';
import { toResponseInputItems } from 'openai/lib/responses/ResponseInputItems';
import type {
  ResponseCreateParamsStreaming,
  ResponseInputItem,
  ResponseStreamEvent,
} from 'openai/resources/responses/responses';
import { afterEach } from 'vitest';
import { startOpenAiServer, type OpenAiServer } from './openai-server.ts';

const KEY = 'sk-test-0123456789';
const running: { close(): Promise<void> }[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()));
});

/** Closed when the test is over. */
export async function closing<S extends { close(): Promise<void> }>(starting: Promise<S>): Promise<S> {
  const server = await starting;
  running.push(server);
  return server;
}

export const clientOf = (baseURL: string, apiKey = KEY): OpenAI =>
  new OpenAI({ apiKey, baseURL, organization: null, project: null, maxRetries: 0, logLevel: 'off' });

export async function setUp(options: { key?: string | null; send?: string } = {}) {
  const { key = KEY, send = KEY } = options;
  const server: OpenAiServer = await closing(startOpenAiServer({ key }));
  return { server, client: clientOf(server.address, send) };
}

export const question = {
  model: 'gpt-6.2-sol',
  input: [{ role: 'user', content: 'Why is the sky blue?' }] as ResponseInputItem[],
  stream: true,
  store: false,
} satisfies ResponseCreateParamsStreaming;

/** Some tests ask what is wrong. */
export async function ask(client: OpenAI, request: object = {}): Promise<ResponseStreamEvent[]> {
  const events: ResponseStreamEvent[] = [];
  const body = { ...question, ...request } as ResponseCreateParamsStreaming;
  for await (const event of await client.responses.create(body)) events.push(event);
  return events;
}

export const textOf = (events: readonly ResponseStreamEvent[]): string =>
  events.map((event) => (event.type === 'response.output_text.delta' ? event.delta : '')).join('');

export const lastOf = (events: readonly ResponseStreamEvent[]) => events.at(-1)?.type;

/** The response that the last event carries. */
export function responseIn(events: readonly ResponseStreamEvent[]) {
  const end = events.at(-1);
  if (!end || !('response' in end)) throw new Error(`No response in ${String(end?.type)}`);
  return end.response;
}

/** The question, an answer to it as Parley sends it back, and another question. */
export function goingOn(events: readonly ResponseStreamEvent[]): ResponseInputItem[] {
  const answered = toResponseInputItems(responseIn(events).output);
  return [...question.input, ...answered, { role: 'user', content: 'And at dusk?' }];
}

export async function refusalOf(asked: Promise<unknown>): Promise<InstanceType<typeof OpenAI.APIError>> {
  const thrown = await asked.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (thrown instanceof OpenAI.APIError) return thrown;
  throw new Error('It was not refused.', { cause: thrown });
}
