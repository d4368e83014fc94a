/** An answer of Chat Completions that the test paces. What is said before the question arrives is sent when it does. */
import type { ServerResponse } from 'node:http';
import type { ChatStream, Chunk } from './chat-answer.ts';
import type { ChatRequest } from './check-chat.ts';

export class HeldChat {
  readonly #asked = Promise.withResolvers<ChatRequest>();
  readonly #closed = Promise.withResolvers<void>();
  #pending: ((stream: ChatStream) => void)[] = [];
  #stream: ChatStream | null = null;

  /** Resolves with the question's request. */
  readonly asked: Promise<ChatRequest> = this.#asked.promise;
  /** Resolves when the client has left before the answer's end. */
  readonly closed: Promise<void> = this.#closed.promise;

  send(content: string): void {
    this.#do((stream) => stream.delta({ content }));
  }

  think(thought: string, field: 'reasoning_content' | 'reasoning' = 'reasoning_content'): void {
    this.#do((stream) => stream.delta({ [field]: thought }));
  }

  /** Exactly this piece. */
  chunk(chunk: Chunk): void {
    this.#do((stream) => stream.raw(chunk));
  }

  finish(reason: Parameters<ChatStream['finish']>[0] = 'stop'): void {
    this.#do((stream) => stream.finish(reason));
  }

  /** Ends the body without a reason. */
  cut(): void {
    this.#do((stream) => stream.cut());
  }

  /** Tears the connection down. */
  reset(): void {
    this.#do((stream) => stream.reset());
  }

  /** For the server: the question has come. */
  begin(stream: ChatStream, request: ChatRequest, http: ServerResponse): void {
    http.on('close', () => {
      if (!http.writableEnded) this.#closed.resolve();
    });
    this.#stream = stream;
    for (const step of this.#pending) step(stream);
    this.#pending = [];
    this.#asked.resolve(request);
  }

  #do(step: (stream: ChatStream) => void): void {
    if (this.#stream) step(this.#stream);
    else this.#pending.push(step);
  }
}
