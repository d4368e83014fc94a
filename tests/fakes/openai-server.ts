/**
 * A server that speaks OpenAI's Responses API, on this machine only, and answers what a test tells it to.
 *
 * Answers are taken in the order in which they were scripted; when none is left, a few sentences that
 * repeat the question. `hold()` gives an answer that the test writes piece by piece, so nothing has to wait
 * for a fixed time.
 */
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as readText } from 'node:stream/consumers';
import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises';
import type { Model } from 'openai/resources/models';
import type { ResponseError } from 'openai/resources/responses/responses';
import { checkRequest, type ResponsesRequest } from './check-request.ts';
import { htmlPage, noKey, refusal, wrongKey, type HttpAnswer } from './openai-errors.ts';
import { newId, ResponseStream, type IncompleteReason } from './response-stream.ts';

/** An answer that runs by itself. */
export interface WrittenAnswer {
  /** The pieces in which the text arrives. */
  readonly words: readonly string[];
  /** The pieces of the summary of its thoughts, which come first. */
  readonly thoughts?: readonly string[];
  /** The pause before each piece. */
  readonly delayMs?: number;
  /**
   * `cut`: the body ends, but no event says so. `reset`: the connection is torn down.
   * `stall`: nothing more comes, and the connection stays open.
   */
  readonly end?: 'completed' | 'incomplete' | 'failed' | 'cut' | 'reset' | 'stall';
}

interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  /** Parsed JSON, `undefined` when there was no body. */
  readonly body: unknown;
}

interface Options {
  /** The key that is asked for; `null` for a server that asks for none. */
  readonly key: string | null;
  /** To come back at an address that has been left. */
  readonly port?: number;
  /** What is said when nothing is scripted. */
  readonly answer?: (request: ResponsesRequest) => WrittenAnswer;
}

const model = (id: string, shutdown_date: string | null = null): Model => ({
  id,
  object: 'model',
  created: 1_790_000_000,
  owned_by: 'openai',
  shutdown_date,
});

const defaultModels: readonly Model[] = [
  model('text-embedding-3-large'),
  model('gpt-4o', '2027-01-14'),
  model('gpt-6-luna'),
  model('gpt-image-2.6-sunburst'),
  model('gpt-6.2-sol'),
  model('whisper-1', '2027-02-26'),
  model('gpt-6.1-terra'),
  model('omni-moderation-latest'),
  model('gpt-6-astra'),
];

/** An answer that the test paces. What is said before the question arrives is sent when it does. */
export class HeldAnswer {
  readonly #asked = Promise.withResolvers<ResponsesRequest>();
  readonly #closed = Promise.withResolvers<void>();
  #pending: ((stream: ResponseStream) => void)[] = [];
  #stream: ResponseStream | null = null;

  /** Resolves with the question's request. */
  readonly asked: Promise<ResponsesRequest> = this.#asked.promise;
  /** Resolves when the client has left before the answer's end. */
  readonly closed: Promise<void> = this.#closed.promise;

  send(text: string): void {
    this.#do((stream) => stream.say(text));
  }

