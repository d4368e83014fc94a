/** A server that speaks Chat Completions and nothing newer, as many that people run at home do. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

export interface ChatServer {
  readonly address: string;
  /** The bodies of the questions so far. */
  readonly questions: readonly unknown[];
  close(): Promise<void>;
}

/** Answers every question with these chunks, each an object or the raw data of an event, and then closes. */
export async function startChatServer(chunks: readonly (object | string)[]): Promise<ChatServer> {
  const questions: unknown[] = [];
  const http = createServer((request, response) => {
    if (request.url === '/v1/models') {
      response.writeHead(200, { 'content-type': 'application/json' });
      return void response.end(JSON.stringify({ data: [{ id: 'llama3' }] }));
    }
    if (request.url !== '/v1/chat/completions') {
      response.writeHead(404, { 'content-type': 'text/plain' });
      return void response.end('404 page not found');
    }
    void json(request).then((body) => {
      questions.push(body);
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      for (const chunk of chunks) {
        response.write(`data: ${typeof chunk === 'string' ? chunk : JSON.stringify(chunk)}\n\n`);
      }
      response.end();
    });
  });
  await new Promise<void>((listening) => http.listen(0, '127.0.0.1', listening));
  return {
    address: `http://127.0.0.1:${(http.address() as AddressInfo).port}/v1`,
    questions,
    close: () => new Promise((closed) => (http.closeAllConnections(), http.close(() => closed()))),
  };
}

/** A piece of an answer; with a reason, its last. */
export const says = (content: string, finish_reason: string | null = null) => ({
  choices: [{ delta: { content }, finish_reason }],
});
