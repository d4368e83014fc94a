import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { AppError, type AppErrorData } from '../../shared/errors';
import { PatientWrites } from './patient-writes';

let full = false;
let disk: string[];
let told: (AppErrorData['code'] | null)[];
let writes: PatientWrites;

/** The disk takes what it is given, unless it is full. */
const put = (text: string) => () => {
  if (full) throw new AppError('DISK_FAILED', 'The disk is full.');
  disk.push(text);
};

beforeEach(() => {
  vi.useFakeTimers();
  [full, disk, told] = [false, [], []];
  writes = new PatientWrites({ changed: (trouble) => told.push(trouble?.code ?? null) });
});
afterEach(() => void vi.useRealTimers());

test('what the disk takes is written at once, and nobody hears of it', () => {
  writes.write(put('a'), 1);
  expect([disk, told, writes.waiting]).toEqual([['a'], [], false]);
});

test('what the disk refuses is written when it takes it again, in order, and told once each way', () => {
  full = true;
  for (const text of ['a', 'b', 'c']) writes.write(put(text), 1);
  expect([disk, told]).toEqual([[], ['DISK_FAILED']]);
  vi.advanceTimersToNextTimer();
  full = false;
  vi.advanceTimersToNextTimer();
  expect([disk, told, writes.waiting]).toEqual([['a', 'b', 'c'], ['DISK_FAILED', null], false]);
});

test('the next write tries what waits before it', () => {
  full = true;
  writes.write(put('a'), 1);
  full = false;
  writes.write(put('b'), 1);
  expect(disk).toEqual(['a', 'b']);
});

test('the writer is told when too much waits, and what waits is kept', () => {
  full = true;
  expect(() => writes.write(put('a'), 1_000_001)).toThrow('does not take');
  full = false;
  writes.close();
  expect(disk).toEqual(['a']);
});

test('a mistake of ours is not tried again for ever', () => {
  const mistake = () => {
    throw new TypeError('undefined is not a function');
  };
  expect(() => writes.write(mistake, 1)).toThrow('Something went wrong');
  writes.write(put('b'), 1);
  expect(disk).toEqual(['b']);
});
