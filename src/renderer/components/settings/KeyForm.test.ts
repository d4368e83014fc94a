import { expect, onTestFinished, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { AppError, type AppErrorData } from '../../../shared/errors';
import { unnamed } from '../../lib/account-words';
import KeyForm from './KeyForm.svelte';

const key = 'sk-proj-abcdefghijklmnop4fQx';

async function setUp(accepted: boolean, error: AppErrorData | null = null) {
  const onconnect = vi.fn(() => Promise.resolve(accepted));
  await render(KeyForm, { busy: false, error, onconnect, onedit: () => undefined });
  const field = page.getByLabelText('OpenAI API key');
  return { onconnect, field, input: () => field.element() as HTMLInputElement };
}

test('the key is hidden until one asks to see it', async () => {
  const { input } = await setUp(true);
  expect(input().type).toBe('password');
  await page.getByRole('button', { name: 'Show the key' }).click();
  expect(input().type).toBe('text');
  await page.getByRole('button', { name: 'Hide the key' }).click();
  expect(input().type).toBe('password');
});

test('a key that was accepted is gone from the page', async () => {
  const { onconnect, field, input } = await setUp(true);
  await userEvent.fill(field, `  ${key} `);
  await expect.element(page.getByText(/Looks right/)).toBeVisible();
  await page.getByRole('button', { name: 'Check and continue' }).click();
  expect(onconnect).toHaveBeenCalledExactlyOnceWith({ ...unnamed, key }, 'keychain');
  await vi.waitFor(() => expect(input().value).toBe(''));
  expect(document.documentElement.outerHTML).not.toContain(key);
});

test('a key that was refused stays in the field, with the reason below it', async () => {
  const { field, input } = await setUp(false, new AppError('BAD_API_KEY', 'Refused.').toData());
  await userEvent.fill(field, key);
  await userEvent.keyboard('{Enter}');
  await expect
    .poll(() => page.getByRole('alert').query()?.textContent)
    .toContain('This key was not accepted.');
  expect(input().value).toBe(key);
  expect(input().getAttribute('aria-invalid')).toBe('true');
});

test('where no keychain answers, the key in the field can be kept for this run', async () => {
  const { onconnect, field } = await setUp(true, new AppError('KEYCHAIN_UNAVAILABLE', 'None.').toData());
  await userEvent.fill(field, key);
  await page.getByRole('button', { name: 'Keep the key for this run only' }).click();
  expect(onconnect).toHaveBeenCalledExactlyOnceWith({ ...unnamed, key }, 'run');
});

test('an empty field is not sent', async () => {
  const { onconnect } = await setUp(true);
  await page.getByRole('button', { name: 'Check and continue' }).click({ force: true });
  expect(onconnect).not.toHaveBeenCalled();
});

test('a key can be pasted', async () => {
  const { field, input } = await setUp(true);
  const elsewhere = document.body.appendChild(document.createElement('input'));
  onTestFinished(() => elsewhere.remove());
  elsewhere.value = key;
  elsewhere.select();
  await userEvent.copy();
  await userEvent.click(field);
  await userEvent.paste();
  expect(input().value).toBe(key);
});
