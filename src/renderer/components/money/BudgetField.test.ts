import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import BudgetField from './BudgetField.svelte';

test('an amount is kept with Enter or when one leaves the field', async () => {
  const onchange = vi.fn();
  await render(BudgetField, { label: 'A day', budget: null, onchange });
  const field = page.getByRole('textbox', { name: 'A day' });
  await field.fill('2.50');
  expect(onchange).not.toHaveBeenCalled();
  await userEvent.keyboard('{Enter}');
  expect(onchange).toHaveBeenLastCalledWith(2_500_000);
});

test('what is no amount is said, and not kept', async () => {
  const onchange = vi.fn();
  await render(BudgetField, { label: 'A day', budget: 1_000_000, onchange });
  const field = page.getByRole('textbox', { name: 'A day' });
  await field.fill('a lot');
  await expect.element(page.getByRole('alert')).toHaveTextContent('An amount in dollars, such as 5 or 0.50.');
  await userEvent.tab();
  expect(onchange).not.toHaveBeenCalled();
});

test('an empty field is no budget', async () => {
  const onchange = vi.fn();
  await render(BudgetField, { label: 'A day', budget: 1_000_000, onchange });
  await page.getByRole('textbox', { name: 'A day' }).clear();
  await userEvent.tab();
  expect(onchange).toHaveBeenLastCalledWith(null);
});
