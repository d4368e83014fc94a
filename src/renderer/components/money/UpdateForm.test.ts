import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { AppError } from '../../../shared/errors';
import UpdateForm from './UpdateForm.svelte';

async function setUp() {
  const onfetch = vi.fn();
  const oncancel = vi.fn();
  const screen = await render(UpdateForm, { busy: false, error: null, onfetch, oncancel });
  return { onfetch, oncancel, screen, field: page.getByRole('textbox', { name: 'Address of a price list' }) };
}

test('an address is fetched when one says so, and the form tells who is asked', async () => {
  const { onfetch, field } = await setUp();
  await expect.element(field).toHaveFocus();
  await expect.element(field).toHaveAccessibleDescription(/fetches this address once.*talks to nobody else/);
  await userEvent.keyboard('{Enter}');
  expect(onfetch).not.toHaveBeenCalled();
  await userEvent.fill(field, ' https://example.com/prices.json ');
  await userEvent.keyboard('{Enter}');
  expect(onfetch).toHaveBeenCalledExactlyOnceWith('https://example.com/prices.json');
});

test('while it is fetched it is not fetched again', async () => {
  const { onfetch, field, screen } = await setUp();
  await userEvent.fill(field, 'https://example.com');
  await screen.rerender({ busy: true });
  await userEvent.keyboard('{Enter}');
  expect(onfetch).not.toHaveBeenCalled();
});

test('why a list was not taken is said', async () => {
  const { screen, field } = await setUp();
  const error = new AppError('PRICES_REFUSED', 'No.', { details: { parameter: 'updated' } }).toData();
  await screen.rerender({ error });
  await expect.element(page.getByText(/under “updated”/)).toBeVisible();
  await expect.element(field).toHaveAttribute('aria-invalid', 'true');
});
