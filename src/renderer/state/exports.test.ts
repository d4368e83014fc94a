import { expect, test } from 'vitest';
import { AppError } from '../../shared/errors';
import { Exports } from './exports.svelte';
import { fakeApi } from './fake-api';

const choice = { format: 'html', branches: true, costs: false, reasoning: true } as const;

test('what would be written is counted, and a count that is late does not speak', async () => {
  const late = Promise.withResolvers<unknown>();
  const answers = [late.promise, { chats: 1, messages: 2, title: 'Sky' }];
  const { api, named } = fakeApi(() => answers.shift());
  const exports = new Exports(api);
  const first = exports.measure(['a'], true);
  await exports.measure(['a'], false);
  late.resolve({ chats: 1, messages: 9, title: 'Sky' });
  await first;
  expect(exports.extent?.messages).toBe(2);
  expect(named('export.measure').map(({ input }) => input)).toEqual([
    { ids: ['a'], branches: true },
    { ids: ['a'], branches: false },
  ]);
});

test('while it is written one sees how far it is, and then its name', async () => {
  const written = Promise.withResolvers<string>();
  const exports = new Exports(fakeApi(() => written.promise).api);
  exports.receive({ name: 'export.progress', done: 9, total: 9 }); // of nobody
  expect(exports.progress).toBeNull();
  const done = exports.start('all', choice);
  expect(exports.busy).toBe(true);
  exports.receive({ name: 'export.progress', done: 1, total: 3 });
  expect(exports.progress).toEqual({ done: 1, total: 3 });
  written.resolve('Sky.html');
  await done;
  expect([exports.busy, exports.saved]).toEqual([false, 'Sky.html']);
  exports.begin();
  expect(exports.saved).toBeNull();
});

test('one that fails says why, until the next', async () => {
  const error = new AppError('FILE_NOT_SAVED', 'No.');
  const exports = new Exports(fakeApi(() => Promise.reject(error)).api);
  await exports.start('all', choice);
  expect([exports.busy, exports.error?.code]).toEqual([false, 'FILE_NOT_SAVED']);
  exports.begin();
  expect(exports.error).toBeNull();
});
