import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { AppError } from '../../../shared/errors';
import ExactCount from './ExactCount.svelte';

const props = {
  ...{ countable: true, counting: false, exact: null, error: null, above: null },
  ...{ oncount: () => undefined, onabove: () => undefined },
};

test('it says that the draft is sent to be counted, and what the server counted', async () => {
  const oncount = vi.fn();
  const { rerender } = await render(ExactCount, { ...props, oncount });
  await expect.element(page.getByText(/It is sent the draft for that/)).toBeVisible();
  await page.getByRole('button', { name: 'Count exactly' }).click();
  expect(oncount).toHaveBeenCalledOnce();
  await rerender({ exact: 1252 });
  await expect.element(page.getByText('OpenAI counts 1,252 tokens.')).toBeVisible();
});

test('while it is counted, a second click counts nothing', async () => {
  const oncount = vi.fn();
  await render(ExactCount, { ...props, counting: true, oncount });
  await page.getByRole('button', { name: 'Counting…' }).click({ force: true });
  expect(oncount).not.toHaveBeenCalled();
});

test('a count that fails says so in its place', async () => {
  await render(ExactCount, { ...props, error: new AppError('OFFLINE', 'No network.').toData() });
  await expect.element(page.getByRole('alert')).toBeVisible();
});

test('an amount is what drafts are counted above by themselves, and an empty field is none', async () => {
  const onabove = vi.fn();
  await render(ExactCount, { ...props, onabove });
  const field = page.getByRole('textbox', { name: 'Count exactly above' });
  await expect.element(field).toHaveAttribute('placeholder', 'Never');
  await field.fill('0.05');
  field.element().blur();
  expect(onabove).toHaveBeenCalledExactlyOnceWith(50_000);
});

test('another server is not offered to count', async () => {
  await render(ExactCount, { ...props, countable: false });
  expect(page.getByRole('button').query()).toBeNull();
  await expect.element(page.getByText(/Only OpenAI’s own server counts/)).toBeVisible();
});
