/**
 * A server that speaks OpenAI's Responses API, on this machine only, and answers what a test tells it to.
 *
 * Answers are taken in the order in which they were scripted; when none is left, a few sentences that
 * repeat the question. `hold()` gives an answer that the test writes piece by piece, so nothing has to wait
 * for a fixed time. A request that OpenAI would refuse is refused, and takes no answer from the script.
 */
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse,
} from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { text as readText } from 'node:stream/consumers';
import {
  checkCompact,
  checkCount,
  checkRequest,
  type Checked,
  type ResponsesRequest,
} from './check-request.ts';
import { compacted } from './compaction.ts';
import { HeldAnswer, type HeldOptions } from './held-answer.ts';
import { htmlPage, noKey, refusal, wrongKey, type HttpAnswer } from './openai-errors.ts';
import { inputTokens } from './response-body.ts';
import { ResponseStream, type StreamOptions } from './response-stream.ts';
import { trusted } from './tls-servers.ts';
import { ServerRules } from './server-rules.ts';
import { EventSender, newId, WholeSender } from './wire.ts';
import { write, type WrittenAnswer } from './written-answer.ts';

export type { WrittenAnswer } from './written-answer.ts';

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
  /** It speaks TLS, with the certificate that the authority of `tls-servers.ts` has signed. */
  readonly tls?: boolean;
  /** What is said when nothing is scripted. */
  readonly answer?: (request: ResponsesRequest) => WrittenAnswer | HttpAnswer;
}

type Answer = WrittenAnswer | HttpAnswer | HeldAnswer;

export type OpenAiServer = Awaited<ReturnType<typeof startOpenAiServer>>;

export async function startOpenAiServer(options: Options) {
  const requests: RecordedRequest[] = [];
  const queue: Answer[] = [];
  const rules = new ServerRules();
  const { answer: unscripted = echo } = options;
  let keepWords = true;

  const modelNames = () => rules.models.map(({ id }) => id);

  async function answer(request: ResponsesRequest, http: ServerResponse): Promise<void> {
    const refused = rules.refusalOf(request);
    if (refused) return sendHttp(http, refused);
    const next = queue.shift() ?? unscripted(request);
    const stream = (about: Omit<StreamOptions, 'seal'>) => {
      const sender = request.stream ? new EventSender(http) : new WholeSender(http);
      return new ResponseStream(sender, request, { ...about, seal: rules.seal });
    };
    if (next instanceof HeldAnswer) next.begin(stream(next.options), request, http);
    else if ('status' in next) sendHttp(http, next);
    else await write(next, stream(next));
  }

  function models(): HttpAnswer {
    return rules.modelsRefusal ?? { status: 200, body: { object: 'list', data: rules.models } };
  }

  function compact(body: unknown): HttpAnswer {
    return checked(checkCompact(body, modelNames()), (request) => {
      const refused = rules.compactionRefusal ?? rules.sealRefusalOf(request.input);
      return refused ?? { status: 200, body: compacted(request, rules.seal, keepWords) };
    });
  }

  function count(body: unknown): HttpAnswer {
    return checked(checkCount(body, modelNames()), ({ input, instructions }) => {
      const tokens = inputTokens({ input: input ?? '', instructions: instructions ?? null });
      return { status: 200, body: { object: 'response.input_tokens', input_tokens: tokens } };
    });
  }

  async function serve(request: IncomingMessage, http: ServerResponse): Promise<void> {
    const raw = await readText(request);
    const { method = '', url = '', headers } = request;
    const path = url.split('?')[0] ?? '';
    const body = parse(raw);
    requests.push({ method, path, headers, body });
    http.setHeader('x-request-id', newId('req'));

    const route = `${method} ${path}`;
    if (!routes.includes(route)) return sendHttp(http, noSuchPage);
    const denied = checkKey(headers, options.key);
    if (denied) return sendHttp(http, denied);
    if (route === 'GET /v1/models') return sendHttp(http, models());
    if (body === undefined) return sendHttp(http, refusal(400, 'We could not parse the JSON body.'));
    if (route === 'POST /v1/responses/compact') return sendHttp(http, compact(body));
    if (route === 'POST /v1/responses/input_tokens') return sendHttp(http, count(body));
    const asked = checkRequest(body, modelNames());
    if ('refused' in asked) return sendHttp(http, asked.refused);
    await answer(asked.request, http);
  }

  const server = serverOf(options.tls ?? false, (request, http) => {
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

  const { setModels, refuseModels, refuseCompaction, refuseStreaming, refuseParameters } = rules;
  return {
    port,
    address: `${options.tls ? 'https' : 'http'}://127.0.0.1:${port}/v1`,
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
    hold(about: HeldOptions = {}): HeldAnswer {
      const answer = new HeldAnswer(about);
      queue.push(answer);
      return answer;
    },
    setModels,
    refuseModels,
    refuseCompaction,
    refuseStreaming,
    refuseParameters,
    limitContext: rules.limitContext,
    forgetSealed: rules.forgetSealed,
    /** A compacted conversation keeps nothing but the sealed summary: the way below any limit. */
    dropWordsWhenCompacting(): void {
      keepWords = false;
    },
    /** Ends everything, also what is held or stalled. */
    async close(): Promise<void> {
      const closed = new Promise((done) => server.close(done));
      server.closeAllConnections();
      await closed;
    },
  };
}

const routes = [
  'GET /v1/models',
  'POST /v1/responses',
  'POST /v1/responses/compact',
  'POST /v1/responses/input_tokens',
];

const noSuchPage: HttpAnswer = {
  ...htmlPage(404),
  body: '<!doctype html><title>404 Not Found</title><h1>Not Found</h1>',
};

function checked<R>(asked: Checked<R>, answer: (request: R) => HttpAnswer): HttpAnswer {
  return 'refused' in asked ? asked.refused : answer(asked.request);
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

function serverOf(tls: boolean, listener: RequestListener) {
  return tls ? createTlsServer(trusted, listener) : createServer(listener);
}
