import { expect, test } from 'vitest';
import { serverAddress } from './server-address';

test.each([
  ['https://api.openai.com/v1/', 'https://api.openai.com/v1'],
  ['api.openai.com/v1', 'https://api.openai.com/v1'],
  ['localhost:11434', 'http://localhost:11434'],
  ['http://192.168.1.20:1234/v1?x=1#y', 'http://192.168.1.20:1234/v1'],
  ['https://me:secret@example.org/openai/v1', 'https://example.org/openai/v1'],
  ['http://[::1]:8080', 'http://[::1]:8080'],
])('%s is stored as %s', (typed, stored) => {
  expect(serverAddress(typed, true)).toBe(stored);
});

test.each(['', 'ftp://example.org', 'file:///etc/passwd', 'javascript://x', 'https://', 'http://exa mple'])(
  '“%s” is not an address',
  (typed) => {
    expect(() => serverAddress(typed, false)).toThrow('not the address');
  },
);

test('a key is never sent in the clear to a host on the internet, but a keyless request may go', () => {
  expect(() => serverAddress('http://example.org/v1', true)).toThrow('use https');
  expect(() => serverAddress('http://10.evil.example/v1', true)).toThrow('use https');
  expect(() => serverAddress('http://[2606:4700:4700::1111]/v1', true)).toThrow('use https');
  expect(serverAddress('http://example.org/v1', false)).toBe('http://example.org/v1');
});
