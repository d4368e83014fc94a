import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { AppError } from '../../../shared/errors';
import type { Price } from '../../../shared/money';
import PriceForm from './PriceForm.svelte';

const price: Price = {
  ...{ input: 2, cachedInput: 0.1, cacheWrite: 2.5, output: 10 },
  longContext: { over: 272_000, inputTimes: 2, outputTimes: 1.5 },
};

async function setUp(model: string | null = 'gpt-6.2-sol', start: Price | null = price) {
  const onsave = vi.fn();
  const oncancel = vi.fn();
  const screen = await render(PriceForm, { model, start, busy: false, error: null, onsave, oncancel });
  const field = (name: string) => page.getByRole('textbox', { name, exact: true });
  return { onsave, oncancel, field, screen };
}

test('a price is changed by keyboard alone', async () => {
  const { onsave, field } = await setUp();
  await expect.element(field('Input')).toHaveFocus();
  await userEvent.keyboard('{ControlOrMeta>}a{/ControlOrMeta}3{Tab}');
  await expect.element(field('Cached input')).toHaveFocus();
  await userEvent.keyboard('{ControlOrMeta>}a{/ControlOrMeta}0.3{Enter}');
  expect(onsave).toHaveBeenCalledExactlyOnceWith('gpt-6.2-sol', { ...price, input: 3, cachedInput: 0.3 });
});

test('what cannot be a price is said beside the field, which takes the focus; nothing is saved', async () => {
  const { onsave, field } = await setUp();
  await userEvent.fill(field('Output'), 'ten');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect.element(page.getByText(/from 0 to 10,000/)).toBeVisible();
  await expect.element(field('Output')).toHaveFocus();
  await expect.element(field('Output')).toHaveAttribute('aria-invalid', 'true');
  await expect.element(field('Output')).toHaveAccessibleDescription(/Dollars/);
  expect(onsave).not.toHaveBeenCalled();
});

test('another model is named first', async () => {
  const { onsave, field } = await setUp(null, null);
  await userEvent.fill(field('Input'), '0');
  await userEvent.fill(field('Output'), '0,5');
  await userEvent.keyboard('{Enter}');
  await expect.element(field('Model')).toHaveFocus();
  await userEvent.fill(field('Model'), ' llama3 ');
  await userEvent.keyboard('{Enter}');
  const free = { input: 0, cachedInput: null, cacheWrite: null, output: 0.5, longContext: null };
  expect(onsave).toHaveBeenCalledExactlyOnceWith('llama3', free);
});

test('Escape closes the form, and not the window around it', async () => {
  const { oncancel } = await setUp();
  const around = vi.fn();
  window.addEventListener('keydown', around, { once: true });
  await userEvent.keyboard('{Escape}');
  window.removeEventListener('keydown', around);
  expect(oncancel).toHaveBeenCalledOnce();
  expect(around).not.toHaveBeenCalled();
});

test('what main refuses is said in the form', async () => {
  const { screen } = await setUp();
  await screen.rerender({ error: new AppError('DISK_FAILED', 'Full.').toData() });
  await expect.element(page.getByText(/This could not be saved/)).toBeVisible();
});
