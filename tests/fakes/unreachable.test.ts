import { readFile } from 'node:fs/promises';
import { request } from 'node:http';
import tls from 'node:tls';
import OpenAI from 'openai';
import { afterEach, expect, test } from 'vitest';
import { readAnswer } from './read-answer.ts';
import { wholeText } from './speech.ts';
import { clientOf, closing } from './test-client.ts';
import { authority, authorityFile, tlsServers } from './tls-servers.ts';
import { closedPort, fetchFailingWith, netErrors, startRefusingProxy } from './unreachable.ts';

const trusted = tls.getCACertificates();
afterEach(() => tls.setDefaultCACertificates(trusted));

const setUp = () => closing(tlsServers());

/** Why the network failed, at the bottom of what the SDK throws. */
function causeOf(thrown: unknown): { readonly code?: string; readonly message: string } {
  return thrown instanceof Error && thrown.cause ? causeOf(thrown.cause) : (thrown as Error);
}

async function ask(address: string) {
  const reading = readAnswer(clientOf(address), 'responses');
  await reading.done;
  return reading;
}

test('a certificate is taken from who trusts its authority, and from nobody else', async () => {
  const { addresses, asked } = await setUp();
  expect(causeOf((await ask(addresses.trusted)).error).code).toBe('UNABLE_TO_VERIFY_LEAF_SIGNATURE');
  tls.setDefaultCACertificates([...trusted, await readFile(authorityFile, 'utf8')]);
  expect((await ask(addresses.trusted)).text).toBe(wholeText);
  expect(asked).toEqual(['trusted']);
});

test.each([
  ['self-signed', 'DEPTH_ZERO_SELF_SIGNED_CERT'],
  ['expired', 'CERT_HAS_EXPIRED'],
  ['wrong-host', 'ERR_TLS_CERT_ALTNAME_INVALID'],
] as const)('a %s certificate is refused even then, before anything is asked', async (kind, code) => {
  const { addresses, asked } = await setUp();
  tls.setDefaultCACertificates([...trusted, authority]);
  const { text, error } = await ask(addresses[kind]);
  expect([text, causeOf(error).code]).toEqual(['', code]);
  expect(asked).toEqual([]);
});

test('a server that speaks no TLS is told from one with a bad certificate', async () => {
  const { notTls } = await setUp();
  expect(causeOf((await ask(notTls)).error).code).toMatch(/^ERR_SSL_/);
});

test('a proxy that asks for a password answers 407 to tunnels and to plain requests', async () => {
  const proxy = await closing(startRefusingProxy());
  const status = (method: string, path: string) =>
    new Promise((resolve, failed) => {
      const { hostname, port } = new URL(proxy.address);
      request({ hostname, port, method, path })
        .on('response', (answer) => resolve(answer.statusCode))
        .on('connect', (answer, socket) => (socket.destroy(), resolve(answer.statusCode)))
        .on('error', failed)
        .end();
    });
  expect(await status('CONNECT', 'api.openai.com:443')).toBe(407);
  expect(await status('GET', 'http://api.openai.com/v1/models')).toBe(407);
  expect(proxy.requests).toEqual([
    'CONNECT api.openai.com:443 HTTP/1.1',
    'GET http://api.openai.com/v1/models HTTP/1.1',
  ]);
});

test('nobody listens at a closed port', async () => {
  const { error } = await ask(`http://127.0.0.1:${await closedPort()}/v1`);
  expect(causeOf(error).code).toBe('ECONNREFUSED');
});

test.each(netErrors)('%s reaches who asks as the SDK’s connection error', async (name) => {
  const client = new OpenAI({
    apiKey: 'sk-test',
    maxRetries: 0,
    logLevel: 'off',
    fetch: fetchFailingWith(name),
  });
  const reading = readAnswer(client, 'responses');
  await reading.done;
  expect(reading.error).toBeInstanceOf(OpenAI.APIConnectionError);
  expect(causeOf(reading.error).message).toBe(name);
});
