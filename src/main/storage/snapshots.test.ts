import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Snapshots } from './snapshots';

let folder: string;
let snapshots: Snapshots;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parley-snapshots-'));
  snapshots = new Snapshots(folder);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Makes one, lets the oldest go, and answers with its name. */
function make(now: number): string {
  const path = snapshots.place(now);
  writeFileSync(path, '');
  snapshots.prune();
  return basename(path);
}

const newest = () => snapshots.list()[0]?.name;

test('of many made in one minute the last is the newest, and stays', () => {
  for (let second = 0; second < 20; second += 1) {
    const made = make(Date.UTC(2026, 10, 27, 12, 0, 30 + second));
    expect(newest()).toBe(made);
  }
  expect(snapshots.list()).toHaveLength(7);
});

test('so it is of many made in one second, and after the clock was set back', () => {
  for (let round = 0; round < 10; round += 1) expect(make(Date.UTC(2026, 10, 27, 12))).toBe(newest());
  expect(make(Date.UTC(2026, 10, 20))).toBe(newest());
});

test('those whose names tell no seconds are listed as well', () => {
  make(Date.UTC(2026, 10, 27, 12, 0, 30));
  writeFileSync(join(snapshots.folder, 'library-2026-11-27T12-01.sqlite'), '');
  expect(snapshots.list().map(({ madeAt }) => madeAt)).toEqual([
    Date.UTC(2026, 10, 27, 12, 1),
    Date.UTC(2026, 10, 27, 12, 0, 30),
  ]);
});
