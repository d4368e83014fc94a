import { beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { AppError } from '../../../shared/errors';
import type { Message } from '../../../shared/model';
import { waitFrom, type Wait } from '../../lib/wait';
import Answer from './Answer.svelte';
import type { MenuItem } from '../ui/menu-item';
import type { MessageActions } from './message-actions';

const actions = {
  receipts: vi.fn(),
  ...{
    offers: () => true,
    act: vi.fn(),
    again: vi.fn(),
    againWith: vi.fn(() => []),
    readModels: vi.fn(),
    keys: () => 'Ctrl+Shift+R',
    copy: vi.fn(() => Promise.resolve()),
    more: vi.fn((): readonly MenuItem[] => []),
  },
  ...{ show: vi.fn(), stop: vi.fn(), tryNow: vi.fn(), edit: vi.fn(), sendEdit: vi.fn() },
  editCost: () => null,
  againCost: () => Promise.resolve(null),
} satisfies MessageActions;
beforeEach(() => void vi.clearAllMocks());

const message: Message = {
  id: 'a1',
  conversationId: 'c1',
  parentId: 'q1',
  role: 'assistant',
  text: 'Half of',
  parts: [],
  tokens: null,
  compacted: false,
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

async function buttons(change: Message, last: boolean, waiting: Wait | null = null) {
  const rest = { versions: ['a1'], news: false, spent: null, busy: false, waiting, actions };
  await render(Answer, { message: change, last, ...rest });
  return page
    .getByRole('button')
    .elements()
    .map((button) => button.textContent.trim())
    .filter((words) => words !== ''); // the tools are icons
}

test('the last answer, where it was stopped, can go on or be asked for again', async () => {
  expect(await buttons(message, true)).toEqual(['Continue', 'Ask again']);
});

test('an answer without a word cannot go on', async () => {
  expect(await buttons({ ...message, text: '' }, true)).toEqual(['Ask again']);
});

test.each([
  ['CONNECTION_LOST', true],
  ['OUTPUT_LIMIT', true],
  ['CONTENT_FILTER', false],
  ['BAD_API_KEY', false],
] as const)('after %s going on is offered: %s', async (code, offered) => {
  const error = new AppError(code, code).toData();
  expect((await buttons({ ...message, status: 'failed', error }, true)).includes('Continue')).toBe(offered);
});

test('a wait says why and how long, and both ways to end it work', async () => {
  const error = new AppError('OVERLOADED', 'Busy.').toData();
  const waiting = waitFrom({ answerId: 'a1', error, attempt: 2, waitMs: 8000 });
  await buttons({ ...message, text: '', status: 'streaming' }, true, waiting);
  await expect.element(page.getByText(/OpenAI is busy. Trying again in [78] s/)).toBeVisible();
  await page.getByRole('button', { name: 'Try now' }).click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  expect(actions.tryNow).toHaveBeenCalledOnce();
  expect(actions.stop).toHaveBeenCalledOnce();
});

test('thoughts, steps, sources and a refusal stand where they belong, folded away', async () => {
  const source = { title: 'Optics', url: 'https://a.example/' };
  const parts: Message['parts'] = [
    { kind: 'reasoning', at: 0, text: 'Short waves scatter.', ms: 4200 },
    {
      kind: 'step',
      at: 0,
      tool: 'web-search',
      name: null,
      text: 'why blue',
      state: 'done',
      sources: [source],
    },
    { kind: 'citation', at: 9, source },
    { kind: 'left-out', at: 0, parameter: 'reasoning.effort' },
    { kind: 'citation', at: 9, source: { title: 'Evil', url: 'javascript:alert(1)' } },
  ];
  await buttons({ ...message, status: 'done', text: 'Rayleigh.', parts }, true);
  await expect.element(page.getByText('Thought for 4 s')).toBeVisible();
  await expect.element(page.getByText('Short waves scatter.')).not.toBeVisible();
  await page.getByText('Thought for 4 s').click();
  await expect.element(page.getByText('Short waves scatter.')).toBeVisible();
  await expect.element(page.getByText('Searched the web · 1 source')).toBeVisible();
  await expect.element(page.getByText(/does not take a thinking effort/)).toBeVisible();
  const links = page.getByRole('link').elements() as HTMLAnchorElement[];
  expect(new Set(links.map(({ href }) => href))).toEqual(new Set(['https://a.example/']));
});

test('a failed last answer can be tried again', async () => {
  expect(await buttons(failed, true)).toContain('Try again');
});

test('asking again is not offered where it would hide what follows', async () => {
  expect(await buttons(message, false)).toEqual([]);
});

test('nor is trying again', async () => {
  expect(await buttons(failed, false)).not.toContain('Try again');
});

test('a finished last answer can be copied and asked for again', async () => {
  const done: Message = { ...message, status: 'done', text: 'Rayleigh.' };
  await buttons(done, true);
  await expect.element(page.getByRole('button', { name: 'Copy answer' })).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Answer again' })).toBeVisible();
});

test('a menu is made when it is opened, and does what it says', async () => {
  const onselect = vi.fn();
  actions.more.mockReturnValue([{ id: 'delete', label: 'Delete', onselect }]);
  await buttons({ ...message, status: 'done' }, false);
  expect(actions.more).not.toHaveBeenCalled();
  await page.getByRole('button', { name: 'More for this answer' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  expect(onselect).toHaveBeenCalledOnce();
});
