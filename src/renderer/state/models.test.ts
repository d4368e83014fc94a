import { expect, test } from 'vitest';
import { fakeApi } from './fake-api';
import { Models } from './models.svelte';

const sol = { id: 'gpt-6.2-sol', shutdownAt: null };
const llama = { id: 'llama3', shutdownAt: null };

test('a model that the server lists twice is one model', async () => {
  const models = new Models(fakeApi(() => [llama, sol, llama]).api);
  await models.load();
  expect(models.list).toEqual([llama, sol]);
});

test('a new chat asks the model that was set, unless the server is known not to have it', async () => {
  const models = new Models(fakeApi(() => [llama]).api);
  expect(models.pick(sol.id)).toBe(sol.id);
  await models.load();
  expect(models.pick(sol.id)).toBe(llama.id);
  expect(models.pick(llama.id)).toBe(llama.id);
});

test('a model that is in use and not offered says so, once the list was read', async () => {
  const models = new Models(fakeApi(() => [llama]).api);
  expect(models.choices(sol.id)).toEqual([{ ...sol, offered: true }]);
  await models.load();
  expect(models.choices(sol.id, sol.id)).toEqual([
    { ...sol, offered: false },
    { ...llama, offered: true },
  ]);
});

test('a list that is late does not speak for the server that was connected since', async () => {
  const answers: ((list: readonly unknown[]) => void)[] = [];
  const models = new Models(fakeApi(() => new Promise((resolve) => answers.push(resolve))).api);
  const before = models.load();
  const after = models.change();
  answers[1]?.([llama]);
  await after;
  answers[0]?.([sol]);
  await before;
  expect(models.list).toEqual([llama]);
  expect(models.busy).toBe(false);
});
