import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { OutlineEntry } from '../../lib/outline';
import Outline from './Outline.svelte';

const entry = (number: number, ...headings: readonly string[]): OutlineEntry => ({
  ...{ questionId: `q${number}`, answerId: `a${number}`, title: `Question ${number}` },
  headings: headings.map((text, index) => ({ text, depth: 0, index })),
});
const entries = [entry(1, 'Light', 'Air'), entry(2), entry(3, 'Éyes')];
const onpick = vi.fn();
const focused = () => document.activeElement?.textContent.trim();
const rows = () =>
  page
    .getByRole('button')
    .elements()
    .map((row) => row.textContent.trim());

test('it opens where one is, and the arrows go from row to row', async () => {
  await render(Outline, { entries, current: { messageId: 'a1', heading: 1 }, onpick });
  expect(rows()).toEqual(['Question 1', 'Light', 'Air', 'Question 2', 'Question 3', 'Éyes']);
  expect(focused()).toBe('Air');
  await expect.element(page.getByRole('button', { name: 'Air' })).toHaveAttribute('aria-current', 'true');
  await userEvent.keyboard('{ArrowDown}');
  expect(focused()).toBe('Question 2');
  await userEvent.keyboard('{End}{ArrowDown}');
  expect(focused()).toBe('Éyes');
  await userEvent.keyboard('{Enter}');
  expect(onpick).toHaveBeenLastCalledWith({ messageId: 'a3', heading: 0 });
  await userEvent.keyboard('{Home}{Enter}');
  expect(onpick).toHaveBeenLastCalledWith({ messageId: 'q1', heading: null });
});

test('below its first heading one is at the question, also in its answer', async () => {
  await render(Outline, { entries, current: { messageId: 'a2', heading: null }, onpick });
  expect(focused()).toBe('Question 2');
});

test('many are found by typing', async () => {
  const many = Array.from({ length: 21 }, (_, index) => entry(index + 10));
  await render(Outline, { entries: [...entries, ...many], current: null, onpick });
  await expect.element(page.getByRole('textbox', { name: 'Filter the outline' })).toHaveFocus();
  await userEvent.keyboard('eyes');
  expect(rows()).toEqual(['Question 3', 'Éyes']);
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');
  expect(onpick).toHaveBeenLastCalledWith({ messageId: 'a3', heading: 0 });
  await page.getByRole('textbox').fill('nowhere');
  await expect.element(page.getByRole('status')).toHaveTextContent('Nothing here has these words.');
});
