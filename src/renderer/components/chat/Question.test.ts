import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { Message } from '../../../shared/model';
import type { MessageActions } from './message-actions';
import Question from './Question.svelte';

const message: Message = {
  ...{ id: 'q1', conversationId: 'trip', parentId: null, role: 'user', text: 'Where to?', parts: [] },
  ...{ status: 'done', model: null, tokens: null, compacted: false, error: null, createdAt: 1 },
};
const nothing = () => undefined;
const actions: MessageActions = {
  ...{ offers: () => false, act: nothing, again: nothing, againWith: () => [], readModels: nothing },
  ...{ againCost: () => Promise.resolve(null), editCost: () => 'About $0.16.', keys: () => '' },
  ...{ copy: () => Promise.resolve(), more: () => [], receipts: () => Promise.resolve([]), show: nothing },
  ...{ stop: nothing, tryNow: nothing, edit: nothing, sendEdit: nothing },
};

test('a question says what it was asked without, and says nothing where that is nothing', async () => {
  const props = { edited: null, busy: false, actions };
  const { rerender } = await render(Question, { ...props, message });
  expect(page.getByText(/Asked without/).query()).toBeNull();
  await rerender({ message: { ...message, leftOut: ['a', 'b', 'c'] } });
  await expect.element(page.getByText('Asked without 3 earlier messages')).toBeVisible();
});

test('while it is edited it says what lies outside the cache', async () => {
  await render(Question, { message, edited: 'Where from?', busy: false, actions });
  await expect.element(page.getByText('About $0.16.')).toBeVisible();
});
