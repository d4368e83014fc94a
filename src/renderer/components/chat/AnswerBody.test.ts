import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { Message } from '../../../shared/model';
import type { Part } from '../../../shared/parts';
import AnswerBody from './AnswerBody.svelte';

const message: Message = {
  ...{ id: 'a1', conversationId: 'c1', parentId: 'q1', role: 'assistant', text: '', parts: [] },
  ...{ status: 'streaming', model: 'gpt-6.2-sol', tokens: null, compacted: false, error: null },
  createdAt: Date.now(),
};
const thought = (text: string, ms: number | null): Part => ({ kind: 'reasoning', at: 0, text, ms });
const step: Part = {
  ...{ kind: 'step', at: 5, tool: 'web-search', name: null, text: 'why blue', state: 'done', sources: [] },
};

async function setUp(change: Partial<Message>) {
  const screen = await render(AnswerBody, { message: { ...message, ...change }, model: 'GPT-6.2 Sol' });
  const next = (more: Partial<Message>) => screen.rerender({ message: { ...message, ...more } });
  return { next, container: screen.container };
}

test('a thought can be unfolded while it grows, and stays unfolded', async () => {
  const { next } = await setUp({ parts: [thought('Short waves', null)] });
  await page.getByText('Thinking…').click();
  await expect.element(page.getByText('Short waves')).toBeVisible();
  await next({ parts: [thought('Short waves scatter.', null)] });
  await expect.element(page.getByText('Short waves scatter.')).toBeVisible();
  await next({ parts: [thought('Short waves scatter.', 4000)], text: 'Rayleigh.' });
  await expect.element(page.getByText('Thought for 4 s')).toBeVisible();
  await expect.element(page.getByText('Short waves scatter.')).toBeVisible();
});

test('how long it thinks is counted from when the answer began', async () => {
  await setUp({ parts: [thought('', null)], createdAt: Date.now() - 7000 });
  await expect.element(page.getByText(/^Thinking… [789] s$/)).toBeVisible();
});

test('a thought that nobody has timed, and that is over, is just one', async () => {
  await setUp({ parts: [thought('Short waves.', null)], status: 'stopped' });
  await expect.element(page.getByText('Thought', { exact: true })).toBeVisible();
});

test('the words do not move sideways when there is something to unfold', async () => {
  const { next } = await setUp({ parts: [thought('', null)] });
  const left = () => page.getByText('Thinking…').element().getBoundingClientRect().left;
  const before = left();
  await next({ parts: [thought('Short waves', null)] });
  await expect.element(page.getByRole('group')).toBeInTheDocument();
  expect(Math.abs(left() - before)).toBeLessThan(0.5);
});

test('of what is written only the last words change: those before a step keep their node and the selection', async () => {
  const { next, container } = await setUp({ text: 'Blue. Be', parts: [step] });
  const [first, last] = [...container.querySelectorAll('.markdown p')].map(({ firstChild }) => firstChild);
  const changes: MutationRecord[] = [];
  const observer = new MutationObserver((records) => changes.push(...records));
  observer.observe(container, { characterData: true, childList: true, subtree: true });
  await next({ text: 'Blue. Because', parts: [step] });
  await expect.poll(() => last?.textContent).toBe('Because');
  changes.push(...observer.takeRecords());
  expect(changes.map(({ target }) => target)).toEqual([last]);
  expect(container.querySelector('.markdown p')?.firstChild).toBe(first);
});

test('a query stands in the line, and in full in what is folded away', async () => {
  await setUp({ text: 'Blue.', parts: [step], status: 'done' });
  await expect.element(page.getByText('“why blue”')).toBeVisible();
  await page.getByText('Searched the web').click();
  await expect.element(page.getByText('“why blue”')).not.toBeVisible();
  await expect.element(page.getByText('why blue', { exact: true })).toBeVisible();
});

test('a mark names its source, and only pages of the web are links', async () => {
  const cite = (title: string, url: string | null): Part => ({
    kind: 'citation',
    at: 5,
    source: { title, url },
  });
  const parts = [
    cite('Optics', 'https://a.example/'),
    cite('notes.pdf', null),
    cite('Evil', 'file:///etc/passwd'),
  ];
  const { container } = await setUp({ text: 'Blue.', parts, status: 'done' });
  const mark = page.getByRole('link', { name: 'Source 1: Optics' });
  await expect.element(mark).toHaveTextContent('[1]');
  await expect.element(mark).toHaveAttribute('target', '_blank');
  expect([...container.querySelectorAll('sup')].map(({ textContent }) => textContent)).toEqual([
    '[1]',
    '[2]',
    '[3]',
  ]);
  expect(page.getByRole('link').elements()).toHaveLength(2);
  await expect.element(page.getByRole('region', { name: 'Sources' }).getByText('notes.pdf')).toBeVisible();
});

test('a picture that is being drawn is told from one that is done', async () => {
  const data = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';
  const { next } = await setUp({ parts: [{ kind: 'image', at: 0, data, done: false }] });
  await expect
    .element(page.getByRole('img', { name: 'Picture that is being drawn' }))
    .toHaveClass('unfinished');
  await next({ parts: [{ kind: 'image', at: 0, data, done: true }] });
  await expect
    .element(page.getByRole('img', { name: 'Picture drawn by the model' }))
    .not.toHaveClass('unfinished');
});

test('a refusal is read as the answer, with a quiet word on what it is', async () => {
  await setUp({ text: 'I cannot help with that.', parts: [{ kind: 'refusal', at: 0 }], status: 'done' });
  await expect.element(page.getByText('The model declined.')).toBeVisible();
  await expect.element(page.getByText('I cannot help with that.')).toBeVisible();
});
