import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { AppError, type ErrorCode } from '../../../shared/errors';
import ServerForm from './ServerForm.svelte';

async function wrongFields(code: ErrorCode) {
  const error = new AppError(code, 'Refused.').toData();
  const onconnect = () => Promise.resolve(false);
  await render(ServerForm, { busy: false, error, onconnect, onedit: () => undefined });
  const fields = { address: page.getByLabelText('Server address'), key: page.getByLabelText(/^API key/) };
  return Object.entries(fields).flatMap(([name, field]) =>
    field.element().getAttribute('aria-invalid') === 'true' ? [name] : [],
  );
}

test.each(['BAD_API_KEY', 'NO_API_KEY'] as const)('%s is about the key', async (code) => {
  expect(await wrongFields(code)).toEqual(['key']);
});

test('what else goes wrong is about the address', async () => {
  expect(await wrongFields('OFFLINE')).toEqual(['address']);
});

test('a server can be named, and asked for an organization and a project', async () => {
  const onconnect = vi.fn(() => Promise.resolve(true));
  await render(ServerForm, { naming: true, busy: false, error: null, onconnect, onedit: () => undefined });
  await userEvent.fill(page.getByLabelText('Server address'), ' https://example.com/v1 ');
  await userEvent.fill(page.getByRole('textbox', { name: 'Name' }), 'Work');
  await expect.element(page.getByLabelText('Organization')).not.toBeVisible();
  await page.getByText('Organization and project').click();
  await userEvent.fill(page.getByRole('textbox', { name: 'Organization' }), ' org-1 ');
  await page.getByRole('button', { name: 'Connect' }).click();
  expect(onconnect).toHaveBeenCalledExactlyOnceWith(
    {
      address: 'https://example.com/v1',
      key: null,
      name: 'Work',
      organization: 'org-1',
      project: null,
    },
    'keychain',
  );
});

test('an organization of two words is not sent: it could not be a header', async () => {
  const onconnect = vi.fn(() => Promise.resolve(true));
  await render(ServerForm, { naming: true, busy: false, error: null, onconnect, onedit: () => undefined });
  await userEvent.fill(page.getByLabelText('Server address'), 'https://example.com/v1');
  await page.getByText('Organization and project').click();
  await userEvent.fill(page.getByRole('textbox', { name: 'Organization' }), 'org 1');
  await page.getByRole('button', { name: 'Connect' }).click();
  expect(onconnect).not.toHaveBeenCalled();
});
