import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { AppError } from '../../../shared/errors';
import type { Message } from '../../../shared/model';
import Answer from './Answer.svelte';

const message: Message = {
  id: 'a1',
  conversationId: 'c1',
  parentId: 'q1',
  role: 'assistant',
  text: 'Half of',
  status: 'stopped',
  model: 'gpt-6.2-sol',
  error: null,
  createdAt: 1,
};

const failed: Message = {
  ...message,
  status: 'failed',
  error: new AppError('MODEL_NOT_FOUND', 'Gone.').toData(),
};

async function buttons(change: Message, last: boolean) {
  const nothing = () => undefined;
  const rest = { versions: ['a1'], news: false, busy: false, onaction: nothing, onshow: nothing };
  await render(Answer, { message: change, last, ...rest });
  return page
    .getByRole('button')
    .elements()
    .map((button) => button.textContent.trim())
    .filter((words) => words !== ''); // the tools are icons
}

test('the last answer can be asked for again', async () => {
  expect(await buttons(message, true)).toEqual(['Ask again']);
});

test('a failed last answer can be tried again', async () => {
  expect(await buttons(failed, true)).toContain('Try again');
});

test('asking again is not offered where it would hide what follows', async () => {
  expect(await buttons(message, false)).toEqual([]);
});

test('nor is trying again', async () => {
  expect(await buttons(failed, false)).toEqual(['Switch model', 'Details']);
});

test('a finished last answer can be copied and asked for again', async () => {
  const done: Message = { ...message, status: 'done', text: 'Rayleigh.' };
  await buttons(done, true);
  await expect.element(page.getByRole('button', { name: 'Copy answer' })).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Answer again' })).toBeVisible();
});

test('an earlier answer can be copied only', async () => {
  await buttons({ ...message, status: 'done', text: 'Rayleigh.' }, false);
  expect(page.getByRole('button').elements()).toHaveLength(1);
});
