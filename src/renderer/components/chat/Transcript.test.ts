import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { Message } from '../../../shared/model';
import type { MessageActions } from './message-actions';
import Transcript from './Transcript.svelte';

const actions = {
  receipts: vi.fn(),
  ...{ offers: () => true, act: vi.fn(), again: vi.fn(), againWith: () => [], readModels: vi.fn() },
  ...{
    keys: () => '',
    copy: () => Promise.resolve(),
    more: () => [],
    show: vi.fn(),
    stop: vi.fn(),
    tryNow: vi.fn(),
    edit: vi.fn(),
  },
  sendEdit: vi.fn(),
  editCost: () => null,
  againCost: () => Promise.resolve(null),
} satisfies MessageActions;

const question = (id: string, parentId: string | null, text: string): Message => ({
  ...{ id, conversationId: 'c1', parentId, role: 'user', text, parts: [], status: 'done', model: null },
  ...{ tokens: null, compacted: false, error: null, createdAt: 1 },
});
const answer = (id: string, parentId: string, text: string): Message => ({
  ...{ ...question(id, parentId, text), role: 'assistant', model: 'gpt-6.2-sol' },
});
const path = [
  question('q1', null, 'Why blue?'),
  answer('a1', 'q1', 'Rayleigh.'),
  question('q2', 'a1', 'And red?'),
  answer('a2', 'q2', 'Sunset.'),
];
const props = {
  ...{
    path,
    before: 0,
    draft: null as Message | null,
    waiting: null,
    edit: null,
    newest: null,
    justEnded: null,
    spent: {},
    place: null,
  },
  ...{ siblings: (message: Message) => [message], actions, onplace: () => undefined },
};
const focused = () => document.activeElement?.getAttribute('data-message');

/** In a room of its own, as the window gives it. */
function show(change: Partial<typeof props> = {}) {
  const target = document.body.appendChild(document.createElement('div'));
  Object.assign(target.style, { display: 'flex', height: '600px' });
  return render(Transcript, { target, props: { ...props, ...change } });
}
afterEach(() => document.body.replaceChildren());

test('with Alt the arrows go from message to message, beginning with the last', async () => {
  await show();
  page.getByRole('log', { name: 'Conversation' }).element().focus();
  await userEvent.keyboard('{Alt>}{ArrowUp}');
  expect(focused()).toBe('a2');
  await userEvent.keyboard('{ArrowUp}');
  expect(focused()).toBe('q2');
  await userEvent.keyboard('{ArrowUp}{ArrowUp}{ArrowUp}');
  expect(focused()).toBe('q1');
  await userEvent.keyboard('{ArrowDown}{/Alt}');
  expect(focused()).toBe('a1');
});

test('where one has come to with the keys is seen, also after a click', async () => {
  await show();
  await page.getByText('Why blue?').click();
  expect(document.activeElement?.matches(':focus-visible')).toBe(false);
  await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
  expect(focused()).toBe('a1');
  expect(document.activeElement?.matches(':focus-visible')).toBe(true);
});

test('an answer that is being written is shown as far as it is, in the place of its message', async () => {
  const draft: Message = { ...answer('a2', 'q2', 'Sun'), status: 'streaming' };
  const { rerender } = await show({ draft });
  const last = page.getByRole('article').last();
  await expect.element(last).toHaveAttribute('aria-busy', 'true');
  const node = last.element();
  await rerender({ ...props, draft: { ...draft, text: 'Sunset' } });
  await expect.element(last.getByText('Sunset')).toBeVisible();
  await rerender({ ...props, draft: null });
  await expect.element(last).toHaveAttribute('aria-busy', 'false');
  expect(page.getByRole('article').last().element()).toBe(node);
});

test('a version that is not shown is told of', async () => {
  const other = answer('b1', 'q1', 'Air.');
  const siblings = (message: Message) =>
    message.id === 'a1' ? [message, other, answer('c1', 'q1', '')] : [message];
  await show({ siblings });
  await expect.element(page.getByText('2 more versions')).toBeVisible();
  await page.getByRole('button', { name: 'Next answer' }).click();
  expect(actions.show).toHaveBeenCalledExactlyOnceWith('b1');
});

test('what is drawn stays as it is, where it is, when what comes before it has been read', async () => {
  const long = Array.from({ length: 30 }, (_, at) => {
    const parentId = at === 0 ? null : `a${at - 1}`;
    return [
      question(`q${at}`, parentId, `Question ${at}`),
      answer(`a${at}`, `q${at}`, 'Words. '.repeat(300)),
    ];
  }).flat();
  const { rerender } = await show({ path: long.slice(46), before: 46 });
  const log = page.getByRole('log', { name: 'Conversation' }).element();
  const message = () => document.querySelector<HTMLElement>('[data-message="a29"]');
  const top = () => message()?.getBoundingClientRect().top ?? 0;
  await vi.waitFor(() => expect(log.scrollTop).toBeCloseTo(log.scrollHeight - log.clientHeight, -1));
  log.dispatchEvent(new WheelEvent('wheel')); // whoever scrolls is not held anywhere
  log.scrollTop -= 100;
  const [drawn, fromTop] = [message(), top()];
  await rerender({ ...props, path: long, before: 0 });
  await vi.waitFor(() => expect(log.textContent).toContain('Question 0'));
  expect(message()).toBe(drawn);
  await vi.waitFor(() => expect(Math.abs(top() - fromTop)).toBeLessThan(2));
});
