import { expect, test } from 'vitest';
import { AppError } from '../../shared/errors';
import type { LibraryState } from '../../shared/library-care';
import { Care } from './care.svelte';
import { fakeApi } from './fake-api';

const open: LibraryState = {
  ...{ trouble: null, reason: null, work: null, done: null, failed: null, readOnly: null },
  ...{ folder: '/home/ada', bytes: 4096, encrypted: false },
};
const backup = { name: 'b.sqlite', madeAt: 1, bytes: 1, rescued: false, conversations: 1, messages: 2 };

test('a start that the closed library refuses is told as the library’s trouble, with its backups', async () => {
  const { api, named } = fakeApi((name) =>
    name === 'library.state'
      ? { ...open, trouble: 'CORRUPT' }
      : name === 'library.snapshots'
        ? [backup]
        : undefined,
  );
  const care = new Care(api);
  expect(await care.isClosed(new AppError('DISK_FAILED', 'Full.').toData())).toBe(false);
  expect(await care.isClosed(new AppError('LIBRARY_CLOSED', 'Closed.').toData())).toBe(true);
  expect([care.closed, care.state?.trouble, care.snapshots]).toEqual([true, 'CORRUPT', [backup]]);
  expect(named('library.size')).toEqual([]);
});

test('a library that closes for work takes the window, and asks for nothing meanwhile', () => {
  const { api, calls } = fakeApi();
  const care = new Care(api);
  care.receive({ name: 'library.closed', state: { ...open, work: 'encrypt' } });
  expect([care.closed, care.state?.work, calls]).toEqual([true, 'encrypt', []]);
});

test('a library that is still closed says why now', async () => {
  const { api } = fakeApi((name) => (name === 'library.retry' ? false : { ...open, trouble: 'LOCKED' }));
  const care = new Care(api);
  expect(await care.retry()).toBe(true);
  expect(care.state?.trouble).toBe('LOCKED');
});

test('one thing at a time, and a refusal stands beside what was tried', async () => {
  const gate = Promise.withResolvers<void>();
  const { api, calls } = fakeApi(async () => {
    await gate.promise;
    throw new AppError('COPY_FAILED', 'No.');
  });
  const care = new Care(api);
  const first = care.backUp();
  expect([care.busy, await care.move()]).toEqual(['back-up', false]);
  gate.resolve();
  expect(await first).toBe(false);
  expect([care.busy, care.errorOf('back-up')?.code, care.errorOf('move'), calls.length]).toEqual([
    ...[null, 'COPY_FAILED', null, 1],
  ]);
});

test('a recovery key is shown until it is put away', async () => {
  const { api } = fakeApi(() => ({ recoveryKey: 'ABCD-EFGH' }));
  const care = new Care(api);
  await care.showKey();
  expect(care.recoveryKey).toBe('ABCD-EFGH');
  care.hideKey();
  expect(care.recoveryKey).toBeNull();
});
