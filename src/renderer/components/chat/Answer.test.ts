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
    .map((button) => button.textContent.trim());
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
