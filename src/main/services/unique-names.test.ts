import { expect, test } from 'vitest';
import { UniqueNames } from './unique-names';

test('a second chat of the same title gets a number, whatever the case', () => {
  const names = new UniqueNames();
  expect(['Plan', 'plan', 'PLAN'].map((title) => names.of(title, '.md'))).toEqual([
    ...['Plan.md', 'plan (2).md', 'PLAN (3).md'],
  ]);
});

test('a name that is taken before is not given', () => {
  expect(new UniqueNames(['index.html']).of('Index', '.html')).toBe('Index (2).html');
});

test.each([
  ['a/b\\c: d?', 'a-b-c- d-.md'],
  ['../../etc/passwd', 'etc-passwd.md'],
  ['CON', '_CON.md'],
  ['', 'Untitled.md'],
  ['漢字かな 한글', '漢字かな 한글.md'],
  ['v1.2', 'v1.2.md'],
])('the chat %j becomes a file that every system takes', (title, name) => {
  expect(new UniqueNames().of(title, '.md')).toBe(name);
});

test('two thousand chats of one very long title have names of their own', () => {
  const names = new UniqueNames();
  const all = Array.from({ length: 2000 }, () => names.of('x'.repeat(500), '.md'));
  expect(new Set(all).size).toBe(2000);
  expect(Math.max(...all.map(({ length }) => length))).toBeLessThanOrEqual(108);
});
