/**
 * A server whose next answers go wrong as a test says, and whose answers after them are right.
 *
 * It speaks both APIs, checks nothing of what it is asked, and remembers when each request came and when its
 * connection was closed.
 */
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as readText } from 'node:stream/consumers';
import { sendAnswer } from './fault.ts';
import { faults, type FaultName } from './faults.ts';
import { htmlPage } from './openai-errors.ts';
import type { Api, Body } from './speech.ts';

interface MetRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Body;
  /** What it met; `null` for an ordinary answer. */
  readonly fault: FaultName | null;
  /** In milliseconds of `performance.now()`, as `closedAt` is. */
  readonly at: number;
  closedAt: number | null;
  /** Resolves when the answer has ended, or the client has left. */
  readonly closed: Promise<void>;
}

export type FaultServer = Awaited<ReturnType<typeof startFaultServer>>;

export async function startFaultServer() {
  const requests: MetRequest[] = [];
  const next: FaultName[] = [];
  const nextModels: FaultName[] = [];
  const waiting: (() => void)[] = [];
  const elsewhere = await startElsewhere();

  async function serve(request: IncomingMessage, http: ServerResponse): Promise<void> {
    const path = request.url?.split('?')[0] ?? '';
    const body = toBody(await readText(request));
    const fault = faultFor(path);
    requests.push(noted(request, http, { path, body, fault }));
    for (const look of waiting.splice(0)) look();
    const api = path === '/v1/chat/completions' ? 'chat' : 'responses';
    const met = { api, body, request, http, elsewhere: elsewhere.address } as const;
    if (fault) return faults[fault].meet(met);
    if (path === '/v1/models') return sendAnswer(http, { status: 200, body: models });
    if (!apiOf(path)) return sendAnswer(http, htmlPage(404));
    return faults[body['stream'] === true ? 'ok' : 'whole-json'].meet(met);
  }

  function faultFor(path: string): FaultName | null {
    if (path === '/v1/models') return nextModels.shift() ?? null;
    return (apiOf(path) && next.shift()) ?? null;
  }

  const questions = () => requests.filter(({ path }) => apiOf(path) !== null);
  const http = await listen((request, answer) => {
    serve(request, answer).catch((thrown: unknown) => {
      // A client that leaves in mid-request is no fault of the server.
      if (!request.destroyed) console.error(thrown);
      answer.destroy();
    });
  });

  return {
    address: `${http.address}/v1`,
    /** Every request so far, oldest first. */
    requests: requests as readonly Readonly<MetRequest>[],
    /** Those among them that asked for an answer. */
    get questions(): readonly Readonly<MetRequest>[] {
      return questions();
    },
    /** What redirects lead to. */
    elsewhere: elsewhere.requests,
    /** The next questions meet this. Several calls queue up. */
    fail(name: FaultName, times = 1): void {
      next.push(...Array.from({ length: times }, () => name));
    },
    /** The next requests for the list of models meet this. */
    failModels(name: FaultName, times = 1): void {
      nextModels.push(...Array.from({ length: times }, () => name));
    },
    /** Takes back what has not been met yet. */
    recover(): void {
      next.length = 0;
      nextModels.length = 0;
    },
    /** Resolves with this question, counted from 1, when it has come. */
    async asked(count: number): Promise<Readonly<MetRequest>> {
      for (;;) {
        const question = questions()[count - 1];
        if (question) return question;
        await new Promise<void>((look) => waiting.push(look));
      }
    },
    async close(): Promise<void> {
      await Promise.all([http.close(), elsewhere.close()]);
    },
  };
}

const models = {
  object: 'list',
  data: ['gpt-6.2-sol', 'gpt-6-luna', 'llama3'].map((id) => ({
    id,
    object: 'model',
    created: 1_790_000_000,
  })),
};

function apiOf(path: string): Api | null {
  if (path === '/v1/chat/completions') return 'chat';
  return path === '/v1/responses' ? 'responses' : null;
}

function noted(
  { method = '', headers }: IncomingMessage,
  http: ServerResponse,
  about: Pick<MetRequest, 'path' | 'body' | 'fault'>,
): MetRequest {
  const { promise: closed, resolve } = Promise.withResolvers<void>();
  const request: MetRequest = { ...about, method, headers, at: performance.now(), closedAt: null, closed };
  http.once('close', () => {
    request.closedAt = performance.now();
    resolve();
  });
  return request;
}

function toBody(raw: string): Body {
  try {
    return JSON.parse(raw) as Body;
  } catch {
    return {}; // nothing here is refused for what it asks
  }
}

/** Another server, which has a page for whoever comes, and tells who has come. */
async function startElsewhere() {
  const requests: { readonly path: string; readonly headers: IncomingHttpHeaders; readonly body: string }[] =
    [];
  const server = await listen((request, http) => {
    void readText(request).then((body) => {
      requests.push({ path: request.url ?? '', headers: request.headers, body });
      sendAnswer(http, htmlPage());
    });
  });
  return { ...server, requests: requests as readonly (typeof requests)[number][] };
}

async function listen(serve: (request: IncomingMessage, http: ServerResponse) => void) {
  const server = createServer({ requestTimeout: 0 }, serve);
  // A fault that tears its own connection has nobody to tell.
  server.on('connection', (socket) => socket.on('error', () => undefined));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise<void>((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