  think(text: string): void {
    this.#do((stream) => stream.think(text));
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

  /** Ends the body without saying that the answer is over. */
  cut(): void {
    this.#do((stream) => stream.cut());
  }

  /** Tears the connection down. */
  reset(): void {
    this.#do((stream) => stream.reset());
  }

  /** For the server: the question has come. */
  begin(request: ResponsesRequest, http: ServerResponse): void {
    http.on('close', () => {
      if (!http.writableEnded) this.#closed.resolve();
    });
    this.#stream = new ResponseStream(http, request);
    for (const step of this.#pending) step(this.#stream);
    this.#pending = [];
    this.#asked.resolve(request);
  }

  #do(step: (stream: ResponseStream) => void): void {
    if (this.#stream) step(this.#stream);
    else this.#pending.push(step);
  }
}

type Answer = WrittenAnswer | HttpAnswer | HeldAnswer;

export type OpenAiServer = Awaited<ReturnType<typeof startOpenAiServer>>;

export async function startOpenAiServer(options: Options) {
  const requests: RecordedRequest[] = [];
  const queue: Answer[] = [];
  let models = defaultModels;
  let modelsRefusal: HttpAnswer | null = null;
  const { answer: unscripted = echo } = options;

  async function serve(request: IncomingMessage, http: ServerResponse): Promise<void> {
    const raw = await readText(request);
    const { method = '', url = '', headers } = request;
    const path = url.split('?')[0] ?? '';
    const body = parse(raw);
    requests.push({ method, path, headers, body });
    http.setHeader('x-request-id', newId('req'));

    const page = { ...htmlPage(404), body: '<!doctype html><title>404 Not Found</title><h1>Not Found</h1>' };
    const route = `${method} ${path}`;
    if (route !== 'GET /v1/models' && route !== 'POST /v1/responses') return sendHttp(http, page);
    const denied = checkKey(headers, options.key);
    if (denied) return sendHttp(http, denied);
    if (route === 'GET /v1/models') {
      return sendHttp(http, modelsRefusal ?? { status: 200, body: { object: 'list', data: models } });
    }
    if (body === undefined) return sendHttp(http, refusal(400, 'We could not parse the JSON body.'));
    const checked = checkRequest(
      body,
      models.map(({ id }) => id),
    );
    if ('refused' in checked) return sendHttp(http, checked.refused);
    const answer = queue.shift() ?? unscripted(checked.request);
    if (answer instanceof HeldAnswer) answer.begin(checked.request, http);
    else if ('status' in answer) sendHttp(http, answer);
    else await write(answer, new ResponseStream(http, checked.request));
  }

  const server = createServer((request, http) => {
    serve(request, http).catch((thrown: unknown) => {
      // A client that leaves in mid-request is no fault of the server.
      if (!request.destroyed) console.error(thrown);
      http.destroy();
    });
  });
  await new Promise<void>((listening, failed) => {
    server.once('error', failed).listen(options.port ?? 0, '127.0.0.1', listening);
  });
  const { port } = server.address() as AddressInfo; // it listens on TCP

  return {
    port,
    address: `http://127.0.0.1:${port}/v1`,
    /** Every request so far, oldest first, also those that were refused. */
    requests: requests as readonly RecordedRequest[],
    /** The requests for an answer among them. */
    get questions(): readonly ResponsesRequest[] {
      return requests
        .filter(({ method, path }) => method === 'POST' && path === '/v1/responses')
        .map(({ body }) => body as ResponsesRequest)
        .filter((body) => Object.keys(body).length > 0); // an empty one only asks whether there is such a page
    },
    /** What the next questions get, in this order. */
    script(...answers: Answer[]): void {
      queue.push(...answers);
    },
    /** The next question waits for what the test says. */
    hold(): HeldAnswer {
      const answer = new HeldAnswer();
      queue.push(answer);
      return answer;
    },
    /** Changes the list of models; plain names will do. */
    setModels(list: readonly (string | Model)[]): void {
      models = list.map((entry) => (typeof entry === 'string' ? model(entry) : entry));
    },
    /** The list of models is refused, or, with `null`, given again. */
    refuseModels(answer: HttpAnswer | null): void {
      modelsRefusal = answer;
    },
    /** Ends everything, also what is held or stalled. */
    async close(): Promise<void> {
      const closed = new Promise((done) => server.close(done));
      server.closeAllConnections();
      await closed;
    },
  };
}

/** The text of the last thing that the user said. */
export function questionIn(request: ResponsesRequest): string {
  if (typeof request.input === 'string') return request.input;
  const last = request.input.findLast((item) => 'role' in item && item.role === 'user');
  if (!last || !('content' in last) || !last.content) return '';
  if (typeof last.content === 'string') return last.content;
  return last.content.map((part) => ('text' in part ? part.text : '')).join('');
}

function echo(request: ResponsesRequest): WrittenAnswer {
  const said = `You asked: ${questionIn(request)}\n\nThis is a test’s answer. It has two paragraphs.`;
  return { words: said.split(/(?<=\s)/) };
}

async function write({ words, thoughts = [], delayMs = 0, end }: WrittenAnswer, stream: ResponseStream) {
  const pause = () => (delayMs > 0 ? wait(delayMs) : nextTurn());
  for (const piece of thoughts) {
    await pause();
    stream.think(piece);
  }
  for (const piece of words) {
    await pause();
    if (stream.over) return;
    stream.say(piece);
  }
  // Lets what was said leave before a torn connection takes it along.
  await nextTurn();
  if (end === 'stall') return;
  if (end === 'incomplete') stream.incomplete('max_output_tokens');
  else if (end === 'failed') stream.fail({ code: 'server_error', message: 'The model failed.' });
  else if (end === 'cut') stream.cut();
  else if (end === 'reset') stream.reset();
  else stream.complete();
}

function checkKey({ authorization }: IncomingHttpHeaders, key: string | null): HttpAnswer | null {
  if (key === null || authorization === `Bearer ${key}`) return null;
  return authorization ? wrongKey(authorization.replace(/^Bearer /, '')) : noKey();
}

function sendHttp(http: ServerResponse, { status, body, headers = {} }: HttpAnswer): void {
  const page = typeof body === 'string';
  http.writeHead(status, {
    'content-type': page ? 'text/html; charset=utf-8' : 'application/json',
    ...headers,
  });
  http.end(page ? body : JSON.stringify(body));
}

function parse(raw: string): unknown {
  try {
    return raw === '' ? undefined : JSON.parse(raw);
  } catch {
    return undefined; // refused as unreadable where a body is asked for
  }
}
