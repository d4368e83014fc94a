import { afterEach, expect, test } from 'vitest';
import type { ErrorCode } from '../../shared/errors';
import { speakFrom, words as said } from '../../shared/words';
import { english } from '../../shared/words/english';
import { german } from '../../shared/words/german';
import { waitingWords, wordsFor } from './error-copy';
import { errorWays } from './error-table';

const codes = Object.keys(errorWays) as ErrorCode[];

afterEach(() => speakFrom(() => english));

test.each(codes)('%s has words, and something to do that has a name', (code) => {
  const words = wordsFor({ code, details: {} });
  expect(words.title).toMatch(/^[A-Z].*\.$/);
  expect(words.text).toMatch(/^[A-Z].*\.$/);
  expect(words.actions.length).toBeGreaterThan(0);
  for (const action of words.actions) expect(said.errors.actions[action]).not.toBe('');
  expect(words.title + words.text).not.toMatch(/undefined|null|NaN/);
});

test('no credit says that an API account is not a ChatGPT plan', () => {
  const words = wordsFor({ code: 'NO_CREDIT', details: { host: 'api.openai.com' } });
  expect(words.text).toContain('separate from a ChatGPT plan');
  expect(words.actions[0]).toBe('add-credit');
});

test('the account can be checked where that tells more, after what is likelier to help', () => {
  const offering = codes.filter((code) => errorWays[code].actions.includes('check-account'));
  expect(offering.toSorted()).toEqual([
    ...['BAD_API_KEY', 'HOST_NOT_FOUND', 'KEY_REVOKED', 'MODEL_NOT_FOUND', 'NOT_ALLOWED', 'NOT_A_SERVER'],
    ...['NO_CREDIT', 'PROXY_DOWN', 'PROXY_FAILED', 'RATE_LIMITED', 'REFUSED', 'TIMED_OUT', 'TLS_FAILED'],
  ]);
  for (const code of offering) expect(errorWays[code].actions.at(-1)).toBe('check-account');
});

test('a rate limit says how long to wait', () => {
  const text = (retryAfterMs: number) => wordsFor({ code: 'RATE_LIMITED', details: { retryAfterMs } }).text;
  expect(text(20_000)).toContain('OpenAI asks to wait 20 seconds.');
  expect(text(300)).toContain('wait one second.');
  expect(text(600_000)).toContain('wait 10 minutes.');
});

test('a lost connection says how many words were kept', () => {
  const error = { code: 'CONNECTION_LOST', details: {} } as const;
  expect(wordsFor(error, 'Half of the answer').text).toContain('4 words');
  expect(wordsFor(error, '').text).toContain('Your message is safe.');
});

test('another server is called by its name, and is not sent to OpenAI’s pages', () => {
  const details = { host: 'localhost:11434' };
  expect(wordsFor({ code: 'OFFLINE', details }).title).toContain('localhost:11434');
  expect(wordsFor({ code: 'NO_CREDIT', details }).actions).not.toContain('add-credit');
  expect(wordsFor({ code: 'SERVER_FAILED', details }).actions).toEqual(['retry']);
});

test('a model that is missing is named', () => {
  const details = { model: 'gpt-6-luna' };
  expect(wordsFor({ code: 'MODEL_NOT_FOUND', details }).title).toBe('GPT-6 Luna is not available.');
});

test('what is kept is said of a question, and not where none was asked', () => {
  const error = { code: 'BAD_API_KEY', details: {} } as const;
  expect(wordsFor(error, '').text).toContain('Your message is safe.');
  expect(wordsFor(error, 'Rayleigh').text).toContain('The one word that had arrived is kept.');
  expect(wordsFor(error).text).not.toMatch(/safe|kept/);
});

test.each([
  [
    'The key lacks a permission: api.responses.write.',
    'Missing scopes: api.responses.write.',
    'missing_scope',
  ],
  ['from this country or region', 'Not supported', 'unsupported_country_region_territory'],
  ['asks for a verified organization', 'Your organization must be verified to use this model.', ''],
])('what is not allowed is told as far as it is known: %s', (told, serverMessage, serverCode) => {
  const details = { serverMessage, serverCode };
  expect(wordsFor({ code: 'NOT_ALLOWED', details }, '').text).toContain(told);
});

test('a refused connection hints at the local server where it is one', () => {
  const text = (host: string) => wordsFor({ code: 'REFUSED', details: { host } }).text;
  for (const host of ['localhost:11434', '127.0.0.1:1234', '[::1]:8080']) {
    expect(text(host)).toContain('Is the server on this computer running?');
  }
  expect(text('example.com')).not.toContain('this computer');
  expect(text('localhost.example.com')).not.toContain('this computer');
});

test('a wait says why, and offline what it waits for', () => {
  const error = { message: '', details: {} };
  expect(waitingWords({ error: { ...error, code: 'OVERLOADED' }, waitMs: 8000 })).toBe('OpenAI is busy.');
  expect(waitingWords({ error: { ...error, code: 'OFFLINE' }, waitMs: null })).toBe(
    'You are offline. This goes out when the network is back.',
  );
});

test('an error is told in the language that is spoken when it is read', () => {
  const error = { code: 'RATE_LIMITED', details: { host: 'localhost:11434', retryAfterMs: 20_000 } } as const;
  const before = wordsFor(error, 'Half of the answer');
  speakFrom(() => german);
  const now = wordsFor(error, 'Half of the answer');
  expect(now).toEqual({
    title: 'Der Server localhost:11434 bittet um eine Pause.',
    text: 'Zu viele Anfragen auf einmal. Der Server localhost:11434 bittet, 20 Sekunden zu warten. Die 4 Wörter, die schon da waren, bleiben erhalten.',
    actions: before.actions,
  });
});
