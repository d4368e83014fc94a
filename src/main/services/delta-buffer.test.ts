import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DeltaBuffer } from './delta-buffer';

let flushed: [number, string][];
let buffer: DeltaBuffer;
beforeEach(() => {
  vi.useFakeTimers();
  flushed = [];
  buffer = new DeltaBuffer((at, text) => flushed.push([at, text]), 0);
});
afterEach(() => void vi.useRealTimers());

test('a burst of tokens is handed on once, with its place', () => {
  buffer.push('Ray');
  buffer.push('leigh');
  expect(flushed).toEqual([]);
  vi.runAllTimers();
  buffer.push('!');
  vi.runAllTimers();
  expect(flushed).toEqual([
    [0, 'Rayleigh'],
    [8, '!'],
  ]);
});

test('the end hands on what is left, at once', () => {
  buffer.push('Ray');
  buffer.end();
  buffer.end();
  expect(flushed).toEqual([[0, 'Ray']]);
});

test('a character that is cut between two tokens is handed on whole', () => {
  const [high = '', low = ''] = '🌤'.split('');
  buffer.push(`sky ${high}`);
  vi.runAllTimers();
  buffer.push(low);
  buffer.end();
  expect(flushed).toEqual([
    [0, 'sky '],
    [4, '🌤'],
  ]);
});

test('a text that goes on is counted from its end', () => {
  const more = new DeltaBuffer((at, text) => flushed.push([at, text]), 8);
  more.push('!');
  more.end();
  expect(flushed).toEqual([[8, '!']]);
});
