import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { Effort, Model, Verbosity } from '../../../shared/model';
import Measures from './Measures.svelte';

const terra: Model = {
  id: 'gpt-6.1-terra',
  name: 'GPT-6.1 Terra',
  shutdownAt: null,
  replacement: null,
  contextWindow: 1_050_000,
  maxInput: 922_000,
  maxOutput: 128_000,
  images: true,
  reasons: true,
  efforts: ['none', 'low', 'medium', 'high'],
  defaultEffort: 'medium',
  verbosity: true,
  price: null,
};

async function setUp(
  model: Partial<Model> = {},
  effort: Effort | null = null,
  verbosity: Verbosity | null = null,
) {
  const onchange = vi.fn();
  await render(Measures, { model: { ...terra, ...model }, effort, verbosity, onchange });
  const choices = () =>
    page
      .getByRole('radio')
      .elements()
      .map((radio) => radio.closest('label')?.textContent.trim());
  const chosen = () =>
    page
      .getByRole('radio', { checked: true })
      .elements()
      .map((radio) => radio.closest('label')?.textContent.trim());
  return { onchange, choices, chosen };
}

test('a model is told to think as long as it knows to, and what it does unasked is said', async () => {
  const { onchange, choices, chosen } = await setUp();
  expect(choices()).toEqual(['Auto', 'Off', 'Low', 'Medium', 'High', 'Short', 'Normal', 'Long']);
  expect(chosen()).toEqual(['Auto', 'Normal']);
  await expect.element(page.getByTitle('As the model usually does: Medium')).toBeVisible();
  await page.getByRole('radio', { name: 'High' }).click();
  expect(onchange).toHaveBeenLastCalledWith({ effort: 'high' });
  await page.getByRole('radio', { name: 'Short' }).click();
  expect(onchange).toHaveBeenLastCalledWith({ verbosity: 'low' });
});

test('the usual is nothing to ask for', async () => {
  const { onchange, chosen } = await setUp({}, 'high', 'high');
  expect(chosen()).toEqual(['High', 'Long']);
  await page.getByRole('radio', { name: 'Auto' }).click();
  expect(onchange).toHaveBeenLastCalledWith({ effort: null });
  await page.getByRole('radio', { name: 'Normal' }).click();
  expect(onchange).toHaveBeenLastCalledWith({ verbosity: null });
});

test('what this model does not know is not shown as chosen', async () => {
  const { chosen } = await setUp({}, 'max');
  expect(chosen()).toEqual(['Auto', 'Normal']);
});

test('a model that cannot be told is not asked', async () => {
  const { choices } = await setUp({ efforts: [], verbosity: false });
  expect(choices()).toEqual([]);
});
