import { expect, test } from 'vitest';
import { bypassList, bypassProblem, proxyProblem, proxyServer } from './proxy';

test.each([
  'http://proxy:3128',
  'https://proxy.example.com:443',
  'socks4://10.0.0.1:1080',
  'socks5://[::1]:1080',
  'HTTP://Proxy:8080',
])('%s can be a proxy', (server) => {
  expect(proxyProblem(server)).toBeNull();
});

test.each([
  ['', 'empty'],
  ['proxy:3128', 'scheme'],
  ['ftp://proxy:21', 'scheme'],
  ['http://me:secret@proxy:3128', 'user'],
  ['http://:3128', 'host'],
  ['http://two words:3128', 'port'],
  ['http://proxy', 'port'],
  ['http://proxy:0', 'port'],
  ['http://proxy:70000', 'port'],
  ['http://proxy:3128/way', 'rest'],
  ['http://proxy:3128;direct://', 'rest'],
])('of “%s” the %s is told', (server, problem) => {
  expect(proxyProblem(server)).toBe(problem);
});

test('a proxy that is typed without a scheme speaks HTTP', () => {
  expect(proxyServer(' proxy:3128/ ')).toBe('http://proxy:3128');
  expect(proxyServer('socks5://proxy:1080')).toBe('socks5://proxy:1080');
  expect(proxyServer('')).toBe('');
});

test('hosts that need no proxy are told from what is none', () => {
  const list = bypassList(
    'localhost; *.example.com\n10.0.0.0/8 , .corp, https://api.test:8443,<local>,[::1]',
  );
  expect(list).toBe('localhost, *.example.com, 10.0.0.0/8, .corp, https://api.test:8443, <local>, [::1]');
  expect(bypassProblem(list)).toBeNull();
  expect(bypassProblem('')).toBeNull();
  expect(bypassProblem('localhost, no/host/at all')).toBe('no/host/at');
});
