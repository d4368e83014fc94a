/** Requests through proxies, and to servers for which an authority of the account's own vouches; all of it is real. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Network } from '../../src/main/shell/network';
import type { ErrorCode } from '../../src/shared/errors';
import type { Proxy } from '../../src/shared/settings';
import { fileVault } from '../core/file-vault.ts';
import { startForwardProxy, type ForwardProxy } from '../fakes/forward-proxy.ts';
import { startOpenAiServer, type OpenAiServer } from '../fakes/openai-server.ts';
import { authority, tlsServers } from '../fakes/tls-servers.ts';
import { closedPort } from '../fakes/unreachable.ts';
import { startEngine } from './engine.ts';

vi.mock('electron', async () => {
  const { net, session } = await import('../standin/session.ts');
  return { net, session };
});

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
  const network: Network = new Network((of) => engine.app.network.passwords.read(of));
  network.apply({ mode: 'system', server: '', bypass: '', ...proxy });
  const folder = mkdtempSync(join(tmpdir(), 'parley-proxies-'));
  const vault = fileVault(folder);
  const engine = startEngine({ address, fetch: network.fetch, network, vault });
  closing.push(() => rmSync(folder, { recursive: true, force: true }));
  closing.push(() => engine.close());
  return { network, engine, vault, ask: async () => (await engine.ask('Why?')).answer };
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

const login = 'ann:pass word';
const [user = '', password = ''] = login.split(':');

test.each(['http', 'https'] as const)(
  'a proxy is given the password that it asks for, on the way to %s',
  async (scheme) => {
    const trusted = await startOpenAiServer({ key: null, tls: true });
    closing.push(() => trusted.close());
    const proxy = await startProxy({ password: login });
    const at = { ...manual(proxy.address, '<-loopback>'), user };
    const secure = trusted.address.replace('127.0.0.1', 'localhost');
    const { engine, network, vault, ask } = start(scheme === 'http' ? ADDRESS : secure, at);
    const [account] = engine.app.accounts.all();
    engine.app.accounts.change({ id: account?.id ?? '', changes: { authority } });
    expect((await ask()).error?.code).toBe('PROXY_PASSWORD');

    await engine.app.network.passwords.keep({ server: proxy.address, user, password, keepIn: 'keychain' });
    expect(await ask()).toMatchObject({ status: 'done', error: null });
    const { requests } = proxy;
    expect(requests.length).toBeGreaterThan(1);
    const before = requests.length;
    expect((await ask()).status).toBe('done');
    expect(requests.length - before).toBe(1); // It is remembered, as long as the proxy is the same.
    expect(await engine.app.network.test(null)).toMatchObject({ error: null });
    expect(await vault.read(`proxy ${user}@${proxy.address}`)).toBe(password);
    expect(readFileSync(engine.libraryPath).includes(password)).toBe(false);

    await engine.app.network.passwords.forget({ server: proxy.address, user });
    network.apply({ ...at, user: 'bob' });
    expect((await ask()).error?.code).toBe('PROXY_PASSWORD');
  },
);

test('a password that is wrong is given once for each question, and no more', async () => {
  const proxy = await startProxy({ password: login });
  const { engine, ask } = start(ADDRESS, { ...manual(proxy.address), user });
  await engine.app.network.passwords.keep({
    ...{ server: proxy.address, user, password: 'guess', keepIn: 'run' },
  });
  expect((await ask()).error?.code).toBe('PROXY_PASSWORD');
  expect(proxy.requests).toHaveLength(2);
});

test('a password is for the proxy that it was given for', async () => {
  const trap = await startProxy({ password: login });
  const { engine, network } = start(ADDRESS, { ...manual('http://proxy.corp:3128'), user });
  const keep = { server: 'http://proxy.corp:3128', user, password, keepIn: 'run' } as const;
  await engine.app.network.passwords.keep(keep);
  const { hostname, port } = new URL(trap.address);
  const given = (host: string, at: number, isProxy = true) =>
    new Promise((give) =>
      network.answer({ isProxy, scheme: 'basic', host, port: at, realm: '' }, (...by) => give(by)),
    );
  expect(await given(hostname, Number(port))).toEqual([]);
  expect(await given('proxy.corp', 3129)).toEqual([]);
  expect(await given('proxy.corp', 3128, false)).toEqual([]);
  expect(await given('proxy.corp', 3128)).toEqual([user, password]);
});

test('what is not wanted any longer asks no proxy', async () => {
  const proxy = await startProxy({ password: login });
  const { network } = start(ADDRESS, { ...manual(proxy.address), user });
  const controller = new AbortController();
  controller.abort(new Error('It is not wanted.'));
  const { signal } = controller;
  await expect(network.fetch(`${ADDRESS}/models`, { signal })).rejects.toThrow('It is not wanted.');
  expect(proxy.requests).toEqual([]);
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
  const network = new Network(() => Promise.resolve(null));
  const ask = (fetch: typeof globalThis.fetch, port: string) =>
    fetch(`https://localhost:${port}/v1/models`).then(
      () => 'answered',
      (thrown: unknown) => (thrown as Error).message,
    );
  const { port } = new URL(servers.addresses.trusted);
  expect(await ask(network.trusting(authority, 'localhost'), port)).toBe('answered');
  expect(await ask(network.trusting(authority, '127.0.0.1'), port)).toBe('net::ERR_CERT_AUTHORITY_INVALID');
});
