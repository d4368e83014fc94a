import { expect, test } from 'vitest';
import type { AppEvent } from '../../shared/contract';
import { type Release, UpdateError, type UpdateWait } from '../../shared/updates';
import { type Updater, Updates } from './updates';

const DAY = 24 * 60 * 60 * 1000;
const newer: Release = { version: '0.2.0', notes: 'Faster.' };

/** A feed that has what the test says; `did` is what was asked of it. */
function setUp(feed: Partial<Updater> = {}) {
  const did: string[] = [];
  const heard: AppEvent[] = [];
  let busy: UpdateWait | null = null;
  let time = 0;
  const note =
    <A extends readonly unknown[], R>(name: string, work: (...args: A) => R) =>
    (...args: A): R => {
      did.push(name);
      return work(...args);
    };
  const updater: Updater = {
    check: note('check', feed.check ?? (() => Promise.resolve(newer))),
    download: note('download', feed.download ?? (() => Promise.resolve())),
    install: note('install', feed.install ?? (() => undefined)),
    quiet: feed.quiet ?? true,
  };
  const updates = new Updates({
    ...{ updater, busy: () => busy, now: () => time, report: () => undefined },
    emit: (event) => heard.push(event),
  });
  const kinds = () => heard.map((event) => event.name === 'updates.changed' && event.state.kind);
  return {
    ...{ updates, did, kinds },
    busyWith: (what: UpdateWait | null) => (busy = what),
    pass: (ms: number) => (time += ms),
  };
}

test('nothing is asked of the feed until the user agrees', async () => {
  const { updates, did } = setUp();
  await updates.checkIfDue();
  expect(did).toEqual([]);
  updates.agree(true);
  await updates.checkIfDue();
  expect(did).toEqual(['check', 'download']);
  expect(updates.state).toEqual({ kind: 'ready', release: newer, waitsFor: null });
});

test('who has agreed is looked for once a day, and no more after taking it back', async () => {
  const { updates, did, pass } = setUp({ check: () => Promise.resolve(null) });
  updates.agree(true);
  await updates.checkIfDue();
  pass(DAY - 1);
  await updates.checkIfDue();
  expect(did).toEqual(['check']);
  pass(1);
  await updates.checkIfDue();
  expect(did).toEqual(['check', 'check']);
  updates.agree(false);
  pass(DAY);
  await updates.checkIfDue();
  expect(did).toHaveLength(2);
});

test('who looks by hand decides about fetching, too', async () => {
  const { updates, did, kinds } = setUp();
  expect(await updates.check()).toEqual({ kind: 'available', release: newer });
  expect(did).toEqual(['check']);
  await updates.download();
  expect(kinds()).toEqual(['checking', 'available', 'downloading', 'ready']);
});

test('nothing is looked for while an answer is written', async () => {
  const { updates, did, busyWith } = setUp();
  updates.agree(true);
  busyWith('answer');
  await updates.checkIfDue();
  expect(did).toEqual([]);
});

test.for<UpdateWait>(['answer', 'library'])(
  'a version that is ready waits for the %s, at a click as at the end',
  async (what) => {
    const { updates, did, busyWith } = setUp();
    updates.agree(true);
    await updates.checkIfDue();
    busyWith(what);
    expect(await updates.install()).toEqual({ kind: 'ready', release: newer, waitsFor: what });
    updates.installAtQuit();
    expect(did).not.toContain('install');
    busyWith(null);
    await updates.install();
    expect(did).toContain('install');
  },
);

test('it is installed once, however often one clicks and quits', async () => {
  const { updates, did } = setUp();
  updates.agree(true);
  await updates.checkIfDue();
  await Promise.all([updates.install(), updates.install()]);
  updates.installAtQuit();
  expect(did.filter((name) => name === 'install')).toHaveLength(1);
});

test('at the end nothing is installed that would ask for a password, or that nobody agreed to', async () => {
  const loud = setUp({ quiet: false });
  loud.updates.agree(true);
  await loud.updates.checkIfDue();
  loud.updates.installAtQuit();
  expect(loud.did).not.toContain('install');

  const byHand = setUp();
  await byHand.updates.check();
  await byHand.updates.download();
  byHand.updates.installAtQuit();
  expect(byHand.did).not.toContain('install');
});

test('what fails says why, leaves this version alone and can be tried again', async () => {
  let broken = true;
  const { updates } = setUp({
    download: () => (broken ? Promise.reject(new UpdateError('refused')) : Promise.resolve()),
    install: () => {
      throw new UpdateError('not-installed');
    },
  });
  await updates.check();
  expect(await updates.download()).toEqual({ kind: 'failed', why: 'refused' });
  broken = false;
  await updates.check();
  await updates.download();
  expect(await updates.install()).toEqual({ kind: 'failed', why: 'not-installed' });
  expect((await updates.check()).kind).toBe('available');
});

test('an app that cannot renew itself does not speak of it', async () => {
  const heard: AppEvent[] = [];
  const updates = new Updates({
    ...{ updater: null, busy: () => null, now: () => 0, report: () => undefined },
    emit: (event) => heard.push(event),
  });
  updates.agree(true);
  await updates.checkIfDue();
  expect(await updates.check()).toEqual({ kind: 'off' });
  expect(heard).toEqual([]);
});
