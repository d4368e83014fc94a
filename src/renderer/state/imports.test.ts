import { expect, test } from 'vitest';
import { AppError } from '../../shared/errors';
import { fakeApi } from './fake-api';
import { Imports } from './imports.svelte';

const choice = { token: 'token', fileName: 'export.zip' };
const result = { conversations: 2, grown: 0, messages: 7 };

test('a file is chosen, and taken in on the word of the user', async () => {
  const { api, named } = fakeApi((name) => (name === 'import.choose' ? choice : result));
  const imports = new Imports(api);
  const reading = imports.choose();
  expect(imports.doing).toBe('reading');
  imports.receive({ name: 'import.progress', progress: { done: 1, of: 4 } });
  expect(imports.progress).toEqual({ done: 1, of: 4 });
  await reading;
  expect(imports).toMatchObject({ doing: null, choice, result: null });
  await imports.take();
  expect(named('import.start')).toEqual([{ name: 'import.start', input: { token: 'token' } }]);
  expect(imports.result).toEqual(result);
  imports.leave();
  expect(imports).toMatchObject({ choice: null, result: null });
});

test('a file that was read stays where the user would rather not choose another', async () => {
  const answers = [choice, null];
  const imports = new Imports(fakeApi(() => answers.shift()).api);
  await imports.choose();
  await imports.choose();
  expect(imports.choice).toEqual(choice);
});

test('a file that is refused takes the place of the one before', async () => {
  const answers = [() => choice, () => Promise.reject(new AppError('IMPORT_REFUSED', 'No.'))];
  const imports = new Imports(fakeApi(() => answers.shift()?.()).api);
  await imports.choose();
  await imports.choose();
  expect(imports.choice).toBeNull();
  expect(imports.error?.code).toBe('IMPORT_REFUSED');
});

test('what is under way goes on when nobody looks', async () => {
  const { promise, resolve } = Promise.withResolvers<typeof result>();
  const imports = new Imports(fakeApi((name) => (name === 'import.choose' ? choice : promise)).api);
  await imports.choose();
  const taking = imports.take();
  imports.leave();
  expect(imports).toMatchObject({ doing: 'taking', choice });
  resolve(result);
  await taking;
  expect(imports.result).toEqual(result);
});
