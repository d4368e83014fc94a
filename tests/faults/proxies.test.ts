/** Requests through proxies, and to servers for which an authority of the account's own vouches; all of it is real. */
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Network } from '../../src/main/shell/network';
import type { ErrorCode } from '../../src/shared/errors';
import type { Proxy } from '../../src/shared/settings';
import { startForwardProxy, type ForwardProxy } from '../fakes/forward-proxy.ts';
import { startOpenAiServer, type OpenAiServer } from '../fakes/openai-server.ts';
import { authority, tlsServers } from '../fakes/tls-servers.ts';
import { closedPort } from '../fakes/unreachable.ts';
import { startEngine } from './engine.ts';

vi.mock('electron', async () => ({ session: (await import('../standin/session.ts')).session }));

/** Of a name that only the proxy knows. */
const ADDRESS = 'http://api.test/v1';
const closing: (() => unknown)[] = [];
let server: OpenAiServer;
beforeEach(async () => {
  server = await startOpenAiServer({ key: null });
  closing.push(() => server.close());
});
afterEach(async () => {
  vi.unstubAllEnvs();
  for (const close of closing.splice(0).toReversed()) await close();
});

async function startProxy(options: Parameters<typeof startForwardProxy>[0] = {}): Promise<ForwardProxy> {
  const proxy = await startForwardProxy({ hosts: { 'api.test:80': server.port }, ...options });
  closing.push(() => proxy.close());
  return proxy;
}

function start(address: string, proxy: Partial<Proxy> = {}) {
  const network = new Network();
  network.apply({ mode: 'system', server: '', bypass: '', ...proxy });
  const engine = startEngine({ address, fetch: network.fetch, network });
  closing.push(() => engine.close());
  return { network, engine, ask: async () => (await engine.ask('Why?')).answer };
}

const manual = (server: string, bypass = ''): Proxy => ({ mode: 'manual', server, bypass });

test('a question, the list of models, a test and a price list go by the proxy that is named', async () => {
  const proxy = await startProxy();
  const { engine, ask } = start(ADDRESS, manual(proxy.address));
  expect((await ask()).status).toBe('done');
  expect(proxy.requests).toEqual(['POST http://api.test/v1/responses']);
  expect((await engine.app.models.list(null)).length).toBeGreaterThan(0);
  const tested = await engine.app.network.test(null);
  expect(tested).toMatchObject({
    host: 'api.test',
    way: `PROXY ${new URL(proxy.address).host}`,
    error: null,
  });
  await engine.app.priceList.update('https://prices.test/list.json').catch(() => undefined);
  expect(proxy.requests.slice(1)).toEqual([
    'GET http://api.test/v1/models',
    'GET http://api.test/v1/models',
    'CONNECT prices.test:443',
  ]);
});

test('hosts that need no proxy are asked straight away', async () => {
  const proxy = await startProxy();
  const { engine, network, ask } = start(ADDRESS, manual(proxy.address, 'localhost, *.test'));
  expect((await ask()).error?.code).toBe('HOST_NOT_FOUND');
  expect((await engine.app.network.test(null)).way).toBe('DIRECT');
  expect(proxy.requests).toEqual([]);
  network.apply(manual(proxy.address, 'other.test'));
  expect((await ask()).status).toBe('done');
});

test('the system’s proxy is used until none is wanted', async () => {
  const proxy = await startProxy();
  vi.stubEnv('http_proxy', proxy.address);
  const { network, ask } = start(ADDRESS);
  expect((await ask()).status).toBe('done');
  expect(proxy.requests).toHaveLength(1);
  network.apply({ mode: 'none', server: '', bypass: '' });
  expect((await ask()).error?.code).toBe('HOST_NOT_FOUND');
  expect(proxy.requests).toHaveLength(1);
});

test('a server on this computer needs no proxy', async () => {
  const proxy = await startProxy();
  const { ask } = start(server.address, manual(proxy.address));
  expect((await ask()).status).toBe('done');
  expect(proxy.requests).toEqual([]);
});

test.each([
  ['is down', () => closedPort().then((port) => `http://127.0.0.1:${port}`), 'PROXY_DOWN'],
  ['lets nobody through', () => startProxy({ refuse: 403 }).then(({ address }) => address), 'PROXY_FAILED'],
  [
    'has no way to the server',
    () => startProxy({ refuse: 502 }).then(({ address }) => address),
    'PROXY_FAILED',
  ],
  [
    'asks for a password',
    () => startProxy({ password: 'a:b' }).then(({ address }) => address),
    'PROXY_PASSWORD',
  ],
] as const)('a proxy that %s is told by its own error', async (_, proxy, code) => {
  const { engine, ask } = start('https://api.test/v1', manual(await proxy()));
  const { status, error } = await ask();
  expect([status, error?.code]).toEqual(['failed', code satisfies ErrorCode]);
  expect((await engine.app.network.test(null)).error?.code).toBe(code);
});

test('also where no tunnel is needed a proxy can ask for a password', async () => {
  const proxy = await startProxy({ password: 'a:b' });
  const { ask } = start(ADDRESS, manual(proxy.address));
  expect((await ask()).error?.code).toBe('PROXY_PASSWORD');
});

const selfSigned = readFileSync('tests/fakes/tls/self-signed.pem', 'utf8');

test.each([
  ['trusted', null, 'TLS_FAILED'],
  ['trusted', authority, undefined],
  ['trusted', selfSigned, 'TLS_FAILED'],
  ['self-signed', selfSigned, undefined],
  ['self-signed', authority, 'TLS_FAILED'],
  ['expired', authority, 'TLS_FAILED'],
  ['wrong-host', authority, 'TLS_FAILED'],
] as const)('a server that is %s, by an authority of the account’s own', async (kind, pem, code) => {
  const servers = await tlsServers();
  closing.push(() => servers.close());
  const { engine, ask } = start(servers.addresses[kind]);
  const [account] = engine.app.accounts.all();
  engine.app.accounts.change({ id: account?.id ?? '', changes: { authority: pem } });
  const { error } = await ask();
  expect(error?.code).toBe(code);
  expect(servers.asked.includes(kind)).toBe(code === undefined);
});

test('an authority is good for its own account’s server only', async () => {
  const servers = await tlsServers();
  closing.push(() => servers.close());
  const network = new Network();
  const ask = (fetch: typeof globalThis.fetch, port: string) =>
    fetch(`https://localhost:${port}/v1/models`).then(
      () => 'answered',
      (thrown: unknown) => (thrown as Error).message,
    );
  const { port } = new URL(servers.addresses.trusted);
  expect(await ask(network.trusting(authority, 'localhost'), port)).toBe('answered');
  expect(await ask(network.trusting(authority, '127.0.0.1'), port)).toBe('net::ERR_CERT_AUTHORITY_INVALID');
});
