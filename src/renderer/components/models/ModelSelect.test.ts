import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import ModelSelect from './ModelSelect.svelte';

async function setUp() {
  const onchange = vi.fn();
  const choices = ['gpt-6-luna', 'llama3'].map((id) => ({
    id,
    name: id,
    offered: id !== 'llama3',
    facts: undefined,
  }));
  await render(ModelSelect, { id: 'model', choices, value: 'gpt-6-luna', onchange });
  return { onchange };
}

test('a model is taken from the list, which says what is not offered', async () => {
  const { onchange } = await setUp();
  await userEvent.selectOptions(page.getByRole('combobox'), 'llama3 (not offered)');
  expect(onchange).toHaveBeenCalledExactlyOnceWith('llama3');
});

test('any other id can be typed', async () => {
  const { onchange } = await setUp();
  await userEvent.selectOptions(page.getByRole('combobox'), 'Another model…');
  await userEvent.keyboard(' my-deployment {Enter}');
  expect(onchange).toHaveBeenCalledExactlyOnceWith('my-deployment');
  await expect.element(page.getByRole('combobox')).toBeVisible();
});

test('Escape keeps the one there was', async () => {
  const { onchange } = await setUp();
  await userEvent.selectOptions(page.getByRole('combobox'), 'Another model…');
  await userEvent.keyboard('my-deployment{Escape}');
  await expect.element(page.getByRole('combobox')).toHaveValue('gpt-6-luna');
  expect(onchange).not.toHaveBeenCalled();
});
