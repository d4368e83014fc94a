/** A server that speaks Chat Completions and nothing newer, as many that people run at home do. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { ChatStream, wholeChat, writeChat, type Chunk, type WrittenChat } from './chat-answer.ts';
import { checkChat, type ChatRequest } from './check-chat.ts';
import { HeldChat } from './held-chat.ts';
import { refusal, type HttpAnswer } from './openai-errors.ts';

export { says } from './chat-answer.ts';

/** Pieces that are sent exactly as they are; or words; or an answer of HTTP; or what the test says in time. */
type Answer = readonly Chunk[] | WrittenChat | HttpAnswer | HeldChat;

export interface ChatServer {
  readonly address: string;
  /** The bodies of the questions so far, also of those that were refused. */
  readonly questions: readonly unknown[];
  /** What the next questions get, in this order. */
  script(...answers: readonly Answer[]): void;
  /** The next question waits for what the test says. */
  hold(): HeldChat;
  setModels(names: readonly string[]): void;
  close(): Promise<void>;
}

/**
 * Answers every question for which nothing is scripted with these pieces, each an object or the raw data of an event,
 * and then closes; without them, it repeats the question.
 */
export async function startChatServer(chunks?: readonly Chunk[]): Promise<ChatServer> {
  const questions: unknown[] = [];
  const queue: Answer[] = [];
  let models: readonly string[] = ['llama3'];

  async function serve(request: IncomingMessage, http: ServerResponse): Promise<void> {
    if (request.url === '/v1/models') {
      return sendJson(http, { status: 200, body: { object: 'list', data: models.map((id) => ({ id })) } });
    }
    if (request.url !== '/v1/chat/completions') {
      http.writeHead(404, { 'content-type': 'text/plain' });
      return void http.end('404 page not found');
    }
    const body = await json(request).catch(() => null);
    questions.push(body);
    const checked = body === null ? { refused: refusal(400, 'invalid JSON') } : checkChat(body);
    if ('refused' in checked) return sendJson(http, checked.refused);
    await answer(queue.shift() ?? chunks ?? echo(checked.request), checked.request, http);
  }

  const server = createServer((request, http) => {
    serve(request, http).catch((thrown: unknown) => {
      // A client that leaves in mid-request is no fault of the server.
      if (!request.destroyed) console.error(thrown);
      http.destroy();
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));

  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    questions,
    script: (...answers) => void queue.push(...answers),
    hold() {
      const answer = new HeldChat();
      queue.push(answer);
      return answer;
    },
    setModels(names) {
      models = names;
    },
    close: () => new Promise((closed) => (server.closeAllConnections(), server.close(() => closed()))),
  };
}

async function answer(answer: Answer, request: ChatRequest, http: ServerResponse): Promise<void> {
  if (answer instanceof HeldChat) return answer.begin(new ChatStream(http, request), request, http);
  if ('words' in answer) {
    if (!request.stream) return sendJson(http, { status: 200, body: wholeChat(request, answer) });
    return writeChat(answer, new ChatStream(http, request, !answer.without?.includes('ids')));
  }
  if ('status' in answer) return sendJson(http, answer);
  const stream = new ChatStream(http, request);
  for (const chunk of answer) stream.raw(chunk);
  stream.cut();
}

function echo({ messages }: ChatRequest): WrittenChat {
  const asked = messages.at(-1)?.content;
  return { words: ['You asked: ', typeof asked === 'string' ? asked : 'something'] };
}

function sendJson(http: ServerResponse, { status, body, headers = {} }: HttpAnswer): void {
  const type = typeof body === 'string' ? 'text/html' : 'application/json';
  http.writeHead(status, { 'content-type': type, ...headers });
  http.end(typeof body === 'string' ? body : JSON.stringify(body));
}
