/** An answer that the test paces. What is said before the question arrives is sent when it does. */
import type { ResponseError } from 'openai/resources/responses/responses';
import type { ServerResponse } from 'node:http';
import type { ResponsesRequest } from './check-request.ts';
import type { IncompleteReason, ResponseStream, StreamOptions } from './response-stream.ts';
import type { Stages } from './response-tools.ts';
import { play, type Step } from './steps.ts';

/** A step that takes its time: a search that is announced, then runs, then is done. */
export interface RunningStep {
  /** On to the next stage. */
  next(): void;
  /** On to its end. */
  finish(): void;
}

export type HeldOptions = Omit<StreamOptions, 'seal'>;

export class HeldAnswer {
  readonly #asked = Promise.withResolvers<ResponsesRequest>();
  readonly #closed = Promise.withResolvers<void>();
  #pending: ((stream: ResponseStream) => void)[] = [];
  #stream: ResponseStream | null = null;
  readonly options: HeldOptions;

  /** Resolves with the question's request. */
  readonly asked: Promise<ResponsesRequest> = this.#asked.promise;
  /** Resolves when the client has left before the answer's end. */
  readonly closed: Promise<void> = this.#closed.promise;

  constructor(options: HeldOptions = {}) {
    this.options = options;
  }

  send(text: string): void {
    this.do({ say: text });
  }

  think(text: string): void {
    this.do({ think: text });
  }

  refuse(text: string): void {
    this.do({ refuse: text });
  }

  /** Steps as in a script, each done to its end. */
  do(...steps: readonly Step[]): void {
    for (const step of steps) this.start(step).finish();
  }

  /** Only the beginning of a step. */
  start(step: Step): RunningStep {
    let stages: Stages | null = null;
    this.#do((stream) => (stages = play(step, stream)));
    return {
      next: () => this.#do(() => stages?.next()),
      finish: () =>
        this.#do(() => {
          while (stages?.next().done === false);
        }),
    };
  }

  finish(): void {
    this.#do((stream) => stream.complete());
  }

  stopShort(reason: IncompleteReason = 'max_output_tokens'): void {
    this.#do((stream) => stream.incomplete(reason));
  }

  fail(code: ResponseError['code'] = 'server_error', message = 'The model failed.'): void {
    this.#do((stream) => stream.fail({ code, message }));
  }

  /** An `error` event, after which nothing comes. */
  error(code = 'server_error', message = 'The server had an error.'): void {
    this.#do((stream) => stream.error({ code, message }));
  }

  /** Ends the body without saying that the answer is over. */
  cut(): void {
    this.#do((stream) => stream.cut());
  }

  /** Tears the connection down. */
  reset(): void {
    this.#do((stream) => stream.reset());
  }

  /** For the server: the question has come. */
  begin(stream: ResponseStream, request: ResponsesRequest, http: ServerResponse): void {
    http.on('close', () => {
      if (!http.writableEnded) this.#closed.resolve();
    });
    this.#stream = stream;
    for (const step of this.#pending) step(stream);
    this.#pending = [];
    this.#asked.resolve(request);
  }

  #do(step: (stream: ResponseStream) => void): void {
    if (this.#stream) step(this.#stream);
    else this.#pending.push(step);
  }
}
