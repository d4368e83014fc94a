import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isProvenBy } from './certificate-check';

const pem = (name: string) => readFileSync(`tests/fakes/tls/${name}.pem`, 'utf8');
const authority = pem('authority');
const shown = (name: string, hostname = 'localhost') => ({ hostname, chain: [pem(name)] });

test('an authority vouches for a server that it has signed, by name and by address', () => {
  expect(isProvenBy(authority, shown('trusted'))).toBe(true);
  expect(isProvenBy(authority, shown('trusted', '127.0.0.1'))).toBe(true);
});

test('a certificate that signs itself vouches for its own server', () => {
  expect(isProvenBy(pem('self-signed'), shown('self-signed'))).toBe(true);
  expect(isProvenBy(authority, shown('self-signed'))).toBe(false);
});

test('no authority vouches for another name, nor for a certificate whose time is over', () => {
  expect(isProvenBy(authority, shown('wrong-host'))).toBe(false);
  expect(isProvenBy(authority, shown('wrong-host', 'elsewhere.test'))).toBe(true);
  expect(isProvenBy(authority, shown('trusted', 'example.com'))).toBe(false);
  expect(isProvenBy(authority, shown('trusted', '127.0.0.2'))).toBe(false);
  expect(isProvenBy(authority, shown('expired'))).toBe(false);
  expect(isProvenBy(pem('expired'), shown('expired'))).toBe(false);
});

test('an authority vouches for nobody once its own time is over', () => {
  expect(isProvenBy(authority, shown('trusted'), Date.parse('2200-01-01'))).toBe(false);
});

test('who is no authority vouches only for itself', () => {
  expect(isProvenBy(pem('trusted'), shown('wrong-host', 'elsewhere.test'))).toBe(false);
});

test('what cannot be read proves nothing', () => {
  expect(isProvenBy('', shown('trusted'))).toBe(false);
  expect(isProvenBy(authority, { hostname: 'localhost', chain: [] })).toBe(false);
  expect(isProvenBy(authority, { hostname: 'localhost', chain: ['nonsense'] })).toBe(false);
  expect(isProvenBy(authority, { hostname: 'localhost', chain: [pem('trusted'), 'nonsense'] })).toBe(false);
});
