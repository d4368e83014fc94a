/** Before the tests in the browser: the real core on a real library, behind a small HTTP server on this machine. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import type { TestProject } from 'vitest/node';
import type { CallName, Input } from '../../src/shared/contract';
import { AppError } from '../../src/shared/errors';
import { buildCore, Core } from '../core/core';
import type { ResponsesRequest } from '../fakes/check-request.ts';
import { questionIn, startOpenAiServer, type WrittenAnswer } from '../fakes/openai-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    bridge: string;
  }
}

/** What is asked with this word is answered in part only, and the rest never comes. */
export const SLOWLY = 'slowly';

function answer(request: ResponsesRequest): WrittenAnswer {
  const question = questionIn(request);
  if (question.startsWith('Your last answer broke off')) return { words: ['and', ' on.'] };
  if (question.includes(SLOWLY)) return { words: ['Half of ', 'it '], end: 'stall' };
  return { words: ['All ', 'of ', 'it.'] };
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const openai = await startOpenAiServer({ key: null, answer });
  const folder = mkdtempSync(join(tmpdir(), 'parley-property-'));
  const core = await Core.start(await buildCore(), join(folder, 'library.sqlite'));
  await core.call('accounts.connect', {
    ...{ id: crypto.randomUUID(), name: '', address: openai.address, key: null, keepIn: 'run' },
    ...{ organization: null, project: null },
  });
  const http = createServer((request, response) => void serve(core, request, response));
  await new Promise<void>((listening) => http.listen(0, '127.0.0.1', listening));
  project.provide('bridge', `http://127.0.0.1:${(http.address() as AddressInfo).port}`);
  return async () => {
    http.closeAllConnections();
    http.close();
    await core.close();
    await openai.close();
    rmSync(folder, { recursive: true, force: true });
  };
}

async function serve(core: Core, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const headers = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' };
  if (request.url === '/events') {
    response.writeHead(200, { ...headers, 'content-type': 'text/event-stream' });
    response.write('\n');
    const stop = core.listen(({ event }) => response.write(`data: ${JSON.stringify(event)}\n\n`));
    return void response.on('close', stop);
  }
  if (request.method !== 'POST') return void response.writeHead(204, headers).end();
  const reply = await (request.url === '/restart' ? core.restart() : call(core, request)).then(
    (value) => ({ ok: true, value }),
    (thrown: unknown) => ({ ok: false, error: AppError.from(thrown).toData() }),
  );
  response.writeHead(200, { ...headers, 'content-type': 'application/json' }).end(JSON.stringify(reply));
}

async function call(core: Core, request: IncomingMessage): Promise<unknown> {
  const { name, input } = (await json(request)) as { name: CallName; input: Input<CallName> };
  return core.call(name, input);
}
