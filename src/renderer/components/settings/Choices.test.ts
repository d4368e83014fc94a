import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import Choices from './Choices.svelte';

const options = [
  { value: 'ends', label: 'Beginning and end', note: 'Two announcements.' },
  { value: 'answer', label: 'The whole answer', note: 'In one piece.' },
] as const;

test('each choice is named in short and explained, and arrows go from one to the next', async () => {
  const onchange = vi.fn();
  await render(Choices, { legend: 'Answers', note: 'What is said.', options, value: 'ends', onchange });
  await expect
    .element(page.getByRole('group', { name: 'Answers' }))
    .toHaveAccessibleDescription('What is said.');
  const first = page.getByRole('radio', { name: 'Beginning and end', exact: true });
  await expect.element(first).toBeChecked();
  await expect.element(first).toHaveAccessibleDescription('Two announcements.');
  first.element().focus();
  await userEvent.keyboard('{ArrowDown}');
  expect(onchange).toHaveBeenCalledExactlyOnceWith('answer');
});
