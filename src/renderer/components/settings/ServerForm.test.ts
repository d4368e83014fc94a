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

test('a server that nobody vouches for can be connected with a certificate from a file', async () => {
  const facts = {
    subject: 'Corp Root',
    issuer: 'Corp Root',
    fingerprint: 'AB:CD',
    validTo: Date.UTC(2031, 0),
  };
  const onconnect = vi.fn(() => Promise.resolve(false));
  const onopencertificate = vi
    .fn<() => Promise<{ pem: string; facts: typeof facts } | null>>()
    .mockResolvedValueOnce(null)
    .mockResolvedValueOnce({ pem: 'PEM', facts });
  const shown = { busy: false, onconnect, onedit: () => undefined, onopencertificate };
  const { rerender } = await render(ServerForm, { ...shown, error: null });
  const trust = page.getByRole('button', { name: 'Trust a certificate file…' });
  await userEvent.fill(page.getByLabelText('Server address'), 'https://llm.corp/v1');
  expect(trust.query()).toBeNull();
  await rerender({ error: new AppError('TLS_FAILED', 'Nobody vouches for it.').toData() });
  await trust.click(); // None is chosen.
  await trust.click();
  await expect.element(page.getByText('“Corp Root” will be trusted for this server.')).toBeVisible();
  await expect.element(page.getByText('AB:CD')).toBeVisible();
  await page.getByRole('button', { name: 'Connect' }).click();
  expect(onconnect).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({ address: 'https://llm.corp/v1', authority: 'PEM' }),
    'keychain',
  );
});

test('for what else goes wrong no certificate is asked for', async () => {
  const error = new AppError('REFUSED', 'No.').toData();
  const onopencertificate = () => Promise.resolve(null);
  await render(ServerForm, {
    ...{ busy: false, error, onopencertificate, onedit: () => undefined },
    onconnect: () => Promise.resolve(false),
  });
  expect(page.getByRole('button', { name: /certificate/ }).query()).toBeNull();
});
